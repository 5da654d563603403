import type { RoundLedger } from "@kuultu/domain/rounds/round-ledger";
import type { LedgerFill } from "#ui/LedgerBar";

/** The parts of a round ledger in their order, with the fill by which each is known. */
export const ledgerTerms = [
  { name: "categorised", fill: "done" },
  { name: "routed", fill: "passed" },
  { name: "duplicate", fill: "repeated" },
  { name: "rejected", fill: "refused" },
  { name: "open", fill: "waiting" },
] as const satisfies readonly { readonly name: keyof RoundLedger; readonly fill: LedgerFill }[];

/** Processed = everything but the open; 371 of 372 is never all. */
export function processedOf(ledger: RoundLedger): number {
  return ledger.received - ledger.open;
}
