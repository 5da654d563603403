import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import type { ItemDelta } from "#feedback/counts/item-facets";
import { applyPairs, recountPairs } from "#feedback/counts/pair-roll-up";
import { applyThemeCube, recountThemeCube } from "#feedback/counts/theme-roll-up";
import type { Difference } from "#history/verify";

/**
 * Brings every roll-up of items up to date, one statement each, the rows in the order of their keys: two writers then lock in the
 * same order. A changed item is one less as it was and one more as it is. Call it last in a transaction, once for all its items:
 * it locks what others want too.
 */
export async function applyFeedbackDeltas(tx: OrganisationTransaction, deltas: readonly ItemDelta[]): Promise<void> {
  await applyThemeCube(tx, deltas);
  await applyPairs(tx, deltas);
}

/** Counts every roll-up anew from the items and codings and tells where they differ; a row of 0 is as good as none. */
export async function recountFeedback(tx: OrganisationTransaction): Promise<Difference[]> {
  return [...(await recountThemeCube(tx)), ...(await recountPairs(tx))];
}
