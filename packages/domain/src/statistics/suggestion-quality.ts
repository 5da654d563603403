import { type ShareInterval, wilsonInterval } from "./share-interval.ts";

/** Suggestions of one theme against human codings that the suggester never saw. */
export interface SuggestionOutcomes {
  /** Suggested and coded; suggested, not coded; coded, not suggested. */
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

export interface SuggestionQuality {
  /** Of what was suggested, how much was right; null where nothing was. */
  readonly precision: ShareInterval | null;
  /** Of what was right, how much was suggested; null where nothing was. */
  readonly recall: ShareInterval | null;
}

/** Precision TP/(TP+FP) and recall TP/(TP+FN) with Wilson's 95 % intervals. */
export function suggestionQuality(outcomes: SuggestionOutcomes): SuggestionQuality {
  const { truePositives, falsePositives, falseNegatives } = outcomes;
  return {
    precision: wilsonInterval(truePositives, truePositives + falsePositives),
    recall: wilsonInterval(truePositives, truePositives + falseNegatives),
  };
}

/** G. W. Brier (1950): the mean squared distance of how sure a suggestion was (0–1) from what turned out (1 or 0). 0 is best; null for none. */
export function brierScore(
  forecasts: readonly { readonly confidence: number; readonly right: boolean }[],
): number | null {
  if (forecasts.length === 0) return null;
  const squares = forecasts.map(({ confidence, right }) => (confidence - Number(right)) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / forecasts.length;
}
