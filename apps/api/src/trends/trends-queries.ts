import { trend } from "@kuultu/domain/trends/trend";
import { splitPoints, trendPoints } from "@kuultu/domain/trends/trend-point";
import type { TrendSeries } from "@kuultu/domain/trends/trend-point";
import { trendSentence } from "@kuultu/domain/trends/trend-sentence";
import type { SeriesRow, TrendView } from "@kuultu/domain/trends/trend-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { loadSeries, loadSplit } from "#trends/trend-data";
import type { TrendFacet } from "#trends/trend-data";
import type { Scope } from "#trpc/scope";

export interface TrendInput {
  /** Key of the series. */
  readonly series: string;
  /** One line for each value of this facet, beside the unsplit line. */
  readonly by?: TrendFacet | undefined;
  /** Names of rounds or years. */
  readonly compare?: { readonly a: string; readonly b: string } | undefined;
}

/** Every series with its newest figure that may be shown. */
export async function listSeries(scope: Scope): Promise<SeriesRow[]> {
  const all = await scope.transaction((tx) => loadSeries(tx, scope, null));
  return all.map((series) => ({
    id: series.id,
    key: series.key,
    names: series.names,
    surveyId: series.surveyId,
    latest: latestFigure(series),
  }));
}

function latestFigure(series: TrendSeries): SeriesRow["latest"] {
  const point = trendPoints(series).findLast(
    ({ state }) => state === "shown" || state === "indicative" || state === "published-figure",
  );
  const mean = point?.mean ?? (point?.published?.figure === "mean" ? point.published.value : null);
  return point === undefined || mean === null ? null : { round: point.round, mean, n: point.n };
}

/** A series over its rounds, with what may be said of it. Violation: `not-found` (the series, a side of the comparison). */
export async function trendView(scope: Scope, input: TrendInput): Promise<TrendView> {
  return scope.transaction(async (tx) => {
    const [series] = await loadSeries(tx, scope, input.series);
    if (series === undefined) throw new RuleViolation("not-found");
    const { points, pools, comparison, headline } = trend(series, input.compare);
    const split = input.by === undefined ? [] : splitPoints(series, await loadSplit(tx, series, input.by));
    return {
      series: series.key,
      seriesId: series.id,
      names: series.names,
      kind: series.kind,
      scaleMin: series.scaleMin,
      scaleMax: series.scaleMax,
      points: [...points, ...split],
      pools,
      edges: series.edges,
      comparison,
      sentence: trendSentence({ names: series.names, kind: series.kind }, headline),
      flags: series.delivered.filter((action) => action.on >= (points[0]?.on ?? "9999")),
    };
  });
}
