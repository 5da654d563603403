import { twoSidedP } from "./normal.ts";
import { baseOf } from "./rating-statistics.ts";

export interface MannWhitney {
  /** Pairs (one of a, one of b) in which a is higher, a tie counting half; R's W. */
  readonly u: number;
  /** u / (n_a·n_b): how likely one of a is above one of b, ties halved; 0–1, 0.5 for no difference. */
  readonly superiority: number;
  /** With continuity correction. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * H. B. Mann and D. R. Whitney (1947) from counts of ratings on one scale: the normal approximation with tie and continuity correction,
 * as R's wilcox.test(exact = FALSE, correct = TRUE). Null where a side is empty or all answers are alike.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): MannWhitney | null {
  const nA = baseOf({ counts: a });
  const nB = baseOf({ counts: b });
  const n = BigInt(nA + nB);
  let belowB = 0;
  let doubled = 0;
  let ties = 0n;
  for (let rating = 0; rating < Math.max(a.length, b.length); rating += 1) {
    const ofA = a[rating] ?? 0;
    const ofB = b[rating] ?? 0;
    doubled += ofA * (2 * belowB + ofB);
    belowB += ofB;
    const tied = BigInt(ofA + ofB);
    ties += tied ** 3n - tied;
  }
  const untied = n ** 3n - n - ties;
  if (nA === 0 || nB === 0 || untied === 0n) return null;
  const u = doubled / 2;
  const sigma = Math.sqrt(((nA * nB) / 12) * (Number(untied) / Number(n * (n - 1n))));
  const distance = u - (nA * nB) / 2;
  const z = (distance - Math.sign(distance) * 0.5) / sigma;
  return { u, superiority: u / (nA * nB), z, p: twoSidedP(z) };
}
