import type { ScaledKind } from "#rounds/question";
import type { Language, LocalisedText } from "#language";

export const pointStates = [
  "shown",
  "indicative",
  "suppressed",
  "not-asked",
  "collecting",
  "published-figure",
] as const;
export type PointState = (typeof pointStates)[number];

export const qualifiers = ["exact", "over", "almost", "just_under", "slightly_over", "about"] as const;
export type Qualifier = (typeof qualifiers)[number];

/** One round of a series. A suppressed point carries no numbers at all, a collecting one only how many have answered so far. */
export interface TrendPoint {
  readonly round: string;
  readonly roundId: string;
  /** YYYY-MM-DD: the day the round closed or is placed on the time axis. */
  readonly on: string;
  readonly state: PointState;
  readonly n: number | null;
  /** The exact fraction rounded half away from zero to two decimals. */
  readonly mean: string | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Counts of the ratings from the lowest to the highest of the scale. */
  readonly counts: readonly number[] | null;
  readonly cannotSay: number | null;
  /** Facet value, null where unsplit. */
  readonly by: string | null;
  /** The difference of means to the round before over a comparable edge, two decimals, signed; else null. */
  readonly change: string | null;
  /** A figure taken from a report for this round. */
  readonly published: PublishedFigureView | null;
}

export interface PublishedFigureView {
  readonly figure: string;
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly source: string;
}

/** A year: the pool of the respondents of its rounds. Same rules as a point. */
export interface TrendPool {
  readonly label: string;
  readonly rounds: readonly string[];
  readonly state: PointState;
  readonly n: number | null;
  readonly mean: string | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly counts: readonly number[] | null;
  readonly published: PublishedFigureView | null;
}

export interface TrendEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "comparable" | "break" | "not_comparable";
  readonly notes: LocalisedText;
}

/** The newest round against the pool of an earlier year (or another round). Null where no comparison may be made. */
export interface TrendComparison {
  readonly a: string;
  readonly b: string;
  readonly difference: string;
  readonly low: number;
  readonly high: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly significant: boolean;
  /** The smallest difference that these bases would usually detect: power 80 %, two-sided 5 %. */
  readonly detectable: number;
}

export interface TrendView {
  readonly series: string;
  readonly seriesId: string;
  readonly names: LocalisedText;
  readonly kind: ScaledKind;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly points: readonly TrendPoint[];
  readonly pools: readonly TrendPool[];
  readonly edges: readonly TrendEdge[];
  readonly comparison: TrendComparison | null;
  /** Fact first, then whether to believe it. */
  readonly sentence: Readonly<
    Record<Language, { readonly fact: string; readonly judgement: string; readonly detail: string }>
  >;
  /** Delivered actions as flags on the time axis. */
  readonly flags: readonly { readonly on: string; readonly name: string; readonly themeId: string }[];
}

export interface SeriesRow {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
  readonly surveyId: string;
  /** The newest figure that is shown, for lists; null where none is. */
  readonly latest: { readonly round: string; readonly mean: string; readonly n: number | null } | null;
}
