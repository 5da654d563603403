import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { RowOutcome } from "@kuultu/domain/intake/import-ledger";

import type { PreparedRow } from "#intake/prepared-row";

/** What an earlier row of the same identity brought. */
export interface KnownRow {
  readonly content: Buffer;
  readonly importId: string;
  readonly responseId: string | null;
  readonly itemIds: readonly string[];
}

/** Rows known already, by their identity in hexadecimal. */
export async function knownRows(
  tx: OrganisationTransaction,
  rows: readonly PreparedRow[],
): Promise<Map<string, KnownRow>> {
  const found = await tx.sql<{
    identity: Buffer;
    content: Buffer;
    import_id: string;
    response_id: string | null;
    item_ids: string[];
  }>({
    name: "intake.known-rows",
    text: `SELECT identity, content, import_id, response_id, item_ids FROM import_row
      WHERE organisation_id = $1::uuid AND identity = ANY($2::bytea[])`,
    values: [tx.organisationId, rows.map(({ identity }) => identity)],
  });
  return new Map(
    found.map((row) => [
      row.identity.toString("hex"),
      { content: row.content, importId: row.import_id, responseId: row.response_id, itemIds: row.item_ids },
    ]),
  );
}

/** What becomes of a row. A repeat within the file is a duplicate, whatever it says: the first one wins. */
export function outcomeOf({ reading, repeated, content }: PreparedRow, known: KnownRow | undefined): RowOutcome {
  if (reading.rejected) return "rejected";
  if (repeated) return "duplicate";
  if (known === undefined) return "added";
  return known.content.equals(content) ? "unchanged" : "updated";
}
