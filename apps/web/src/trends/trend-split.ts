import type { Language } from "@kuultu/domain/language";
import { inLanguage, type LocalisedText } from "@kuultu/domain/language";
import type { SeriesRow, TrendView } from "@kuultu/domain/trends/trend-view";

import type { MultipleInput } from "./multiples-data.ts";

/** The facets by which a series can be split. */
export const splitFacets = ["channel", "service", "site", "customer_group", "language"] as const;
export type SplitFacet = (typeof splitFacets)[number];

export const isSplitFacet = (text: string | undefined): text is SplitFacet =>
  splitFacets.some((facet) => facet === text);

/** Questions of one survey whose keys begin alike ("channel-phone", "channel-email"): drawn like a facet, but no facet. */
export interface Battery {
  readonly prefix: string;
  readonly series: readonly SeriesRow[];
}

const smallestBattery = 3;

export function batteriesOf(rows: readonly SeriesRow[], chosen: SeriesRow): Battery[] {
  const prefixes = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    const prefix = /^([^-]+)-./.exec(row.key)?.[1];
    if (prefix === undefined || row.surveyId !== chosen.surveyId) continue;
    prefixes.set(prefix, [...(prefixes.get(prefix) ?? []), row]);
  }
  return [...prefixes].flatMap(([prefix, series]) =>
    series.length >= smallestBattery && !series.some((row) => row.id === chosen.id) ? [{ prefix, series }] : [],
  );
}

/** The split points of a view, one input for each value of the facet, in the order in which the names are given. */
export function facetInputs(
  view: TrendView,
  names: ReadonlyMap<string, LocalisedText>,
  language: Language,
): MultipleInput[] {
  const values = new Set(view.points.flatMap((point) => (point.by === null ? [] : [point.by])));
  const order = [...names.keys()].filter((key) => values.has(key));
  return [...new Set([...order, ...values])].map((value) => ({
    key: value,
    name: inLanguage(names.get(value) ?? {}, language) || value,
    points: view.points.filter((point) => point.by === value),
    edges: view.edges,
  }));
}

/** The questions of a battery, each with its own points and breaks. */
export function batteryInputs(views: readonly TrendView[], language: Language): MultipleInput[] {
  return views.map((view) => ({
    key: view.series,
    name: inLanguage(view.names, language),
    points: view.points.filter((point) => point.by === null),
    edges: view.edges,
  }));
}

/** The comparisons that can be chosen, as "a,b": the newest round with each earlier year and round of the series. */
export function comparisonsOf(
  view: TrendView,
): { readonly value: string; readonly a: string; readonly b: string; readonly year: boolean }[] {
  const rounds = view.points.filter((point) => point.by === null && point.mean !== null && point.state === "shown");
  const chosen = view.comparison?.a;
  const a = chosen ?? rounds.at(-1)?.round;
  if (a === undefined) return [];
  const years = view.pools
    .filter((pool) => !pool.rounds.includes(a) && pool.state === "shown")
    .map((pool) => ({ b: pool.label, year: true }));
  const others = rounds.filter((point) => point.round !== a).map((point) => ({ b: point.round, year: false }));
  return [...years, ...others].toReversed().map((one) => ({ ...one, a, value: `${a},${one.b}` }));
}
