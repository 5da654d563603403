/** Positions of p values from the smallest to the largest. RangeError for what is no probability. */
function bySize(ps: readonly number[]): number[] {
  if (ps.some((p) => !(p >= 0 && p <= 1))) throw new RangeError("a p value lies between 0 and 1");
  return ps.map((_, index) => index).toSorted((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0));
}

/**
 * S. Holm (1979), for a few planned tests: the i-th smallest p times m − i + 1, never below the one before it, at most 1.
 * The p values in the order in which they came; holds the chance of any false finding.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted: number[] = Array.from(ps);
  let least = 0;
  bySize(ps).forEach((index, place) => {
    least = Math.max(least, Math.min(1, (ps.length - place) * (ps[index] ?? 1)));
    adjusted[index] = least;
  });
  return adjusted;
}

/**
 * Y. Benjamini and Y. Hochberg (1995), for grids of many tests: the i-th smallest p times m / i, never above the one after it, at most 1.
 * The p values in the order in which they came; holds the expected part of false ones among the findings.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted: number[] = Array.from(ps);
  const order = bySize(ps);
  let most = 1;
  for (let place = order.length; place > 0; place -= 1) {
    const index = order[place - 1] ?? 0;
    most = Math.min(most, (ps.length / place) * (ps[index] ?? 1));
    adjusted[index] = most;
  }
  return adjusted;
}
