import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";
import type { Assignable } from "@kuultu/domain/staff/team";

import { loadAssignable } from "#staff/team-queries";
import type { Scope } from "#trpc/scope";

/** People and teams who may be given an item (null: any item at all), by name. `not-found` for an item that the asker may not read. */
export function listAssignable(scope: Scope, itemId: string | null): Promise<Assignable> {
  return scope.transaction(async (tx) => {
    if (itemId === null) return loadAssignable(tx);
    const item = await tx.feedbackItem.findUnique({
      where: { organisationId_id: { organisationId: tx.organisationId, id: itemId } },
      select: { serviceId: true, siteId: true, statusReason: true },
    });
    if (item === null || item.statusReason === "whistleblowing" || !may(scope.staff, "feedback.read", item)) {
      throw new RuleViolation("not-found");
    }
    return loadAssignable(tx, item);
  });
}
