/** One group of the respondents: how many of it answered, and how large it is in the population, in any unit (heads or shares). */
export interface Stratum {
  readonly n: number;
  readonly population: number;
}

/** How far a weight may go before it is trimmed. */
export const weightBounds = { low: 0.3, high: 3 } as const;

export interface PostStratification {
  /** By stratum; null where nobody answered. */
  readonly weights: readonly (number | null)[];
  /** By stratum: whether the weight was held at a bound. */
  readonly trimmed: readonly boolean[];
  /** The part of the population, 0–1, whose strata nobody answered from: no weight can speak for them. */
  readonly uncovered: number;
  readonly n: number;
  readonly effectiveN: number;
  /** n / effective n, 1 for equal weights. */
  readonly designEffect: number;
}

/**
 * Post-stratification w_h = P_h / p_h over the strata with answers, trimmed once to the bounds and then divided by the mean weight of the
 * respondents, so that Σ n_h·w_h = n (a trimmed weight may then end a little beyond its bound). Null where there is nobody to weight.
 * RangeError for negative figures.
 */
export function postStratification(
  strata: readonly Stratum[],
  bounds: { readonly low: number; readonly high: number } = weightBounds,
): PostStratification | null {
  if (strata.some(({ n, population }) => !(n >= 0 && population >= 0)))
    throw new RangeError("a stratum has no fewer than nobody");
  const covered = strata.filter((stratum) => stratum.n > 0);
  const n = total(covered.map((stratum) => stratum.n));
  const population = total(covered.map((stratum) => stratum.population));
  if (n === 0 || population === 0) return null;
  const plain = strata.map((stratum) => (stratum.n === 0 ? null : stratum.population / population / (stratum.n / n)));
  const held = plain.map((weight) => (weight === null ? null : Math.min(bounds.high, Math.max(bounds.low, weight))));
  const mean = total(held.map((weight, index) => (weight ?? 0) * (strata[index]?.n ?? 0))) / n;
  const weights = held.map((weight) => (weight === null ? null : weight / mean));
  const effectiveN = effectiveBase(weights.map((weight, index) => ({ weight: weight ?? 0, n: strata[index]?.n ?? 0 })));
  return {
    weights,
    trimmed: plain.map((weight, index) => weight !== held[index]),
    uncovered: 1 - population / total(strata.map((stratum) => stratum.population)),
    n,
    effectiveN,
    designEffect: n / effectiveN,
  };
}

/** L. Kish (1965): (Σw)²/Σw² over the respondents, given as groups of equal weight; 0 where there are none. */
export function effectiveBase(groups: readonly { readonly weight: number; readonly n: number }[]): number {
  const sum = total(groups.map(({ weight, n }) => weight * n));
  return sum === 0 ? 0 : sum ** 2 / total(groups.map(({ weight, n }) => weight ** 2 * n));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
