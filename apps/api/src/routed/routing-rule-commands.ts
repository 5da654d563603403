import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { SetRoutingRule } from "@kuultu/domain/feedback/routed-step";
import type { RoutingRuleView } from "@kuultu/domain/feedback/routed-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { listRoutingRules } from "#routed/routing-rule-queries";
import type { Scope } from "#trpc/scope";

/** Sets where a class goes, its clock, and who handles it. Clocks that run already stay. `changed-meanwhile` where somebody was quicker. */
export async function setRoutingRule(scope: Scope, input: SetRoutingRule): Promise<RoutingRuleView[]> {
  await scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { routingClass, version, ...set } = input;
    const registrarIds = [...new Set(set.registrarIds)];
    await requireRegistrars(tx, registrarIds);
    const data = { ...set, registrarIds };
    const stored = await tx.routingRule.findUnique({
      where: { organisationId_routingClass: { organisationId, routingClass } },
    });
    if (stored === null && version === 0) {
      const { count } = await tx.routingRule.createMany({
        data: [{ organisationId, routingClass, ...data }],
        skipDuplicates: true,
      });
      if (count === 0) throw new RuleViolation("changed-meanwhile", { version: 1 });
    } else {
      const { count } = await tx.routingRule.updateMany({
        where: { organisationId, routingClass, version },
        data: { ...data, version: version + 1 },
      });
      if (count === 0) throw new RuleViolation("changed-meanwhile", { version: stored?.version ?? 0 });
    }
    await recordChange(tx, scope, newStep(), [
      {
        subject: "organisation",
        subjectId: organisationId,
        change: "routing-rule.set",
        values: {
          routingClass: [routingClass, routingClass],
          days: [stored?.days ?? null, set.days],
          months: [stored?.months ?? null, set.months],
          registrars: [stored?.registrarIds.join(" ") ?? null, registrarIds.join(" ")],
        },
      },
    ]);
  });
  return listRoutingRules(scope);
}

async function requireRegistrars(tx: OrganisationTransaction, ids: readonly string[]): Promise<void> {
  const known = await tx.staffRole.findMany({
    where: { organisationId: tx.organisationId, staffId: { in: [...ids] }, role: "registrar", staff: { active: true } },
    select: { staffId: true },
  });
  if (known.length < ids.length) throw new RuleViolation("not-found");
}
