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
