import type { FlowView } from "@kuultu/domain/feedback/flow";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { ageInDays, wholeNumber } from "#ui/figures";
import { LedgerBar } from "#ui/LedgerBar";

import styles from "./Flow.module.css";

/** How much lies open and how old it is, against the target. */
export function Backlog({ flow }: { readonly flow: FlowView }) {
  const { t } = useTranslation("flow");
  const language = useLanguage();
  const { backlog, targetDays } = flow;
  const bands = [
    { name: "within", count: backlog.within, fill: "waiting" },
    { name: "upToTwice", count: backlog.upToTwice, fill: "passed" },
    { name: "beyond", count: backlog.beyond, fill: "done" },
  ] as const;
  const parts = bands.map((band) => ({ ...band, label: t(`backlog.${band.name}`, { count: band.count }) }));
  return (
    <section className={styles.figures} aria-label={t("backlog.label")}>
      <p>
        <span>
          <span className={styles.counter}>{wholeNumber(language, backlog.open)}</span>{" "}
          {t("backlog.open", { count: backlog.open })}
        </span>
        {backlog.oldestDays === null ? null : (
          <span>{t("backlog.oldest", { age: ageInDays(language, backlog.oldestDays) })}</span>
        )}
        <span>{t("backlog.target", { count: targetDays })}</span>
      </p>
      <LedgerBar label={parts.map(({ label }) => label).join(", ")} parts={parts} />
    </section>
  );
}
