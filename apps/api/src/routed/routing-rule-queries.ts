import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { RoutingRuleView, RoutingTarget } from "@kuultu/domain/feedback/routed-view";
import { routingClock, type RoutingDefault } from "@kuultu/domain/feedback/routing";
import { type RoutingClass, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { localisedTextSchema } from "@kuultu/domain/language-schema";

import type { Scope } from "#trpc/scope";

/** The rule of a class: what the organisation has set, else the default. */
export interface StoredRoutingRule extends RoutingDefault {
  readonly routingClass: RoutingClass;
  readonly targetNames: RoutingTarget["targetNames"];
  readonly registrarIds: readonly string[];
  readonly version: number;
}

/** Every class with its rule, in the order in which classes are offered. */
export async function loadRoutingRules(tx: OrganisationTransaction): Promise<StoredRoutingRule[]> {
  const rows = await tx.routingRule.findMany({ where: { organisationId: tx.organisationId } });
  const byClass = new Map(rows.map((row) => [row.routingClass, row]));
  return routingClasses.map((routingClass) => {
    const row = byClass.get(routingClass) ?? null;
    return {
      ...routingClock(routingClass, row),
      routingClass,
      targetNames: localisedTextSchema.parse(row?.targetNames ?? {}),
      registrarIds: row?.registrarIds ?? [],
      version: row?.version ?? 0,
    };
  });
}

/** Where each class goes and how soon, for whoever routes: not who handles it there. */
export async function listRoutingTargets(scope: Scope): Promise<RoutingTarget[]> {
  const rules = await scope.transaction(loadRoutingRules);
  return rules.map(({ routingClass, targetNames, length, promptness }) => ({
    routingClass,
    targetNames,
    length,
    promptness,
  }));
}

/** The rules whole, for whoever sets them. */
export async function listRoutingRules(scope: Scope): Promise<RoutingRuleView[]> {
  const rules = await scope.transaction(loadRoutingRules);
  return rules.map(({ routingClass, targetNames, length, promptness, outcome, registrarIds, version }) => ({
    routingClass,
    targetNames,
    length,
    promptness,
    outcome,
    registrarIds,
    version,
  }));
}
