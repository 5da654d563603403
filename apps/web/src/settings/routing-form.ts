import type { SetRoutingRule } from "@kuultu/domain/feedback/routed-step";
import type { RoutingRuleView } from "@kuultu/domain/feedback/routed-view";
import { type Language, languages } from "@kuultu/domain/language";

/** A rule as it stands in its form: all that is typed is text. */
export interface RoutingFormValues {
  readonly names: Readonly<Record<Language, string>>;
  readonly unit: "days" | "months" | "";
  readonly length: string;
  /** Where the outcome has a clock of its own: its months. */
  readonly outcome: string;
  readonly registrarIds: readonly string[];
}

export function valuesOf({ targetNames, length, outcome, registrarIds }: RoutingRuleView): RoutingFormValues {
  const [first] = length === null ? [] : Object.values(length);
  return {
    names: { fi: "", sv: "", en: "", ru: "", ...targetNames },
    unit: length === null ? "" : "months" in length ? "months" : "days",
    length: first === undefined ? "" : String(first),
    outcome: outcome !== null && "months" in outcome ? String(outcome.months) : "",
    registrarIds,
  };
}

/** What is sent; null where a number does not do. */
export function ruleOf(rule: RoutingRuleView, values: RoutingFormValues): SetRoutingRule | null {
  const acknowledged = rule.routingClass === "whistleblowing";
  const days = acknowledged || values.unit === "days" ? wholeNumberIn(values.length, 0, 366) : null;
  const months = acknowledged
    ? wholeNumberIn(values.outcome, 1, 24)
    : values.unit === "months"
      ? wholeNumberIn(values.length, 1, 24)
      : null;
  if (days === undefined || months === undefined) return null;
  const named = languages.map((language) => [language, values.names[language].trim()] as const);
  return {
    routingClass: rule.routingClass,
    version: rule.version,
    targetNames: Object.fromEntries(named.filter(([, name]) => name !== "")),
    days,
    months,
    registrarIds: [...values.registrarIds],
  };
}

function wholeNumberIn(text: string, least: number, most: number): number | undefined {
  const number = Number(text.trim() === "" ? Number.NaN : text);
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}
