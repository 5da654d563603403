import { RuleViolation } from "#rule-violation";

import { meanDifference } from "#statistics/mean-difference";
import { meanText } from "#statistics/rating-statistics";
import { isComparable } from "./series-edge.ts";
import { roundsByYear, trendPools } from "./trend-pool.ts";
import { type TrendSeries, rounded, roundsInOrder, trendPoints } from "./trend-point.ts";
import type { PointState, PublishedFigureView, TrendComparison, TrendPoint, TrendPool } from "./trend-view.ts";

/** A round or a year as one side of a comparison. */
export interface TrendSide {
  readonly label: string;
  readonly isYear: boolean;
  readonly state: PointState;
  readonly n: number | null;
  readonly mean: string | null;
  readonly counts: readonly number[] | null;
  readonly published: PublishedFigureView | null;
  readonly rounds: readonly string[];
}

/** What there is to say of a series; worded by trend-sentence.ts. `why`: the reason where nothing can be compared. */
export interface TrendHeadline {
  readonly a: TrendSide | null;
  readonly b: TrendSide | null;
  /** Whether a person chose `a`; else it is the newest round and need not be named. */
  readonly chosen: boolean;
  readonly comparison: TrendComparison | null;
  readonly why: "break" | "first" | "few-before" | "nothing-before" | "overlap" | null;
  /** The round that is still collecting, and how many have answered. */
  readonly collecting: { readonly round: string; readonly n: number } | null;
}

export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly pools: readonly TrendPool[];
  readonly comparison: TrendComparison | null;
  readonly headline: TrendHeadline;
}

const pointSide = (point: TrendPoint): TrendSide => ({
  ...point,
  label: point.round,
  isYear: false,
  rounds: [point.round],
});
const poolSide = (pool: TrendPool): TrendSide => ({ ...pool, isYear: true });
const isInLine = (point: TrendPoint) => point.state !== "not-asked" && point.state !== "collecting";

/** Points, year pools, and the comparison of the newest round with the year before it, or of `a` with `b` (names of rounds or years). */
export function trend(series: TrendSeries, compare?: { readonly a: string; readonly b: string }): Trend {
  const points = trendPoints(series);
  const pools = trendPools(series);
  const headline = headlineOf(series, points, pools, compare);
  return { points, pools, comparison: headline.comparison, headline };
}

function headlineOf(
  series: TrendSeries,
  points: readonly TrendPoint[],
  pools: readonly TrendPool[],
  compare: { readonly a: string; readonly b: string } | undefined,
): TrendHeadline {
  const stillOpen = points.findLast((point) => point.state === "collecting");
  const collecting = stillOpen === undefined ? null : { round: stillOpen.round, n: stillOpen.n ?? 0 };
  const newest = points.findLast(isInLine);
  const a =
    compare === undefined
      ? newest === undefined
        ? null
        : pointSide(newest)
      : sideNamed(series, points, pools, compare.a);
  const chosen = compare !== undefined && compare.a !== newest?.round;
  const nothing = { a, b: null, chosen, comparison: null, why: null, collecting };
  if (a === null || newest === undefined) return nothing;
  const b =
    compare === undefined ? referenceFor(series, newest, points, pools) : sideNamed(series, points, pools, compare.b);
  if (a.state !== "shown") return { ...nothing, b };
  if (b === null)
    return { ...nothing, why: points.filter(isInLine).length === 1 ? "first" : whyAlone(series, points, newest) };
  const why = whyNot(series, a, b);
  if (why !== null) return { ...nothing, b, why };
  return { ...nothing, b, comparison: comparisonOf(series, a, b) };
}

/** The side that a name stands for. A year whose rounds are divided by a break is known, but has no figures. */
function sideNamed(
  series: TrendSeries,
  points: readonly TrendPoint[],
  pools: readonly TrendPool[],
  name: string,
): TrendSide {
  const point = points.find((candidate) => candidate.round === name);
  if (point !== undefined) return pointSide(point);
  const pool = pools.find((candidate) => candidate.label === name);
  if (pool !== undefined) return poolSide(pool);
  const rounds = roundsByYear(series).get(name);
  if (rounds === undefined || !series.yearPools) throw new RuleViolation("not-found");
  const names = rounds.map((round) => round.round);
  return {
    label: name,
    isYear: true,
    state: "suppressed",
    n: null,
    mean: null,
    counts: null,
    published: null,
    rounds: names,
  };
}

/** What the newest round is set against: the year before its own, else the nearest earlier round on the same stretch of line. */
function referenceFor(
  series: TrendSeries,
  newest: TrendPoint,
  points: readonly TrendPoint[],
  pools: readonly TrendPool[],
): TrendSide | null {
  const yearBefore = String(Number(newest.on.slice(0, 4)) - 1);
  const pool = pools.find((candidate) => candidate.label === yearBefore);
  if (pool !== undefined) return poolSide(pool);
  const order = roundsInOrder(series);
  const earlier = points.filter((point) => isInLine(point) && point.on < newest.on);
  const comparable = earlier.filter((point) => isComparable(order, series.edges, point.round, newest.round));
  const reference = comparable.findLast((point) => point.state === "shown") ?? comparable.at(-1);
  return reference === undefined ? null : pointSide(reference);
}

/** There are earlier rounds, but none to compare with: they lie beyond a break, or there are none before this one. */
function whyAlone(series: TrendSeries, points: readonly TrendPoint[], newest: TrendPoint): "break" | "nothing-before" {
  const before = points.filter((point) => isInLine(point) && point.on < newest.on).at(-1);
  const order = roundsInOrder(series);
  return before !== undefined && !isComparable(order, series.edges, before.round, newest.round)
    ? "break"
    : "nothing-before";
}

function whyNot(series: TrendSeries, a: TrendSide, b: TrendSide): TrendHeadline["why"] {
  if (a.rounds.some((round) => b.rounds.includes(round))) return "overlap";
  const order = roundsInOrder(series);
  const names = [...a.rounds, ...b.rounds].toSorted((x, y) => place(order, x) - place(order, y));
  if (!isComparable(order, series.edges, names[0] ?? "", names.at(-1) ?? "")) return "break";
  return b.state === "shown"
    ? null
    : b.state === "suppressed" || b.state === "indicative"
      ? "few-before"
      : "nothing-before";
}

function place(order: readonly { readonly round: string }[], name: string): number {
  return order.findIndex((round) => round.round === name);
}

function comparisonOf(series: TrendSeries, a: TrendSide, b: TrendSide): TrendComparison | null {
  const found = meanDifference(
    { scaleMin: series.scaleMin, counts: a.counts ?? [] },
    { scaleMin: series.scaleMin, counts: b.counts ?? [] },
  );
  if (found === null) return null;
  return {
    a: a.label,
    b: b.label,
    difference: meanText(found.difference),
    low: rounded(found.low),
    high: rounded(found.high),
    t: rounded(found.t),
    df: rounded(found.df, 1),
    p: rounded(found.p, 6),
    significant: found.significant,
    detectable: rounded(found.detectable),
  };
}
