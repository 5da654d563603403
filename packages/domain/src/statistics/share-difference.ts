import { twoSidedP, usuallyDetected } from "./normal.ts";
import { wilsonInterval } from "./share-interval.ts";

/** `count` of `n`, both whole. */
export interface Share {
  readonly count: number;
  readonly n: number;
}

/** The difference of two shares, a − b, −1…1. */
export interface ShareDifference {
  readonly difference: number;
  /** 95 % interval of the difference. */
  readonly low: number;
  readonly high: number;
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
  /** p < 0.05. */
  readonly significant: boolean;
  /** The smallest difference that these bases would usually detect: power 80 %, two-sided 5 %. */
  readonly detectable: number;
}

/**
 * The score test of two independent shares: z = (p₁ − p₂)/√(p(1−p)(1/n₁ + 1/n₂)), p pooled; z² is Pearson's χ² without continuity correction,
 * R's prop.test(correct = FALSE). The interval is R. G. Newcombe's hybrid score interval (1998, method 10), made of the two Wilson intervals.
 * Null where a base is 0, or where all or none of both sides say so.
 */
export function shareDifference(a: Share, b: Share): ShareDifference | null {
  const ofA = wilsonInterval(a.count, a.n);
  const ofB = wilsonInterval(b.count, b.n);
  if (ofA === null || ofB === null) return null;
  const pooled = (a.count + b.count) / (a.n + b.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  if (error === 0) return null;
  const difference = (a.count * b.n - b.count * a.n) / (a.n * b.n);
  const z = difference / error;
  const p = twoSidedP(z);
  return {
    difference,
    low: difference - Math.hypot(ofA.value - ofA.low, ofB.high - ofB.value),
    high: difference + Math.hypot(ofA.high - ofA.value, ofB.value - ofB.low),
    z,
    p,
    significant: p < 0.05,
    detectable: usuallyDetected * error,
  };
}
