import { hashPassword } from "better-auth/crypto";
import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";
import type { HeldRole, RoleName } from "@kuultu/domain/staff/permission";

import { newStep, recordChange } from "#history/record-change";
import { heldRole } from "#staff/held-role";
import { lockNames } from "#staff/name-lock";
import { checkPassword } from "#staff/password";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

const roleColumns = { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } as const;

/**
 * Gives a role, or another reach to a role that is held. Violations: `not-found` where nobody has the address,
 * `staff.last-admin` where nobody would be left who manages the whole organisation.
 */
export function giveRole(scope: Scope, email: string, { role, reach }: HeldRole): Promise<void> {
  const held = reach.wholeOrganisation
    ? { wholeOrganisation: true, serviceIds: [], siteIds: [] }
    : { wholeOrganisation: false, serviceIds: [...reach.serviceIds], siteIds: [...reach.siteIds] };
  return changeStanding(scope, email, async (tx, staffId) => {
    const { organisationId } = tx;
    const key = { organisationId_staffId_role: { organisationId, staffId, role } };
    const before = await tx.staffRole.findUnique({ where: key, select: roleColumns });
    await tx.staffRole.upsert({
      where: key,
      create: { organisationId, id: uuidv7(), staffId, role, ...held },
      update: held,
      select: { id: true },
    });
    const from = before === null ? null : reachLine(heldRole(before));
    return { change: "staff.role-given", values: { role: [null, role], reach: [from, reachLine({ role, reach })] } };
  });
}

/** Takes a role away. Violations: `not-found` where it is not held, `staff.last-admin` as for `giveRole`. */
export function takeRole(scope: Scope, email: string, role: RoleName): Promise<void> {
  return changeStanding(scope, email, async (tx, staffId) => {
    const { organisationId } = tx;
    const { count } = await tx.staffRole.deleteMany({ where: { organisationId, staffId, role } });
    if (count === 0) throw new RuleViolation("not-found");
    return { change: "staff.role-taken", values: { role: [role, null] } };
  });
}

/** Lets somebody in no longer, or again; what they did and own stays. Violations as for `giveRole`. */
export function setActive(scope: Scope, email: string, active: boolean): Promise<void> {
  return changeStanding(scope, email, async (tx, id) => {
    const where = { organisationId_id: { organisationId: tx.organisationId, id } };
    const before = await tx.staff.findUniqueOrThrow({ where, select: { active: true } });
    await tx.staff.update({ where, data: { active }, select: { id: true } });
    return { change: "staff.active-set", values: { active: [Number(before.active), Number(active)] } };
  });
}

/**
 * Sets a new password, which holds in every organisation of this person, and ends all their sessions.
 * Violations: `not-found`, `staff.password-too-short`, `staff.password-common`.
 */
export async function setPassword(parts: ServerParts, scope: Scope, email: string, password: string): Promise<void> {
  checkPassword(password);
  const login = await hashPassword(password);
  const { accounts } = parts.database;
  await changeStanding(scope, email, async (_tx, staffId, address) => {
    await accounts.$transaction(async (tx) => {
      const { id: userId } = await tx.user.findUniqueOrThrow({ where: { email: address }, select: { id: true } });
      const credential = { userId, providerId: "credential" };
      const { count } = await tx.account.updateMany({ where: credential, data: { password: login } });
      if (count === 0)
        await tx.account.create({ data: { id: uuidv7(), accountId: userId, ...credential, password: login } });
      await tx.session.deleteMany({ where: { userId } });
    });
    return { change: "staff.password-set", values: { staffId: [null, staffId] } };
  });
}

/** One change of one person's standing, in turn with all others: of two admins who go at once, one stays. */
function changeStanding(
  scope: Scope,
  email: string,
  change: (
    tx: OrganisationTransaction,
    staffId: string,
    address: string,
  ) => Promise<Pick<ChangeEntry, "change" | "values">>,
): Promise<void> {
  return scope.transaction(async (tx) => {
    await lockNames(tx, "staff standing");
    const address = email.trim().toLowerCase();
    const person = await tx.staff.findFirst({
      where: { organisationId: tx.organisationId, email: address },
      select: { id: true },
    });
    if (person === null) throw new RuleViolation("not-found");
    const managed = await isManaged(tx);
    const entry = await change(tx, person.id, address);
    if (managed && !(await isManaged(tx))) throw new RuleViolation("staff.last-admin");
    await recordChange(tx, scope, newStep(), [{ subject: "staff", subjectId: person.id, ...entry }]);
  });
}

/** Whether somebody at work may manage the staff of the whole organisation. */
async function isManaged(tx: OrganisationTransaction): Promise<boolean> {
  const staff = await tx.staff.findMany({
    where: { organisationId: tx.organisationId, active: true },
    select: { id: true, name: true, roles: { select: roleColumns } },
  });
  return staff.some((member) => may({ ...member, roles: member.roles.map(heldRole) }, "staff.manage"));
}

/** A reach as the history keeps it: "all", or its ids. */
function reachLine({ reach }: HeldRole): string {
  return reach.wholeOrganisation ? "all" : [...reach.serviceIds, ...reach.siteIds].join(" ");
}
