import type { CodingView, FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { mayStep } from "@kuultu/domain/feedback/triage-status";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { dayNear, dayOfInstant } from "#ui/figures";

import { isPending } from "../optimistic-step.ts";
import type { Names } from "../use-names.ts";
import type { Triage } from "../use-triage.ts";
import styles from "./Codings.module.css";
import { themeSign } from "./SegmentText.tsx";

export interface CodingsProps {
  readonly item: FeedbackDetail;
  readonly names: Names;
  readonly triage: Triage;
  readonly triages: boolean;
}

/** Who coded what when, in reading order; each coding can be taken off by itself. */
export function Codings({ item, names, triage, triages }: CodingsProps) {
  const { t } = useTranslation("reading");
  if (item.codings.length === 0) return null;
  const removable = triages && mayStep("uncode", item.status);
  const codings = item.codings.toSorted((a, b) => (a.words?.start ?? -1) - (b.words?.start ?? -1));
  return (
    <section className={styles.codings}>
      <h2>{t("codings.label")}</h2>
      <ul>
        {codings.map((coding) => (
          <Line
            key={coding.id}
            coding={coding}
            body={item.body}
            lang={item.language === "und" ? undefined : item.language}
            names={names}
            onRemove={
              removable && !isPending(coding)
                ? () => triage.take({ name: "uncode", themeId: coding.themeId, codingId: coding.id })
                : undefined
            }
          />
        ))}
      </ul>
    </section>
  );
}

function Line(props: {
  readonly coding: CodingView;
  readonly body: string;
  readonly lang: string | undefined;
  readonly names: Names;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const { today } = useOrganisation();
  const { coding, names } = props;
  const name = names.theme(coding.themeId);
  const words = coding.words === null ? null : props.body.slice(coding.words.start, coding.words.end);
  const by = coding.origin === "staff" ? (coding.staffName ?? t("codings.someone")) : t(`codings.${coding.origin}`);
  return (
    <li className={styles.line}>
      <span className={styles.sign} aria-hidden="true">
        {themeSign(names, coding.themeId)}
      </span>
      <span className={styles.what}>
        <span className={styles.name}>{name}</span>
        {words === null ? (
          <span className={styles.whole}>{t("codings.whole")}</span>
        ) : (
          <q className={styles.words} lang={props.lang}>
            {words}
          </q>
        )}
      </span>
      <span className={styles.who}>
        {isPending(coding) ? t("codings.saving") : `${by} ${dayNear(language, dayOfInstant(coding.madeAt), today)}`}
      </span>
      <Button
        kind="icon"
        small
        disabled={props.onRemove === undefined}
        aria-label={words === null ? t("codings.remove", { name }) : t("codings.removeWords", { name, words })}
        onClick={props.onRemove}
      >
        <IconX size={14} stroke={1.75} />
      </Button>
    </li>
  );
}
