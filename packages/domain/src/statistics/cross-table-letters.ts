import { holm } from "./many-comparisons.ts";
import { meanDifference } from "./mean-difference.ts";
import { type RatingCounts, numberOf } from "./rating-statistics.ts";
import { type Share, shareDifference } from "./share-difference.ts";

/** One test between two columns, given by their positions; `difference` is first − second, in the unit of the figures. */
export interface ColumnPair {
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  /** Two-sided, as it is and after Holm over all pairs of the table. */
  readonly p: number;
  readonly adjusted: number;
}

/** The mark in a higher column that names a lower one. For a screen reader: the column's name from `lower`, the words from `level`. */
export interface LetterMark {
  readonly lower: number;
  /** Capital where `level` is "clear", small where it is "likely". */
  readonly letter: string;
  /** Adjusted p ≤ .01, or ≤ .05. */
  readonly level: "clear" | "likely";
  readonly adjusted: number;
}

export interface LetteredColumn {
  /** Capital, by position: A, B, … Z, AA, … */
  readonly letter: string;
  readonly marks: readonly LetterMark[];
}

export interface LetteredTable {
  readonly columns: readonly LetteredColumn[];
  /** Every pair that was tested; their number is what Holm counts with. */
  readonly pairs: readonly ColumnPair[];
}

type Tested = { readonly difference: number; readonly p: number } | null;

/** Which means lie above which: Welch between every two columns. Null for a column that is not tested (suppressed, indicative): it keeps its letter. */
export function letteredMeans(columns: readonly (RatingCounts | null)[]): LetteredTable {
  return letteredTable(columns, (a, b) => {
    const found = meanDifference(a, b);
    return found === null ? null : { difference: numberOf(found.difference), p: found.p };
  });
}

/** Which shares lie above which: the score test between every two columns; null as for means. */
export function letteredShares(columns: readonly (Share | null)[]): LetteredTable {
  return letteredTable(columns, shareDifference);
}

/** The same by any other test (weighted, say): its difference in the unit of the figures, first − second, or null where there is nothing to test. */
export function letteredTable<Column>(
  columns: readonly (Column | null)[],
  test: (a: Column, b: Column) => Tested,
): LetteredTable {
  const pairs = adjustedPairs(columns, test);
  const marks = columns.map((): LetterMark[] => []);
  for (const pair of pairs) {
    if (pair.adjusted > 0.05 || pair.difference === 0) continue;
    const [higher, lower] = pair.difference > 0 ? [pair.first, pair.second] : [pair.second, pair.first];
    const level = pair.adjusted <= 0.01 ? "clear" : "likely";
    const letter = level === "clear" ? columnLetter(lower) : columnLetter(lower).toLowerCase();
    marks[higher]?.push({ lower, letter, level, adjusted: pair.adjusted });
  }
  return {
    columns: marks.map((own, index) => ({
      letter: columnLetter(index),
      marks: own.toSorted((a, b) => a.lower - b.lower),
    })),
    pairs,
  };
}

function adjustedPairs<Column>(
  columns: readonly (Column | null)[],
  test: (a: Column, b: Column) => Tested,
): ColumnPair[] {
  const pairs: Omit<ColumnPair, "adjusted">[] = [];
  columns.forEach((a, first) =>
    columns.slice(first + 1).forEach((b, offset) => {
      const found = a === null || b === null ? null : test(a, b);
      if (found !== null) pairs.push({ first, second: first + 1 + offset, difference: found.difference, p: found.p });
    }),
  );
  const adjusted = holm(pairs.map((pair) => pair.p));
  return pairs.map((pair, index) => ({ ...pair, adjusted: adjusted[index] ?? 1 }));
}

function columnLetter(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
