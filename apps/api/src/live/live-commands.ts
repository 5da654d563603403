import type { PresenceInput, PresentPerson } from "@kuultu/domain/live/live-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { isReadable } from "#live/changed-items";
import type { LiveFeed } from "#live/live-feed";
import { notify } from "#live/live-notice";
import { presentAt } from "#live/live-queries";
import type { Scope } from "#trpc/scope";

/** Says that a screen has an item open, and answers with who else has. `not-found` for what its reader may not read. */
export async function tellPresence(scope: Scope, live: LiveFeed, input: PresenceInput): Promise<PresentPerson[]> {
  const { itemId, screenId, writing } = input;
  await live.start();
  await scope.transaction(async (tx) => {
    if (itemId !== null && !(await isReadable(tx, scope.staff, itemId))) throw new RuleViolation("not-found");
    const { organisationId } = tx;
    await notify(tx, { what: "presence", organisationId, staffId: scope.staff.id, screenId, itemId, writing });
  });
  return itemId === null ? [] : presentAt(scope, live, itemId);
}
