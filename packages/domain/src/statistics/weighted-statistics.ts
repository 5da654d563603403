import tQuantile from "@stdlib/stats-base-dists-t-quantile";

import type { Sample } from "./mean-difference.ts";
import { effectiveBase } from "./post-stratification.ts";
import { type RatingCounts, baseOf } from "./rating-statistics.ts";
import type { Share } from "./share-difference.ts";
import { type ShareInterval, wilsonInterval } from "./share-interval.ts";

/** The ratings of those who share a weight; all groups on one scale. */
export interface WeightedRatings {
  readonly weight: number;
  readonly ratings: RatingCounts;
}

export interface WeightedStatistics {
  /** Unweighted: it decides what may be shown. */
  readonly n: number;
  /** Kish's; the base of interval and tests. */
  readonly effectiveN: number;
  /** n / effective n. */
  readonly designEffect: number;
  readonly mean: number;
  /** Null where the effective base is no more than one, as is the interval. */
  readonly sd: number | null;
  /** 95 % interval of the mean, clipped to the scale. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Σw·x/Σw; s² = Σw(x−x̄)²/Σw · n_eff/(n_eff−1); x̄ ± t(.975, n_eff−1)·s/√n_eff with L. Kish's n_eff (1965). With equal weights this is the
 * plain mean, SD and interval. Null where nobody with a weight answered.
 */
export function weightedStatistics(groups: readonly WeightedRatings[]): WeightedStatistics | null {
  const bases = groups.map(({ weight, ratings }) => ({ weight, n: baseOf(ratings) }));
  const n = bases.reduce((sum, group) => sum + group.n, 0);
  const effectiveN = effectiveBase(bases);
  if (effectiveN === 0) return null;
  const weights = weightByRating(groups);
  const sum = weights.reduce((so, [, weight]) => so + weight, 0);
  const mean = weights.reduce((so, [rating, weight]) => so + rating * weight, 0) / sum;
  const known = { n, effectiveN, designEffect: n / effectiveN, mean };
  if (effectiveN <= 1) return { ...known, sd: null, low: null, high: null };
  const spread = weights.reduce((so, [rating, weight]) => so + weight * (rating - mean) ** 2, 0) / sum;
  const sd = Math.sqrt((spread * effectiveN) / (effectiveN - 1));
  const half = (tQuantile(0.975, effectiveN - 1) * sd) / Math.sqrt(effectiveN);
  const scale = weights.map(([rating]) => rating);
  return {
    ...known,
    sd,
    low: Math.max(Math.min(...scale), mean - half),
    high: Math.min(Math.max(...scale), mean + half),
  };
}

/** What Welch's test needs of weighted ratings: the effective base instead of n. Null without an SD. */
export function weightedSample({ effectiveN, mean, sd }: WeightedStatistics): Sample | null {
  return sd === null ? null : { n: effectiveN, mean, variance: sd ** 2 };
}

/** A weighted share Σw·count/Σw·n with Wilson's interval on Kish's effective base; null where nobody with a weight answered. */
export function weightedShare(groups: readonly (Share & { readonly weight: number })[]): ShareInterval | null {
  const effectiveN = effectiveBase(groups);
  if (effectiveN === 0) return null;
  const weighted = (part: "count" | "n") => groups.reduce((sum, group) => sum + group[part] * group.weight, 0);
  return wilsonInterval((weighted("count") / weighted("n")) * effectiveN, effectiveN);
}

/** The weight of all answers to each rating of the scale. */
function weightByRating(groups: readonly WeightedRatings[]): [rating: number, weight: number][] {
  const weights = new Map<number, number>();
  for (const { weight, ratings } of groups)
    ratings.counts.forEach((count, index) => {
      const rating = ratings.scaleMin + index;
      weights.set(rating, (weights.get(rating) ?? 0) + weight * count);
    });
  return [...weights];
}
