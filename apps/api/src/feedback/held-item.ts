import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

/**
 * Keeps an item where it is until the transaction ends, for what is written beside it. An import that would bring it anew waits, and
 * then finds that somebody has begun to work on it; others who write beside it do not.
 */
export async function holdItem(tx: OrganisationTransaction, itemId: string): Promise<void> {
  // An import that came first has taken it away and brought it anew under its id: only a second look finds that one.
  if (!(await held(tx, itemId))) await held(tx, itemId);
}

async function held(tx: OrganisationTransaction, itemId: string): Promise<boolean> {
  const rows = await tx.sql({
    name: "feedback.hold",
    text: "SELECT FROM feedback_item WHERE organisation_id = $1::uuid AND id = $2::uuid FOR KEY SHARE",
    values: [tx.organisationId, itemId],
  });
  return rows.length > 0;
}
