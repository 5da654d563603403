import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { mayReadNotes, type Person } from "@kuultu/domain/feedback/note";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { StaffMember } from "@kuultu/domain/staff/permission";

import { heldRole } from "#staff/held-role";
import type { Scope } from "#trpc/scope";

/** What decides who may read the notes of an item. */
export interface NotedItem {
  readonly id: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly statusReason: string | null;
}

/** The item whose notes are asked for; `not-found` for whoever may not read them, as if it were not there. */
export async function notedItem(tx: OrganisationTransaction, scope: Scope, itemId: string): Promise<NotedItem> {
  const item = await tx.feedbackItem.findUnique({
    where: { organisationId_id: { organisationId: tx.organisationId, id: itemId } },
    select: { id: true, serviceId: true, siteId: true, statusReason: true },
  });
  if (item === null || !mayReadNotes(scope.staff, item)) throw new RuleViolation("not-found");
  return item;
}

const staffColumns = {
  id: true,
  name: true,
  roles: { select: { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } },
} as const;

/** Everybody who may read the item, and so may be named beside it, by name. */
export async function readersOf(tx: OrganisationTransaction, item: NotedItem): Promise<Person[]> {
  const staff = await tx.staff.findMany({
    where: { organisationId: tx.organisationId, active: true },
    select: staffColumns,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return staff
    .map(({ roles, ...person }): StaffMember => ({ ...person, roles: roles.map(heldRole) }))
    .filter((member) => mayReadNotes(member, item))
    .map(({ id, name }) => ({ id, name }));
}

/** Refuses to name somebody who does not work here (`not-found`) or may not read the item (`feedback.named-cannot-read`). */
export async function checkMentions(
  tx: OrganisationTransaction,
  item: NotedItem,
  staffIds: readonly string[],
): Promise<void> {
  if (staffIds.length === 0) return;
  const readers = new Set((await readersOf(tx, item)).map(({ id }) => id));
  for (const id of staffIds) {
    if (readers.has(id)) continue;
    const known = await tx.staff.findFirst({
      where: { organisationId: tx.organisationId, id, active: true },
      select: { id: true },
    });
    throw new RuleViolation(known === null ? "not-found" : "feedback.named-cannot-read");
  }
}
