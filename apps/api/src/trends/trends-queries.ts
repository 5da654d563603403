import { trend } from "@kuultu/domain/trends/trend";
import { splitPoints, trendPoints } from "@kuultu/domain/trends/trend-point";
import type { TrendSeries } from "@kuultu/domain/trends/trend-point";
import { trendSentence } from "@kuultu/domain/trends/trend-sentence";
import type { SeriesRow, TrendView } from "@kuultu/domain/trends/trend-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { deliveredActions, loadSplit, loadTrendSeries, storedSeries } from "#trends/trend-data";
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
  return scope.transaction(async (tx) => {
    const all = await storedSeries(tx, null);
    const rows: SeriesRow[] = [];
    for (const stored of all) {
      const series = await loadTrendSeries(tx, scope.organisation, stored);
      rows.push({
        id: stored.id,
        key: stored.key,
        names: stored.names,
        surveyId: stored.surveyId,
        latest: latestFigure(series),
      });
    }
    return rows;
  });
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
    const [stored] = await storedSeries(tx, input.series);
    if (stored === undefined) throw new RuleViolation("not-found");
    const series = await loadTrendSeries(tx, scope.organisation, stored);
    const { points, pools, comparison, headline } = trend(series, input.compare);
    const split = input.by === undefined ? [] : splitPoints(series, await loadSplit(tx, stored, input.by));
    return {
      series: stored.key,
      seriesId: stored.id,
      names: stored.names,
      kind: stored.kind,
      scaleMin: stored.scaleMin,
      scaleMax: stored.scaleMax,
      points: [...points, ...split],
      pools,
      edges: series.edges,
      comparison,
      sentence: trendSentence({ names: stored.names, kind: stored.kind }, headline),
      flags: await deliveredActions(tx, points.at(0)?.on ?? null),
    };
  });
}
