import { isInTrends } from "#rounds/round-status";

import { baseState, holdsTogether } from "./few-answers.ts";
import { baseOf } from "#statistics/rating-statistics";
import { isComparable } from "./series-edge.ts";
import {
  type SeriesRound,
  type TrendSeries,
  figuresOf,
  noFigures,
  pooledAnswers,
  roundsInOrder,
} from "./trend-point.ts";
import type { PointState, TrendPool } from "./trend-view.ts";

/** The rounds of each year that are in trends and asked the question, by the year of their day. */
export function roundsByYear(series: TrendSeries): Map<string, SeriesRound[]> {
  const years = new Map<string, SeriesRound[]>();
  for (const round of roundsInOrder(series)) {
    if (!round.asked || !isInTrends(round.state)) continue;
    const year = round.on.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), round]);
  }
  return years;
}

/** Whether a pool may stand beside its rounds: what is hidden among them must not follow from it. */
function poolState(series: TrendSeries, rounds: readonly SeriesRound[], published: boolean): PointState {
  const bases = rounds.map(baseOf);
  const n = bases.reduce((sum, base) => sum + base, 0);
  if (n === 0 && published) return "published-figure";
  const states = bases.map((base) => baseState(base, series.thresholds));
  return holdsTogether(bases, states, series.thresholds) ? baseState(n, series.thresholds) : "suppressed";
}

/** Year pools in the order of time. A year with a break among its rounds has none. */
export function trendPools(series: TrendSeries): TrendPool[] {
  if (!series.yearPools) return [];
  const order = roundsInOrder(series);
  return [...roundsByYear(series)].flatMap(([label, rounds]) => {
    const first = rounds[0]?.round ?? "";
    const last = rounds.at(-1)?.round ?? "";
    if (!isComparable(order, series.edges, first, last)) return [];
    const published = series.publishedByYear[label] ?? null;
    const state = poolState(series, rounds, published !== null);
    const figures =
      state === "shown" || state === "indicative" ? figuresOf(series, pooledAnswers(rounds).counts) : noFigures;
    return [{ label, rounds: rounds.map((round) => round.round), state, ...figures, published }];
  });
}
