import type { FlowView } from "@kuultu/domain/feedback/flow";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { weekdayNear, wholeNumber } from "#ui/figures";
import { Skeleton } from "#ui/Skeleton";

import styles from "./Flow.module.css";

const FlowChart = lazy(() => import("./FlowChart.tsx"));

/** What came in and what was processed, as lines and as figures beside them. */
export function FlowDays({ flow }: { readonly flow: FlowView }) {
  const { t } = useTranslation("flow");
  const language = useLanguage();
  return (
    <div className={styles.days}>
      <section aria-labelledby="flow-days">
        <header className={styles.head}>
          <h2 id="flow-days">{t("chart.title")}</h2>
          <p className={styles.legend}>
            <span>
              <svg width={12} height={12} aria-hidden="true">
                <circle cx={6} cy={6} r={4.5} fill="var(--d1)" />
              </svg>
              {t("received")}
            </span>
            <span>
              <svg width={12} height={12} aria-hidden="true">
                <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="var(--d2)" />
              </svg>
              {t("processed")}
            </span>
          </p>
        </header>
        <Suspense fallback={<Skeleton height={280} />}>
          <FlowChart flow={flow} />
        </Suspense>
      </section>
      <div className={styles.scroll} role="region" aria-label={t("chart.table")} tabIndex={0}>
        <table className={styles.table}>
          <caption>{t("chart.table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("day")}</th>
              <th scope="col">{t("received")}</th>
              <th scope="col">{t("processed")}</th>
            </tr>
          </thead>
          <tbody className="figures">
            {flow.days.toReversed().map(({ day, working, received, processed }) => (
              <tr key={day} data-quiet={!working || undefined}>
                <th scope="row">{weekdayNear(language, day, flow.today)}</th>
                <td>{wholeNumber(language, received)}</td>
                <td>{wholeNumber(language, processed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
