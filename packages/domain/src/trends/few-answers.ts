/** An organisation's thresholds: bases below `suppressBelow` are hidden, those below `indicativeBelow` are shown without a test. */
export interface FewAnswersThresholds {
  readonly suppressBelow: number;
  readonly indicativeBelow: number;
}

export const defaultThresholds: FewAnswersThresholds = { suppressBelow: 10, indicativeBelow: 30 };

export type BaseState = "suppressed" | "indicative" | "shown";

/** What may be shown of a figure that stands on n answers. Unweighted n decides. */
export function baseState(n: number, thresholds: FewAnswersThresholds = defaultThresholds): BaseState {
  if (n < thresholds.suppressBelow) return "suppressed";
  return n < thresholds.indicativeBelow ? "indicative" : "shown";
}

/**
 * The states of the cells of one split whose total is known. As long as the hidden cells could be computed from the total (a single one),
 * or are together too few themselves, the next smallest is hidden too. Empty cells protect nobody, so they do not count as hidden ones.
 * Give every cell of the split, also that of the answers without a value.
 */
export function splitStates(
  bases: readonly number[],
  thresholds: FewAnswersThresholds = defaultThresholds,
): BaseState[] {
  const states = bases.map((n) => baseState(n, thresholds));
  const bySize = bases.map((_, index) => index).toSorted((a, b) => (bases[a] ?? 0) - (bases[b] ?? 0));
  while (!holdsTogether(bases, states, thresholds)) {
    const next = bySize.find((index) => states[index] !== "suppressed");
    if (next === undefined) break;
    states[next] = "suppressed";
  }
  return states;
}

/** Whether what is hidden stays hidden beside a known total: nothing, or enough answers together to be shown as one. */
export function holdsTogether(
  bases: readonly number[],
  states: readonly BaseState[],
  thresholds: FewAnswersThresholds,
): boolean {
  const hidden = bases.reduce((sum, n, index) => (states[index] === "suppressed" ? sum + n : sum), 0);
  return hidden === 0 || hidden >= thresholds.suppressBelow;
}

/**
 * Which cells may enter a total that stands beside them. Cells too few to show stay out unless they are enough together:
 * else total minus shown cells would tell of them. Unlike `splitStates` this takes nothing away from a cell that may be shown.
 */
export function cellsOfTotal(
  bases: readonly number[],
  thresholds: FewAnswersThresholds = defaultThresholds,
): boolean[] {
  const states = bases.map((n) => baseState(n, thresholds));
  const together = holdsTogether(bases, states, thresholds);
  return states.map((state) => together || state !== "suppressed");
}
