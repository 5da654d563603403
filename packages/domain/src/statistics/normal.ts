import erfc from "@stdlib/math-base-special-erfc";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/** The two-sided p of a standard normal z: erfc(|z|/√2), exact also far out in the tail. */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The z that leaves half of 1 − confidence in each tail: 1.9599… for 0.95. */
export function normalBound(confidence: number): number {
  return normalQuantile(0.5 + confidence / 2, 0, 1);
}

/** z.975 + z.80: how many standard errors a difference must be to be found 80 times in 100 by a two-sided 5 % test. */
export const usuallyDetected = normalQuantile(0.975, 0, 1) + normalQuantile(0.8, 0, 1);
