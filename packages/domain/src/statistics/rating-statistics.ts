import tQuantile from "@stdlib/stats-base-dists-t-quantile";

/** An exact fraction; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How often each rating of a scale was given, from the lowest, `scaleMin`, to the highest. */
export interface RatingCounts {
  readonly scaleMin: number;
  readonly counts: readonly number[];
}

export interface RatingStatistics {
  readonly n: number;
  /** Sum of the ratings. */
  readonly sum: number;
  /** Null where nobody answered. */
  readonly mean: Fraction | null;
  /** With n − 1; null for fewer than two answers, as is the interval. */
  readonly sd: number | null;
  /** 95 % t interval of the mean, clipped to the scale. */
  readonly low: number | null;
  readonly high: number | null;
}

interface Sums {
  readonly n: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}

function sumsOf(ratings: RatingCounts): Sums {
  let n = 0n;
  let sum = 0n;
  let squares = 0n;
  ratings.counts.forEach((count, index) => {
    const rating = BigInt(ratings.scaleMin + index);
    n += BigInt(count);
    sum += rating * BigInt(count);
    squares += rating * rating * BigInt(count);
  });
  return { n, sum, squares };
}

/** Beyond this many bits a number overflows. */
const mostBits = 1000;

/** The nearest number, for what is no longer counted exactly. */
export function numberOf({ numerator, denominator }: Fraction): number {
  const excess = BigInt(Math.max(0, bits(numerator) - mostBits, bits(denominator) - mostBits));
  return Number(numerator >> excess) / Number(denominator >> excess);
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

/** a − b, exactly. */
export function differenceOf(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator - b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

/** a + b + …, exactly and in lowest terms; 0/1 for none. */
export function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(
    (sum, next) =>
      inLowestTerms({
        numerator: sum.numerator * next.denominator + next.numerator * sum.denominator,
        denominator: sum.denominator * next.denominator,
      }),
    { numerator: 0n, denominator: 1n },
  );
}

function inLowestTerms({ numerator, denominator }: Fraction): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

/** The base: how many gave a rating. */
export function baseOf({ counts }: Pick<RatingCounts, "counts">): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** mean = Σ k·c_k / n, exactly; null where nobody answered. */
export function meanOf(ratings: RatingCounts): Fraction | null {
  const { n, sum } = sumsOf(ratings);
  return n === 0n ? null : { numerator: sum, denominator: n };
}

/** Sample variance (n Σk²c − (Σkc)²) / (n (n − 1)), the numerator exact; null for fewer than two answers. */
export function varianceOf(ratings: RatingCounts): number | null {
  const { n, sum, squares } = sumsOf(ratings);
  return n < 2n ? null : Number(n * squares - sum * sum) / Number(n * (n - 1n));
}

/** A fraction as decimal text, rounded half away from zero on the exact fraction: 201/200 → "1.01", −201/200 → "-1.01". Never "-0.00". */
export function meanText(fraction: Fraction, decimals = 2): string {
  const negative = fraction.numerator < 0n;
  const size = negative ? -fraction.numerator : fraction.numerator;
  const scaled = (2n * size * 10n ** BigInt(decimals) + fraction.denominator) / (2n * fraction.denominator);
  const digits = scaled.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? digits : `${whole}.${digits.slice(-decimals)}`;
  return negative && scaled > 0n ? `-${text}` : text;
}

/** Mean, SD and interval x̄ ± t(.975, n−1)·s/√n from counts. */
export function ratingStatistics(ratings: RatingCounts): RatingStatistics {
  const { n, sum } = sumsOf(ratings);
  const size = Number(n);
  const mean = meanOf(ratings);
  const variance = varianceOf(ratings);
  if (mean === null || variance === null) return { n: size, sum: Number(sum), mean, sd: null, low: null, high: null };
  const sd = Math.sqrt(variance);
  const half = (tQuantile(0.975, size - 1) * sd) / Math.sqrt(size);
  const scaleMax = ratings.scaleMin + ratings.counts.length - 1;
  return {
    n: size,
    sum: Number(sum),
    mean,
    sd,
    low: Math.max(ratings.scaleMin, numberOf(mean) - half),
    high: Math.min(scaleMax, numberOf(mean) + half),
  };
}

/** The counts of several rounds together: the pool of their respondents. All on the same scale. */
export function pooledCounts(counts: readonly (readonly number[])[]): number[] {
  const pooled: number[] = [];
  for (const one of counts) one.forEach((count, index) => (pooled[index] = (pooled[index] ?? 0) + count));
  return pooled;
}
