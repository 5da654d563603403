import type { QueueSummary } from "@kuultu/domain/feedback/feedback-view";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { ageInDays, wholeNumber } from "#ui/figures";
import { LedgerBar, type LedgerFill } from "#ui/LedgerBar";
import { Skeleton } from "#ui/Skeleton";

import type { Names } from "../use-names.ts";
import styles from "./TruthHeader.module.css";

const fills = {
  categorised: "done",
  routed: "passed",
  duplicate: "repeated",
  rejected: "refused",
  open: "waiting",
} as const satisfies Record<string, LedgerFill>;
const parts = ["categorised", "routed", "duplicate", "rejected", "open"] as const;

export interface TruthHeaderProps {
  /** Undefined while it is coming. */
  readonly summary: QueueSummary | undefined;
  readonly names: Names;
  readonly roundId: string | undefined;
  readonly onRound: (roundId: string | undefined) => void;
  /** What stands under the bar. */
  readonly children?: ReactNode;
}

/** The truth of the round above the list that it describes: so many of so many, and how long they have waited. */
export function TruthHeader({ summary, names, roundId, onRound, children }: TruthHeaderProps) {
  const { t } = useTranslation(["feedback", "steps"]);
  const language = useLanguage();
  const figure = (value: number): string => wholeNumber(language, value);
  const ledger = summary?.ledger;
  const processed = ledger === undefined ? 0 : ledger.received - ledger.open;
  const truth =
    ledger === undefined ? "" : t("truth", { processed: figure(processed), received: figure(ledger.received) });
  const { pastTarget = 0, pastAnswer = 0, pastRouting = 0 } = summary ?? {};
  const late = [
    pastTarget > 0 ? t("pastTarget", { count: pastTarget }) : "",
    pastAnswer > 0 ? t("steps:late.answers", { count: pastAnswer }) : "",
    pastRouting > 0 ? t("steps:late.routings", { count: pastRouting }) : "",
  ].filter((words) => words !== "");
  return (
    <header className={styles.truth}>
      <div className={styles.round}>
        <ChoiceMenu
          kind="quiet"
          label={t("round")}
          value={roundId ?? ""}
          position="bottom-end"
          choices={[
            { value: "", label: t("allRounds") },
            ...names.rounds.map((round) => ({
              value: round.id,
              label: names.round(round.id),
              note: figure(round.ledger.received),
            })),
          ]}
          onChange={(value) => onRound(value === "" ? undefined : value)}
        />
      </div>
      {summary === undefined || ledger === undefined ? (
        <div className={styles.line}>
          <Skeleton width={180} height={32} />
        </div>
      ) : (
        <p className={styles.line}>
          <span className={styles.whole}>
            <span className={styles.counter}>
              {figure(processed)}
              <span className={styles.received}>/{figure(ledger.received)}</span>
            </span>{" "}
            {t("processed")}
          </span>
          <span className={styles.age}>
            {summary.oldestDays === null
              ? t("nothingOpen")
              : t("oldest", { age: ageInDays(language, summary.oldestDays) })}
          </span>
          {late.length === 0 ? null : (
            <strong className={styles.past}>
              <IconClockExclamation size={18} stroke={1.5} aria-hidden="true" />
              <span>{late.join(" · ")}</span>
            </strong>
          )}
        </p>
      )}
      <div className={styles.ledger}>
        {ledger === undefined ? (
          <Skeleton height={32} />
        ) : (
          <LedgerBar
            label={truth}
            parts={parts.map((part) => ({
              name: part,
              count: ledger[part],
              fill: fills[part],
              label: t(`ledger.${part}`, { count: ledger[part] }),
            }))}
          />
        )}
      </div>
      {children}
    </header>
  );
}
