import { languages, type LocalisedText } from "@kuultu/domain/language";
import type { SeriesRow, TrendView } from "@kuultu/domain/trends/trend-view";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";

import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { languageName } from "#ui/figures";

import { type Battery, batteriesOf, isSplitFacet } from "./trend-split.ts";
import { comparedSides, type TrendSearch } from "./trend-search.ts";

export interface TrendQuestion {
  readonly rows: readonly SeriesRow[];
  readonly chosen: SeriesRow | undefined;
  readonly batteries: readonly Battery[];
  /** What the series is split by: a facet, `battery-<prefix>` or `none`. */
  readonly by: string;
}

/** The series that can be asked for, the one that the URL names (else the first), and how it is split. */
export function useTrendQuestion(search: TrendSearch): {
  readonly question: TrendQuestion | undefined;
  readonly error: unknown;
} {
  const trpc = useTRPC();
  const { data: rows, error } = useQuery(trpc.trends.series.queryOptions());
  if (rows === undefined) return { question: undefined, error };
  const chosen = rows.find((row) => row.key === search.series) ?? rows[0];
  const batteries = chosen === undefined ? [] : batteriesOf(rows, chosen);
  const usual = batteries[0] === undefined ? "none" : `battery-${batteries[0].prefix}`;
  return { question: { rows, chosen, batteries, by: search.by ?? usual }, error };
}

export function useTrend(question: TrendQuestion | undefined, search: TrendSearch) {
  const trpc = useTRPC();
  const compare = comparedSides(search.compare);
  const by = question?.by;
  return useQuery(
    trpc.trends.trend.queryOptions(
      {
        series: question?.chosen?.key ?? "",
        ...(isSplitFacet(by) && { by }),
        ...(compare !== undefined && { compare }),
      },
      { enabled: question?.chosen !== undefined, placeholderData: keepPreviousData },
    ),
  );
}

/** The questions of the chosen battery, each as a series of its own; the requests travel together. */
export function useBattery(question: TrendQuestion | undefined): {
  readonly views: readonly TrendView[];
  readonly battery: Battery | undefined;
  readonly waiting: boolean;
} {
  const trpc = useTRPC();
  const battery = question?.batteries.find((one) => `battery-${one.prefix}` === question.by);
  const answers = useQueries({
    queries: (battery?.series ?? []).map((row) => trpc.trends.trend.queryOptions({ series: row.key })),
  });
  return {
    battery,
    views: answers.flatMap((answer) => answer.data ?? []),
    waiting: answers.some((answer) => answer.isPending),
  };
}

/** Names of the values of a facet, by what the points carry: id or key. */
export function useFacetNames(by: string | undefined): ReadonlyMap<string, LocalisedText> {
  const trpc = useTRPC();
  const language = useLanguage();
  const { data } = useQuery(
    trpc.feedback.facets.queryOptions(undefined, { enabled: isSplitFacet(by) && by !== "language" }),
  );
  if (!isSplitFacet(by)) return new Map();
  if (by === "language") return new Map(languages.map((code) => [code, { [language]: languageName(language, code) }]));
  const values = data?.[by] ?? [];
  return new Map(values.flatMap((value) => [[value.id, value.names] as const, [value.key, value.names] as const]));
}
