import type { FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { ageInDays } from "#ui/figures";

import type { ItemClock } from "./item-clocks.ts";

/** From here on nobody counts in days: months and years say more. */
const manyDays = 60;

/** Words what is left of a clock: "2 working days", "today", "3 days over"; of one that was met, how. */
export function useClockWords(): (clock: ItemClock, status: FeedbackStatus) => string {
  const { t } = useTranslation(["steps", "feedback"]);
  const language = useLanguage();
  return ({ name, unit, left, state }, status) => {
    if (state === "met") return name === "routing" ? t("clock.settled") : t(`feedback:status.${status}`);
    if (state === "past") {
      if (-left >= manyDays) return t("clock.longPast", { age: ageInDays(language, -left) });
      return t(unit === "working" ? "clock.workingPast" : "clock.calendarPast", { count: -left });
    }
    return left === 0 ? t("clock.today") : t(unit === "working" ? "clock.working" : "clock.calendar", { count: left });
  };
}
