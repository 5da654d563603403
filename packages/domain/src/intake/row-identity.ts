import type { ColumnMapping } from "./column-mapping.ts";
import { namespaceOf } from "./mapping-proposal.ts";

export interface IdentifiedRow {
  /** The external ids in column order; null where the row has none. */
  readonly externalId: readonly string[] | null;
  /** Every mapped cell in column order. */
  readonly mapped: readonly string[];
  /** The round that the row says it is of, or the id of the import's. */
  readonly round: string | null;
}

/** The name that a mapping's external ids are unique in. */
export function namespaceOfMapping(mapping: ColumnMapping): string {
  return (
    mapping.namespace ??
    namespaceOf(mapping.columns.filter(({ target }) => target !== "ignore").map(({ column }) => column))
  );
}

/** What tells a row from others: its id in its round, or its mapped cells. To be digested; ambiguous for no two rows. */
export function identityOf(namespace: string, row: IdentifiedRow): string {
  return JSON.stringify(
    row.externalId === null
      ? ["row", namespace, row.round, ...row.mapped]
      : ["id", namespace, row.round, ...row.externalId],
  );
}

/** Without an id equal rows are told apart by counting them: the n-th of the file is the n-th of every file. */
export function nthOf(identity: string, occurrence: number): string {
  return `${identity}#${occurrence}`;
}

/** What a row said, to tell unchanged from updated: its mapped cells with what they are mapped to. */
export function contentOf(mapping: ColumnMapping, row: IdentifiedRow): string {
  const targets = mapping.columns.filter(({ target }) => target !== "ignore").map(({ target }) => target);
  return JSON.stringify(row.mapped.map((cell, index) => [targets[index], cell]));
}
