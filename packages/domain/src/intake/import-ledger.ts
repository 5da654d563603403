/** rows = added + unchanged + updated + duplicate + rejected, over the data rows of a file; one row may bring several items. */
export interface ImportLedger {
  readonly rows: number;
  readonly added: number;
  readonly unchanged: number;
  readonly updated: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly items: number;
}

export const rowOutcomes = ["added", "unchanged", "updated", "duplicate", "rejected"] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const emptyLedger: ImportLedger = {
  rows: 0,
  added: 0,
  unchanged: 0,
  updated: 0,
  duplicate: 0,
  rejected: 0,
  items: 0,
};

/** The ledger after one more data row, which brought `items` new items. */
export function withRow(ledger: ImportLedger, outcome: RowOutcome, items = 0): ImportLedger {
  return { ...ledger, rows: ledger.rows + 1, [outcome]: ledger[outcome] + 1, items: ledger.items + items };
}

/** Both together. */
export function sumOfLedger(one: ImportLedger, other: ImportLedger): ImportLedger {
  return {
    rows: one.rows + other.rows,
    added: one.added + other.added,
    unchanged: one.unchanged + other.unchanged,
    updated: one.updated + other.updated,
    duplicate: one.duplicate + other.duplicate,
    rejected: one.rejected + other.rejected,
    items: one.items + other.items,
  };
}

/** Whether the five parts add up to the rows. */
export function ledgerAddsUp(ledger: ImportLedger): boolean {
  return ledger.rows === rowOutcomes.reduce((sum, outcome) => sum + ledger[outcome], 0);
}
