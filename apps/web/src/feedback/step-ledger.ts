import type { FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import { type RoundLedger, roundLedger } from "@kuultu/domain/rounds/round-ledger";

/** The ledger after one item has gone from one status to another. */
export function ledgerAfter(ledger: RoundLedger, from: FeedbackStatus, to: FeedbackStatus): RoundLedger {
  const [less, more] = [roundLedger({ [from]: 1 }), roundLedger({ [to]: 1 })];
  const of = (part: keyof RoundLedger): number => ledger[part] - less[part] + more[part];
  return {
    received: of("received"),
    categorised: of("categorised"),
    routed: of("routed"),
    duplicate: of("duplicate"),
    rejected: of("rejected"),
    open: of("open"),
  };
}
