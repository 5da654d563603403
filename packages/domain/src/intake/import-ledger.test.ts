import { expect, it } from "vitest";

import { emptyLedger, ledgerAddsUp, rowOutcomes, sumOfLedger, withRow } from "./import-ledger.ts";

it("every row counts once, whatever becomes of it", () => {
  const ledger = rowOutcomes.reduce((sum, outcome) => withRow(sum, outcome, outcome === "added" ? 2 : 0), emptyLedger);
  expect(ledger).toEqual({ rows: 5, added: 1, unchanged: 1, updated: 1, duplicate: 1, rejected: 1, items: 2 });
  expect(ledgerAddsUp(sumOfLedger(ledger, ledger))).toBe(true);
  expect(ledgerAddsUp({ ...ledger, rows: 6 })).toBe(false);
});
