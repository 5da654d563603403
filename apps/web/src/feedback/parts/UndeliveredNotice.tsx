import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { useTRPC } from "#app/trpc";
import { Button } from "#ui/Button";

import type { FeedbackSearch } from "../feedback-search.ts";
import styles from "./UndeliveredNotice.module.css";

const lookEveryMs = 60_000;

/** Answers that did not arrive wait for somebody: said above the queue, and listed on one press. */
export function UndeliveredNotice({
  shown,
  onChange,
}: {
  readonly shown: boolean;
  readonly onChange: (part: Partial<FeedbackSearch>) => void;
}) {
  const trpc = useTRPC();
  const answers = useMay()("feedback.answer");
  const options = { enabled: answers, staleTime: lookEveryMs, refetchInterval: lookEveryMs };
  const { data: count = 0 } = useQuery(trpc.feedback.undelivered.queryOptions(undefined, options));
  if (!answers || (count === 0 && !shown)) return null;
  // Its words come with it: the page around it does not wait for them.
  return (
    <Suspense fallback={null}>
      <Notice count={count} shown={shown} onChange={onChange} />
    </Suspense>
  );
}

function Notice({
  count,
  shown,
  onChange,
}: {
  readonly count: number;
  readonly shown: boolean;
  readonly onChange: (part: Partial<FeedbackSearch>) => void;
}) {
  const { t } = useTranslation("answers");
  return (
    <p className={styles.notice} data-alert={count > 0 || undefined} role="status">
      <span>{t("undelivered", { count })}</span>
      <Button
        kind="field"
        small
        onClick={() =>
          onChange(shown ? { undelivered: undefined, status: undefined } : { undelivered: true, status: "all" })
        }
      >
        {t(shown ? "showAll" : "showUndelivered")}
      </Button>
    </p>
  );
}
