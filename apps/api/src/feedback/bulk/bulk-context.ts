import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import type { BulkChange } from "@kuultu/domain/feedback/bulk-step";
import { mayBeCodedTo } from "@kuultu/domain/feedback/coding";
import type { Day } from "@kuultu/domain/identifier";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { type Reach, reachFor } from "@kuultu/domain/staff/permission";

import { loadRoutingRules, type StoredRoutingRule } from "#routed/routing-rule-queries";
import { heldRole } from "#staff/held-role";
import { loadAssignable } from "#staff/team-queries";
import type { Scope } from "#trpc/scope";

/** What a change needs to know of besides the items. */
export interface BulkContext {
  readonly today: Day;
  /** How far whoever is to have the items may read: one of a team is enough; null: nowhere. */
  readonly ownerReach: Reach | null;
  readonly routingRules: readonly StoredRoutingRule[];
}

const anywhere: Reach = { wholeOrganisation: true };

/** Refuses what could be done to no item at all: a theme, a person, a team that is not there, a day that is over. */
export async function bulkContext(tx: OrganisationTransaction, scope: Scope, change: BulkChange): Promise<BulkContext> {
  const today = dayIn(scope.now);
  if (change.step === "code") await refuseClosedThemes(tx, change.themeIds);
  if (change.step === "wait" && change.until !== null && change.until <= today)
    throw new RuleViolation("feedback.wait-not-in-future");
  return {
    today,
    ownerReach: change.step === "assign" ? await ownersReach(tx, change) : anywhere,
    routingRules: change.step === "route" ? await loadRoutingRules(tx) : [],
  };
}

async function refuseClosedThemes(tx: OrganisationTransaction, themeIds: readonly string[]): Promise<void> {
  const themes = await tx.theme.findMany({
    where: { organisationId: tx.organisationId, id: { in: [...themeIds] } },
    select: { status: true },
  });
  if (themes.length < new Set(themeIds).size) throw new RuleViolation("not-found");
  if (!themes.every(({ status }) => mayBeCodedTo(status))) throw new RuleViolation("feedback.theme-closed");
}

async function ownersReach(
  tx: OrganisationTransaction,
  { assigneeId, teamId }: { readonly assigneeId: string | null; readonly teamId: string | null },
): Promise<Reach | null> {
  if (assigneeId === null && teamId === null) return anywhere;
  const { people, teams } = await loadAssignable(tx);
  const team = teams.find(({ id }) => id === teamId);
  const ownerIds = assigneeId === null ? (team?.memberIds ?? []) : [assigneeId];
  const owners = await tx.staff.findMany({
    where: { organisationId: tx.organisationId, active: true, id: { in: [...ownerIds] } },
    select: {
      id: true,
      name: true,
      roles: { select: { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } },
    },
  });
  const known = assigneeId === null ? team !== undefined : people.some(({ id }) => id === assigneeId);
  if (!known) throw new RuleViolation(owners.length === 0 ? "not-found" : "feedback.assignee-cannot-read");
  // Roles of several people read as those of one: their reaches together.
  return reachFor({ id: "", name: "", roles: owners.flatMap(({ roles }) => roles.map(heldRole)) }, "feedback.read");
}
