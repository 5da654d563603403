import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { RoutingClass } from "@kuultu/domain/feedback/triage-status";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may, type Whereabouts } from "@kuultu/domain/staff/permission";

import { lockItems, type TriagedItem } from "#feedback/triaged-item";
import { loadRoutingRules } from "#routed/routing-rule-queries";
import type { Scope } from "#trpc/scope";

/** The classes that a registrar handles: those assigned to them or to nobody by name; reports of whistleblowing only by name. */
export async function handledClasses(tx: OrganisationTransaction, scope: Scope): Promise<RoutingClass[]> {
  const rules = await loadRoutingRules(tx);
  return rules
    .filter(({ routingClass, registrarIds }) =>
      registrarIds.length === 0 ? routingClass !== "whistleblowing" : registrarIds.includes(scope.staff.id),
    )
    .map(({ routingClass }) => routingClass);
}

/** Whether a routed item is the registrar's to handle. `classes`: those they handle. */
export function isHandled(
  scope: Scope,
  classes: readonly RoutingClass[],
  item: Whereabouts & { readonly status: string; readonly statusReason: string | null },
): boolean {
  return (
    item.status === "routed" &&
    (classes as readonly (string | null)[]).includes(item.statusReason) &&
    may(scope.staff, "routed.handle", item)
  );
}

/** One routed item to act upon; `not-found` for any that is not the registrar's to handle. */
export async function lockRouted(tx: OrganisationTransaction, scope: Scope, itemId: string): Promise<TriagedItem> {
  const [item] = await lockItems(tx, [itemId]);
  if (item === undefined || !isHandled(scope, await handledClasses(tx, scope), item))
    throw new RuleViolation("not-found");
  return item;
}
