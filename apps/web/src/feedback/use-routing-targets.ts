import type { RoutingTarget } from "@kuultu/domain/feedback/routed-view";
import type { RoutingClass } from "@kuultu/domain/feedback/triage-status";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";
import { useName } from "#locales/use-language";

type Length = RoutingTarget["length"];

/** Words the length of a clock: "14 days", "1 month", "the same day". */
export function useLengthWords(): (length: NonNullable<Length>) => string {
  const { t } = useTranslation("steps");
  return (length) => {
    if ("months" in length) return t("length.months", { count: length.months });
    return length.days === 0 ? t("length.sameDay") : t("length.days", { count: length.days });
  };
}

/** Words where a class goes and how soon: "to the web team, 14 days". The place alone while the clocks are coming. */
export function useRoutingNote(enabled = true): (routingClass: RoutingClass) => string {
  const { t } = useTranslation("steps");
  const name = useName();
  const lengthWords = useLengthWords();
  const targets = useQuery(useTRPC().routed.targets.queryOptions(undefined, { staleTime: 300_000, enabled })).data;
  return (routingClass) => {
    const target = targets?.find((each) => each.routingClass === routingClass);
    const place = name(target?.targetNames ?? {}) || t(`target.${routingClass}`);
    if (target === undefined) return place;
    const soon = target.length === null ? t(`promptness.${target.promptness}`) : lengthWords(target.length);
    return `${place}, ${soon}`;
  };
}
