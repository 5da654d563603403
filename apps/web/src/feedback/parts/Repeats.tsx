import type { RepeatView } from "@kuultu/domain/feedback/duplicate-candidate";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { age, dayOfInstant } from "#ui/figures";

import type { Names } from "../use-names.ts";
import { verbatimSegments } from "../verbatim-segments.ts";
import styles from "./Repeats.module.css";
import { SegmentText } from "./SegmentText.tsx";

export interface RepeatsProps {
  readonly itemId: string;
  readonly isDuplicate: boolean;
  readonly names: Names;
  readonly onOpen: (itemId: string) => void;
}

/** What the item repeats, and what repeats it: each text whole, with a way there. */
export function Repeats({ itemId, isDuplicate, names, onOpen }: RepeatsProps) {
  const { t } = useTranslation("reading");
  const trpc = useTRPC();
  const found = useQuery(trpc.feedback.repeats.queryOptions({ itemId })).data;
  if (found === undefined) return null;
  const { repeated, repeats } = found;
  return (
    <>
      {isDuplicate ? (
        <section className={styles.repeats}>
          <h2>{t("duplicates.repeated")}</h2>
          {repeated === null ? (
            <p className={styles.hidden}>{t("duplicates.hidden")}</p>
          ) : (
            <Repeat repeat={repeated} names={names} onOpen={onOpen} />
          )}
        </section>
      ) : null}
      {repeats.length === 0 ? null : (
        <details className={styles.repeats}>
          <summary>{t("duplicates.repeats", { count: repeats.length })}</summary>
          {repeats.map((repeat) => (
            <Repeat key={repeat.id} repeat={repeat} names={names} onOpen={onOpen} />
          ))}
        </details>
      )}
    </>
  );
}

function Repeat(props: { readonly repeat: RepeatView; readonly names: Names; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const { today } = useOrganisation();
  const { repeat, names } = props;
  const lang = repeat.language === "und" ? undefined : repeat.language;
  return (
    <div className={styles.repeat}>
      {repeat.title === "" ? null : (
        <p className={styles.title} lang={lang}>
          {verbatimSegments(repeat.title, repeat.titleMasks, [], null).map((segment) => (
            <SegmentText key={segment.start} segment={segment} names={names} />
          ))}
        </p>
      )}
      <p className={styles.text} lang={lang}>
        {verbatimSegments(repeat.body, repeat.masks, [], null).map((segment) => (
          <SegmentText key={segment.start} segment={segment} names={names} />
        ))}
      </p>
      <p className={styles.below}>
        <span>{age(language, dayOfInstant(repeat.receivedAt), today)}</span>
        <Button
          small
          aria-label={t("duplicates.openOf", { text: repeat.body.slice(0, 60) })}
          onClick={() => props.onOpen(repeat.id)}
        >
          {t("duplicates.open")}
        </Button>
      </p>
    </div>
  );
}
