import type { RoutedStub } from "@kuultu/domain/feedback/routed-view";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { clocksOf } from "#feedback/item-clocks";
import { useClockWords } from "#feedback/use-clock-words";
import { useLanguage } from "#locales/use-language";
import { dayNear } from "#ui/figures";

/** Words what is left of a stub's clock, or that it is settled; nothing where none is counted. */
export function useDueWords(): (stub: RoutedStub) => { readonly words: string; readonly past: boolean } {
  const { t } = useTranslation("routed");
  const language = useLanguage();
  const { today, closedDays } = useOrganisation();
  const clockWords = useClockWords();
  return ({ dueOn, settledOn }) => {
    if (settledOn !== null) return { words: t("settled", { day: dayNear(language, settledOn, today) }), past: false };
    const routed = { status: "routed", routingDueOn: dueOn, routingSettledOn: null } as const;
    const none = { triageDueOn: today, replyExpected: false, answerDueOn: null };
    const [clock] = clocksOf({ ...routed, ...none }, { today, closedDays });
    return clock === undefined
      ? { words: "", past: false }
      : { words: clockWords(clock, "routed"), past: clock.state === "past" };
  };
}
