import type { Language } from "#language";

import type { PublishedFigureView, Qualifier } from "./trend-view.ts";

/** How a qualifier prints before its number. */
export const qualifierWords: Readonly<Record<Exclude<Qualifier, "exact">, Readonly<Record<Language, string>>>> = {
  over: { fi: "yli", sv: "över", en: "over", ru: "свыше" },
  almost: { fi: "lähes", sv: "nästan", en: "almost", ru: "почти" },
  just_under: { fi: "vajaa", sv: "knappt", en: "just under", ru: "чуть менее" },
  slightly_over: { fi: "hieman yli", sv: "något över", en: "slightly over", ru: "чуть более" },
  about: { fi: "noin", sv: "cirka", en: "about", ru: "около" },
};

/** A published figure as a person reads it, with as many decimals as were published: "yli 200", "3,84". */
export function publishedText(figure: Pick<PublishedFigureView, "value" | "qualifier">, language: Language): string {
  const decimals = figure.value.split(".")[1]?.length ?? 0;
  const number = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Number(figure.value));
  return figure.qualifier === "exact" ? number : `${qualifierWords[figure.qualifier][language]} ${number}`;
}

/** Arithmetic on published figures: always ours, never theirs, and never part of an interval or a test. */
export interface DerivedFigure {
  readonly derived: true;
  readonly value: number;
  /** False where a figure with a qualifier went in: then the result is only as good as "over" or "about". */
  readonly exact: boolean;
}

type Figure = { readonly value: number; readonly qualifier: Qualifier };

function derived(value: number, ...from: readonly Figure[]): DerivedFigure {
  return { derived: true, value, exact: from.every((figure) => figure.qualifier === "exact") };
}

/** to − from, in the unit of the figures: 143 → 74 is −69. */
export function derivedChange(from: Figure, to: Figure): DerivedFigure {
  return derived(to.value - from.value, from, to);
}

/** (to − from)/from: 143 → 74 is −0.4825…; null where the start is 0. */
export function derivedRelativeChange(from: Figure, to: Figure): DerivedFigure | null {
  return from.value === 0 ? null : derived((to.value - from.value) / from.value, from, to);
}

/** How much of the way from the start to the target has been gone: 143 → 74 towards 30 is 0.6106…; null where there is no way to go. */
export function derivedProgress(from: Figure, to: Figure, target: number): DerivedFigure | null {
  return from.value === target ? null : derived((from.value - to.value) / (from.value - target), from, to);
}
