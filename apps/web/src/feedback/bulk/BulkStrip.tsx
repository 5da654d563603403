import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { timeOfDay } from "#ui/figures";

import type { Names } from "../use-names.ts";
import styles from "./Bulk.module.css";
import { useBulkWords } from "./use-bulk-words.ts";

const lookAgainMs = 2000;

/** Above the list: the bulk step that runs, or the newest of the last day, so that a reload loses none. */
export function BulkStrip({ names, onShow }: { readonly names: Names; readonly onShow: (bulkStepId: string) => void }) {
  const { t } = useTranslation("bulk");
  const language = useLanguage();
  const trpc = useTRPC();
  const steps = useQuery({
    ...trpc.feedback.bulkSteps.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.some((step) => step.state === "running") ? lookAgainMs : false),
  }).data;
  const [hidden, setHidden] = useState<string | null>(null);
  const shown = steps?.find(({ state }) => state === "running") ?? steps?.[0];
  const words = useBulkWords(names, shown?.change ?? null);
  if (shown === undefined || (shown.id === hidden && shown.state !== "running")) return null;
  const deed = words.deed(shown.change);
  return (
    <div className={styles.strip} role="group" aria-label={t("title")}>
      <p>
        <strong>{deed.object === "" ? deed.verb : `${deed.verb}: ${deed.object}`}</strong>{" "}
        <span className={styles.note}>
          {shown.state === "running"
            ? t("strip.running", { done: words.count(shown.total - shown.remaining), total: words.count(shown.total) })
            : t("strip.ended", {
                time: timeOfDay(language, shown.startedAt),
                count: shown.changed,
                shown: words.count(shown.changed),
              })}
        </span>
      </p>
      <Button small onClick={() => onShow(shown.id)}>
        {t("strip.show")}
      </Button>
      {shown.state === "running" ? null : (
        <Button kind="icon" aria-label={t("strip.hide")} onClick={() => setHidden(shown.id)}>
          <IconX size={16} stroke={1.75} />
        </Button>
      )}
    </div>
  );
}
