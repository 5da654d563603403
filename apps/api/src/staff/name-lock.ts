import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

/** Holds the names of one kind until the end of the transaction: of two who want the same at once, the second is told that it is taken. */
export async function lockNames(tx: OrganisationTransaction, kind: string): Promise<void> {
  await tx.sql({
    name: "staff.lock-names",
    text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'kuultu names', $1::text, $2::text), 0))",
    values: [tx.organisationId, kind],
  });
}
