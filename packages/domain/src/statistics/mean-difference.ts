import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

import { usuallyDetected } from "./normal.ts";
import {
  type Fraction,
  type RatingCounts,
  baseOf,
  differenceOf,
  meanOf,
  numberOf,
  varianceOf,
} from "./rating-statistics.ts";

/** What a t test needs of one side. `n` may be an effective base and then need not be whole; the variance is that with n − 1. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/** Welch's test of a − b, in the unit of the means. */
export interface WelchTest {
  /** 95 % interval of the difference. */
  readonly low: number;
  readonly high: number;
  readonly t: number;
  /** Satterthwaite's degrees of freedom. */
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  /** p < 0.05. */
  readonly significant: boolean;
  /** The smallest difference that these bases would usually detect: power 80 %, two-sided 5 %. */
  readonly detectable: number;
}

/** The difference of two means of counted ratings, a − b, exactly, with its test. */
export interface MeanDifference extends WelchTest {
  readonly difference: Fraction;
}

/** s²/n: the squared standard error of one mean. */
const squaredError = (side: Sample) => side.variance / side.n;

/** The smallest difference of two means that is usually detected: (z.975 + z.80)·√(s₁²/n₁ + s₂²/n₂), in the unit of the means. */
export function detectableDifference(a: Sample, b: Sample): number {
  return usuallyDetected * Math.sqrt(squaredError(a) + squaredError(b));
}

/**
 * Welch's t test (B. L. Welch, 1947): t = (x̄₁ − x̄₂)/√(s₁²/n₁ + s₂²/n₂), df by F. E. Satterthwaite (1946).
 * Null where a side has no more than one answer, or all answers of each side are alike.
 */
export function welchTest(a: Sample, b: Sample): WelchTest | null {
  if (a.n <= 1 || b.n <= 1) return null;
  const errorA = squaredError(a);
  const errorB = squaredError(b);
  const error = Math.sqrt(errorA + errorB);
  if (error === 0) return null;
  const difference = a.mean - b.mean;
  const t = difference / error;
  const df = (errorA + errorB) ** 2 / (errorA ** 2 / (a.n - 1) + errorB ** 2 / (b.n - 1));
  const half = tQuantile(0.975, df) * error;
  const p = 2 * tCdf(-Math.abs(t), df);
  return {
    low: difference - half,
    high: difference + half,
    t,
    df,
    p,
    significant: p < 0.05,
    detectable: detectableDifference(a, b),
  };
}

/** Welch's test between two sets of counted ratings on one scale; null as for `welchTest`. */
export function meanDifference(a: RatingCounts, b: RatingCounts): MeanDifference | null {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  const varianceA = varianceOf(a);
  const varianceB = varianceOf(b);
  if (meanA === null || meanB === null || varianceA === null || varianceB === null) return null;
  const difference = differenceOf(meanA, meanB);
  // The exact difference stands for the first mean, so that nothing is lost where two large means lie close together.
  const test = welchTest(
    { n: baseOf(a), mean: numberOf(difference), variance: varianceA },
    { n: baseOf(b), mean: 0, variance: varianceB },
  );
  return test === null ? null : { difference, ...test };
}
