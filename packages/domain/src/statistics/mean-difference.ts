import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";

import {
  type Fraction,
  type RatingCounts,
  baseOf,
  differenceOf,
  meanOf,
  numberOf,
  varianceOf,
} from "./rating-statistics.ts";

/** The difference of two means, a − b, with Welch's t test. */
export interface MeanDifference {
  readonly difference: Fraction;
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

/**
 * Welch's t test (B. L. Welch, 1947): t = (x̄₁ − x̄₂)/√(s₁²/n₁ + s₂²/n₂), df by Satterthwaite; detectable (z.975 + z.80)·se.
 * Null where one side has fewer than two answers, or all answers of each side are alike.
 */
export function meanDifference(a: RatingCounts, b: RatingCounts): MeanDifference | null {
  const meanA = meanOf(a);
  const meanB = meanOf(b);
  const varianceA = varianceOf(a);
  const varianceB = varianceOf(b);
  if (meanA === null || meanB === null || varianceA === null || varianceB === null) return null;
  const nA = baseOf(a);
  const nB = baseOf(b);
  const errorA = varianceA / nA;
  const errorB = varianceB / nB;
  const error = Math.sqrt(errorA + errorB);
  if (error === 0) return null;
  const difference = differenceOf(meanA, meanB);
  const size = numberOf(difference);
  const t = size / error;
  const df = (errorA + errorB) ** 2 / (errorA ** 2 / (nA - 1) + errorB ** 2 / (nB - 1));
  const half = tQuantile(0.975, df) * error;
  const p = 2 * tCdf(-Math.abs(t), df);
  return {
    difference,
    low: size - half,
    high: size + half,
    t,
    df,
    p,
    significant: p < 0.05,
    detectable: (normalQuantile(0.975, 0, 1) + normalQuantile(0.8, 0, 1)) * error,
  };
}
