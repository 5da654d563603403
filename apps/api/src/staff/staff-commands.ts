import { hashPassword } from "better-auth/crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

import type { ChangeEntry } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { HeldRole } from "@kuultu/domain/staff/permission";
import { changedPreferences, preferencesSchema } from "@kuultu/domain/staff/preferences";
import type { Preferences, PreferencesChange } from "@kuultu/domain/staff/preferences";

import { newStep, recordChange } from "#history/record-change";
import { checkPassword } from "#staff/password";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
  /** Null: no sign-in with a password, as for the people of the demonstration. */
  readonly password: string | null;
}

const nameSchema = z.string().trim().min(1).max(200);

/**
 * Makes a staff member with roles, and the account to sign in with unless there is one of that address already
 * (a person may work in several organisations and keeps the password). Returns the id of the staff member.
 * Violations: `staff.email-taken`, `staff.password-too-short`, `staff.password-common`.
 */
export async function addStaff(parts: ServerParts, scope: Scope, input: NewStaff): Promise<string> {
  const email = z.email().parse(input.email.trim().toLowerCase());
  const name = nameSchema.parse(input.name);
  if (input.password !== null) checkPassword(input.password);
  const taken = await scope.transaction((tx) =>
    tx.staff.findFirst({ where: { organisationId: tx.organisationId, email }, select: { id: true } }),
  );
  if (taken !== null) throw new RuleViolation("staff.email-taken");
  const staffId = uuidv7();
  // The account comes first: interrupted between the two, the same command can simply be given again.
  await ensureAccount(parts, scope.organisation.id, staffId, { ...input, name, email });
  await scope.transaction(async (tx) => {
    const { organisationId } = tx;
    await tx.staff.create({ data: { organisationId, id: staffId, name, email, createdAt: scope.now } });
    await tx.staffRole.createMany({
      data: input.roles.map(({ role, reach }) => ({
        organisationId,
        id: uuidv7(),
        staffId,
        role,
        wholeOrganisation: reach.wholeOrganisation,
        serviceIds: reach.wholeOrganisation ? [] : [...reach.serviceIds],
        siteIds: reach.wholeOrganisation ? [] : [...reach.siteIds],
      })),
    });
    await recordChange(tx, scope, newStep(), [staffAdded(staffId, { ...input, name })]);
  });
  return staffId;
}

function staffAdded(staffId: string, { name, roles }: NewStaff): ChangeEntry {
  const values = { roles: [null, roles.map(({ role }) => role).join(" ")] } as const;
  return { subject: "staff", subjectId: staffId, change: "staff.added", values, texts: { name } };
}

async function ensureAccount(
  parts: ServerParts,
  organisationId: string,
  staffId: string,
  input: NewStaff,
): Promise<void> {
  const { email, name, password } = input;
  const login = password === null ? null : await hashPassword(password);
  await parts.database.accounts.$transaction(async (accounts) => {
    const known = await accounts.user.findUnique({ where: { email }, select: { id: true } });
    const userId = known?.id ?? uuidv7();
    if (known === null) {
      await accounts.user.create({ data: { id: userId, name, email, emailVerified: true } });
      if (login !== null) {
        await accounts.account.create({
          data: { id: uuidv7(), accountId: userId, providerId: "credential", userId, password: login },
        });
      }
    }
    await accounts.membership.upsert({
      where: { userId_organisationId: { userId, organisationId } },
      create: { userId, organisationId, staffId },
      update: { staffId },
    });
  });
}

/** Stores what a person has chosen for themselves; what is not named stays as it was. */
export async function setPreferences(scope: Scope, change: PreferencesChange): Promise<Preferences> {
  return scope.transaction(async (tx) => {
    const where = { organisationId_id: { organisationId: tx.organisationId, id: scope.staff.id } };
    // Two screens of one person: the second adds to what the first has chosen.
    await tx.sql({
      name: "staff.lock-preferences",
      text: "SELECT FROM staff WHERE organisation_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE",
      values: [tx.organisationId, scope.staff.id],
    });
    const stored = await tx.staff.findUniqueOrThrow({ where, select: { preferences: true } });
    const before = preferencesSchema.parse(stored.preferences);
    const after = changedPreferences(before, change);
    await tx.staff.update({ where, data: { preferences: after }, select: { id: true } });
    const values: Record<string, readonly [string | null, string | null]> = Object.fromEntries(
      preferencesSchema
        .keyof()
        .options.filter((field) => field !== "keys")
        .filter((field) => before[field] !== after[field])
        .map((field) => [field, [code(before[field]), code(after[field])] as const]),
    );
    for (const name of Object.keys(change.keys ?? {})) {
      const [old, now] = [before.keys[name]?.join(", "), after.keys[name]?.join(", ")];
      if (old !== now) values[`keys.${name}`] = [code(old), code(now)];
    }
    await recordChange(tx, scope, newStep(), [
      { subject: "staff", subjectId: scope.staff.id, change: "staff.preferences-set", values },
    ]);
    return after;
  });
}

function code(value: string | boolean | undefined): string | null {
  return value === undefined ? null : String(value);
}
