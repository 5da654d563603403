import { RuleViolation } from "#rule-violation";

import type { RoundState } from "./round-view.ts";

/** Where a round may go. Closing can be taken back while nothing is published; a published round stays as it is. */
export const roundTransitions: Readonly<Record<RoundState, readonly RoundState[]>> = {
  planned: ["collecting"],
  collecting: ["closed"],
  closed: ["published", "collecting"],
  published: [],
};

export function mayMoveRound(from: RoundState, to: RoundState): boolean {
  return roundTransitions[from].includes(to);
}

export function checkRoundMove(from: RoundState, to: RoundState): void {
  if (!mayMoveRound(from, to)) throw new RuleViolation("rounds.transition-not-allowed", { from, to });
}

/** Only what has closed is shown over time. */
export function isInTrends(state: RoundState): boolean {
  return state === "closed" || state === "published";
}
