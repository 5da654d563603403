import { type FlowView, roughly } from "@kuultu/domain/feedback/flow";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { weekdayNear } from "#ui/figures";

import styles from "./Flow.module.css";

/** Whether the backlog keeps its target at the present pace, in one sentence, and what that stands on in another. */
export function FlowNotice({ flow }: { readonly flow: FlowView }) {
  const { t } = useTranslation("flow");
  const language = useLanguage();
  const { forecast, today } = flow;
  const misses = forecast.kind === "misses";
  return (
    <div className={styles.notice} data-alert={misses || undefined}>
      <p className={styles.sentence}>
        {misses ? <IconClockExclamation size={20} stroke={1.5} aria-hidden="true" /> : null}
        {forecast.kind === "misses"
          ? t("forecast.misses", {
              count: roughly(forecast.items),
              day: weekdayNear(language, forecast.firstOn, today),
            })
          : forecast.kind === "too-few-days"
            ? t("forecast.tooFewDays", { count: forecast.workingDays, needed: forecast.needed })
            : t(forecast.kind === "keeps" ? "forecast.keeps" : "forecast.nothingOpen")}
      </p>
      {forecast.kind === "misses" || forecast.kind === "keeps" ? (
        <p className={styles.quiet}>
          {forecast.perDay === 0 ? t("forecast.standstill") : t("forecast.method", { count: roughly(forecast.perDay) })}
        </p>
      ) : null}
    </div>
  );
}
