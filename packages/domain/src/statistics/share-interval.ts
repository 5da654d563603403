import type { Language } from "#language";

import { normalBound } from "./normal.ts";

/** A share with its 95 % interval, all 0–1. */
export interface ShareInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval of count/n (E. B. Wilson, 1927): (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * Null where n is 0.
 */
export function wilsonInterval(count: number, n: number, confidence = 0.95): ShareInterval | null {
  if (n === 0) return null;
  const z = normalBound(confidence);
  const p = count / n;
  const z2 = (z * z) / n;
  const middle = p + z2 / 2;
  const half = Math.sqrt(z2 * p * (1 - p) + (z2 * z2) / 4);
  return {
    value: p,
    low: count === 0 ? 0 : (middle - half) / (1 + z2),
    high: count === n ? 1 : (middle + half) / (1 + z2),
  };
}

/**
 * A share in whole steps, of which `steps` make one; rounded half up on the exact fraction. All steps only where the share is one, none only
 * where it is none. RangeError without a base.
 */
function shareSteps(count: number, n: number, steps: number): number {
  if (n === 0) throw new RangeError("a share needs a base");
  if (count === n) return steps;
  if (count === 0) return 0;
  const nearest = Number((2n * BigInt(steps) * BigInt(count) + BigInt(n)) / (2n * BigInt(n)));
  return Math.min(Math.max(nearest, 1), steps - 1);
}

/** A share in tenths of a percent, 0–1000: 1000 for one alone, 0 for none alone. RangeError without a base. */
export function shareTenths(count: number, n: number): number {
  return shareSteps(count, n, 1000);
}

/** A share as decimal text, "0.54": "1.00" for one alone, "0.00" for none alone. RangeError without a base. */
export function shareDecimals(count: number, n: number): string {
  return (shareSteps(count, n, 100) / 100).toFixed(2);
}

/** A share as a person reads it: 53,7 %, 99,9 % for anything just under one, 0,1 % for anything just above nought. */
export function shareText(count: number, n: number, language: Language): string {
  return new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: count === n || count === 0 ? 0 : 1,
    maximumFractionDigits: 1,
  }).format(shareTenths(count, n) / 1000);
}
