import { type FeedbackStatus, feedbackStatuses, openStatuses } from "#feedback/triage-status";
import { shareTenths } from "#statistics/share-interval";

/** received = categorised (or later) + routed + duplicate + rejected + open; always exact. */
export interface RoundLedger {
  readonly received: number;
  readonly categorised: number;
  readonly routed: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly open: number;
}

/** The ledger of a round from its items counted by status. */
export function roundLedger(counts: Readonly<Partial<Record<FeedbackStatus, number>>>): RoundLedger {
  const of = (...statuses: readonly FeedbackStatus[]) =>
    statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0);
  return {
    received: of(...feedbackStatuses),
    categorised: of("categorised", "answered", "closed"),
    routed: of("routed"),
    duplicate: of("duplicate"),
    rejected: of("rejected"),
    open: of(...openStatuses),
  };
}

/** How many items have been processed: categorised or later, or routed, duplicate or rejected. */
export function processed(ledger: RoundLedger): number {
  return ledger.categorised + ledger.routed + ledger.duplicate + ledger.rejected;
}

/** Whether the parts add up to what was received. */
export function ledgerSums(ledger: RoundLedger): boolean {
  return processed(ledger) + ledger.open === ledger.received;
}

/** The processed share in tenths of a percent, 0–1000 (1000 only when nothing is open); null where nothing was received. */
export function processedShare(ledger: RoundLedger): number | null {
  return ledger.received === 0 ? null : shareTenths(processed(ledger), ledger.received);
}
