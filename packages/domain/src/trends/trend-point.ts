import type { ScaledKind } from "#rounds/question";
import type { Day } from "#identifier";
import { isInTrends } from "#rounds/round-status";
import type { RoundState } from "#rounds/round-view";

import { type FewAnswersThresholds, baseState, splitStates } from "./few-answers.ts";
import { baseOf, differenceOf, meanOf, meanText, pooledCounts, ratingStatistics } from "#statistics/rating-statistics";
import { shareDecimals, wilsonInterval } from "#statistics/share-interval";
import { type SeriesEdge, isComparable } from "./series-edge.ts";
import type { PointState, PublishedFigureView, TrendPoint } from "./trend-view.ts";

/** Counts of ratings from the lowest to the highest of the scale; "cannot say" stands outside n. */
export interface Answers {
  readonly counts: readonly number[];
  readonly cannotSay: number;
}

export interface SeriesRound extends Answers {
  readonly roundId: string;
  readonly round: string;
  /** The day on which the round closed or is placed on the time axis. */
  readonly on: Day;
  readonly state: RoundState;
  /** Whether the question of the series was asked in this round. */
  readonly asked: boolean;
  readonly published: PublishedFigureView | null;
}

/** A series with everything that its figures are made of. */
export interface TrendSeries {
  readonly kind: ScaledKind;
  readonly scaleMin: number;
  readonly rounds: readonly SeriesRound[];
  readonly edges: readonly SeriesEdge[];
  readonly thresholds: FewAnswersThresholds;
  readonly yearPools: boolean;
  /** Published figures of years, by their label. */
  readonly publishedByYear: Readonly<Record<string, PublishedFigureView>>;
}

/** The answers to one facet value, by round id; a round in which nobody with this value answered may be absent. */
export interface SplitValue {
  readonly by: string;
  readonly answers: Readonly<Record<string, Answers>>;
}

export interface Figures {
  readonly n: number | null;
  readonly mean: string | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly counts: readonly number[] | null;
}

export const noFigures: Figures = { n: null, mean: null, sd: null, low: null, high: null, counts: null };

const noAnswers: Answers = { counts: [], cannotSay: 0 };

/** As many decimals as are handed out: more would only look like knowledge. */
export function rounded(value: number, decimals = 3): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}

/** Base, mean, SD, interval and distribution; a share of "yes" has Wilson's interval and no SD. */
export function figuresOf(series: Pick<TrendSeries, "kind" | "scaleMin">, counts: readonly number[]): Figures {
  const found = ratingStatistics({ scaleMin: series.scaleMin, counts });
  const known = { n: found.n, mean: found.mean === null ? null : meanText(found.mean), counts: [...counts] };
  if (series.kind === "yes_no") {
    const share = wilsonInterval(found.sum, found.n);
    return {
      ...known,
      mean: share === null ? null : shareDecimals(found.sum, found.n),
      sd: null,
      low: share === null ? null : rounded(share.low),
      high: share === null ? null : rounded(share.high),
    };
  }
  const { sd, low, high } = found;
  return {
    ...known,
    sd: sd === null ? null : rounded(sd),
    low: low === null ? null : rounded(low),
    high: high === null ? null : rounded(high),
  };
}

/** The rounds that have begun, in the order of time. */
export function roundsInOrder(series: TrendSeries): SeriesRound[] {
  return series.rounds
    .filter((round) => round.state !== "planned")
    .toSorted((a, b) => (a.on === b.on ? a.round.localeCompare(b.round) : a.on < b.on ? -1 : 1));
}

function pointState(round: SeriesRound, answers: Answers, base: PointState): PointState {
  if (!round.asked) return "not-asked";
  if (!isInTrends(round.state)) return "collecting";
  return baseOf(answers) === 0 && round.published !== null ? "published-figure" : base;
}

const hasNumbers = (state: PointState) => state === "shown" || state === "indicative";

/** The signed difference to the round before in which the question was asked, where both show numbers and nothing breaks the line. */
function changeTo(
  series: TrendSeries,
  rounds: readonly SeriesRound[],
  before: Placed | undefined,
  here: Placed,
): string | null {
  if (before === undefined || !hasNumbers(before.state) || !hasNumbers(here.state)) return null;
  if (!isComparable(rounds, series.edges, before.round.round, here.round.round)) return null;
  const a = meanOf({ scaleMin: series.scaleMin, counts: here.answers.counts });
  const b = meanOf({ scaleMin: series.scaleMin, counts: before.answers.counts });
  return a === null || b === null ? null : meanText(differenceOf(a, b));
}

interface Placed {
  readonly round: SeriesRound;
  readonly answers: Answers;
  readonly state: PointState;
}

function line(series: TrendSeries, placed: readonly Placed[], by: string | null): TrendPoint[] {
  let before: Placed | undefined;
  const rounds = placed.map(({ round }) => round);
  return placed.map((here) => {
    const { round, answers, state } = here;
    const figures = hasNumbers(state) ? figuresOf(series, answers.counts) : noFigures;
    const change = changeTo(series, rounds, before, here);
    if (state !== "not-asked" && state !== "collecting") before = here;
    return {
      round: round.round,
      roundId: round.roundId,
      on: round.on,
      state,
      ...figures,
      n: state === "collecting" && by === null ? baseOf(answers) : figures.n,
      cannotSay: hasNumbers(state) ? answers.cannotSay : null,
      by,
      change,
      published: by === null && state !== "not-asked" && state !== "collecting" ? round.published : null,
    };
  });
}

/** The unsplit line: one point for each round that has begun. */
export function trendPoints(series: TrendSeries): TrendPoint[] {
  const placed = roundsInOrder(series).map((round) => ({
    round,
    answers: round,
    state: pointState(round, round, baseState(baseOf(round), series.thresholds)),
  }));
  return line(series, placed, null);
}

/**
 * One line for each facet value. In each round the hidden values hold together beside the round's total; whoever answered without a
 * value counts as one more cell, so `values` need not add up to the round.
 */
export function splitPoints(series: TrendSeries, values: readonly SplitValue[]): TrendPoint[] {
  const rounds = roundsInOrder(series);
  const states = rounds.map((round) => {
    const bases = values.map((value) => baseOf(value.answers[round.roundId] ?? noAnswers));
    const others = Math.max(0, baseOf(round) - bases.reduce((sum, n) => sum + n, 0));
    return splitStates([...bases, others], series.thresholds);
  });
  return values.flatMap((value, valueIndex) => {
    const placed = rounds.map((round, roundIndex) => {
      const answers = value.answers[round.roundId] ?? noAnswers;
      const base = states[roundIndex]?.[valueIndex] ?? "suppressed";
      return {
        round: { ...round, published: null },
        answers,
        state: pointState({ ...round, published: null }, answers, base),
      };
    });
    return line(series, placed, value.by);
  });
}

/** The pool of several rounds' answers. */
export function pooledAnswers(rounds: readonly Answers[]): Answers {
  return {
    counts: pooledCounts(rounds.map((round) => round.counts)),
    cannotSay: rounds.reduce((sum, round) => sum + round.cannotSay, 0),
  };
}
