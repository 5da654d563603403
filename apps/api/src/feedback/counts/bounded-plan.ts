import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

/**
 * For the rest of a transaction that counts. Themes are looked up item by item unless there are very many: the planner would else
 * read all codings there are. Its plans hang on the bounds that it is given, so none is kept; and none takes so long that
 * compiling it would pay.
 */
export async function planForBounds(tx: OrganisationTransaction): Promise<void> {
  await tx.run(
    "SELECT set_config('random_page_cost', '1.1', true), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)",
    [],
  );
}
