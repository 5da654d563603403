import gammainc from "@stdlib/math-base-special-gammainc";

import { type ShareInterval, wilsonInterval } from "./share-interval.ts";

/**
 * Ranks that respondents gave, by option: 1 for the first, equal numbers for ties, null for an option left unranked (it then shares the
 * last place with the others left). `count` respondents ranked alike.
 */
export interface Ranking {
  readonly ranks: readonly (number | null)[];
  readonly count: number;
}

export interface RankedOption {
  /** 1…k, ties at the mean of their places; low is good. */
  readonly meanRank: number;
  /** Borda points: k − 1 for a first place down to 0 for a last one, over all respondents. */
  readonly borda: number;
  /** How many put it first alone, and their share. */
  readonly first: number;
  readonly firstShare: ShareInterval | null;
}

/** M. G. Kendall and B. Babington Smith (1939). */
export interface Concordance {
  /** 0 (no agreement)…1 (all rank alike), corrected for ties. */
  readonly w: number;
  /** Friedman's m(k−1)W with k − 1 degrees of freedom, and its upper tail: good from about m = 8 or k = 5. */
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

export interface RankStatistics {
  /** How many ranked. */
  readonly n: number;
  /** In the order of the options; empty where nobody ranked. */
  readonly options: readonly RankedOption[];
  /** Null for one respondent or one option, or where everybody ties everything. */
  readonly concordance: Concordance | null;
}

/** Places with ties at the mean of theirs (midranks): [1, 1, 3] → [1.5, 1.5, 3], unranked ones after all others. */
export function midranks(ranks: readonly (number | null)[]): number[] {
  const values = ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY);
  return values.map((own) => {
    const before = values.filter((other) => other < own).length;
    return before + (values.filter((other) => other === own).length + 1) / 2;
  });
}

/** Mean ranks, first choices, Borda points and agreement. RangeError where respondents ranked different numbers of options. */
export function rankStatistics(rankings: readonly Ranking[]): RankStatistics {
  const k = rankings[0]?.ranks.length ?? 0;
  if (rankings.some((ranking) => ranking.ranks.length !== k)) throw new RangeError("all rank the same options");
  const placed = rankings.map(({ ranks, count }) => ({ places: midranks(ranks), count }));
  const n = placed.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return { n, options: [], concordance: null };
  const sums = Array.from({ length: k }, (_, option) =>
    placed.reduce((sum, { places, count }) => sum + (places[option] ?? 0) * count, 0),
  );
  const options = sums.map((sum, option) => {
    const first = placed.reduce((so, { places, count }) => (places[option] === 1 ? so + count : so), 0);
    return {
      meanRank: sum / n,
      borda: k * n - sum,
      first,
      firstShare: wilsonInterval(first, n),
    };
  });
  return { n, options, concordance: concordanceOf(sums, placed, n) };
}

/** W = 12S / (m²(k³−k) − m·ΣT): S the squared distances of the rank sums from their mean, T = Σ(t³−t) over each respondent's ties. */
function concordanceOf(
  sums: readonly number[],
  placed: readonly { readonly places: readonly number[]; readonly count: number }[],
  m: number,
): Concordance | null {
  const k = sums.length;
  if (m < 2 || k < 2) return null;
  const ties = placed.reduce((sum, { places, count }) => sum + count * tieTerm(places), 0);
  const most = m * m * (k ** 3 - k) - m * ties;
  if (most === 0) return null;
  const expected = (m * (k + 1)) / 2;
  const w = (12 * sums.reduce((sum, own) => sum + (own - expected) ** 2, 0)) / most;
  const chiSquare = m * (k - 1) * w;
  return { w, chiSquare, df: k - 1, p: gammainc(chiSquare / 2, (k - 1) / 2, true, true) };
}

function tieTerm(places: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const place of places) sizes.set(place, (sizes.get(place) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + size ** 3 - size, 0);
}
