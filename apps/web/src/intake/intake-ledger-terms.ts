import type { ImportLedger, RowOutcome } from "@kuultu/domain/intake/import-ledger";

import type { LedgerFill } from "#ui/LedgerBar";

/** The parts of an import ledger in their order, with the fill by which each is known. */
export const importTerms = [
  { name: "added", fill: "done" },
  { name: "unchanged", fill: "repeated" },
  { name: "updated", fill: "changed" },
  { name: "duplicate", fill: "passed" },
  { name: "rejected", fill: "refused" },
] as const satisfies readonly { readonly name: RowOutcome; readonly fill: LedgerFill }[];

/** Parts that are worth naming in a narrow place: those that are not nothing, and always what was added. */
export function namedTerms(ledger: ImportLedger): (typeof importTerms)[number][] {
  return importTerms.filter(({ name }) => name === "added" || ledger[name] > 0);
}
