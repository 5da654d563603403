import { closedWeekdays } from "@kuultu/domain/calendar";
import { addMonths, dayIn } from "@kuultu/domain/day";
import { localisedTextSchema } from "@kuultu/domain/language-schema";
import { permissionsOf } from "@kuultu/domain/staff/permission";
import { preferencesSchema } from "@kuultu/domain/staff/preferences";
import type { MeView, OrganisationView, StaffRow } from "@kuultu/domain/staff/staff-view";

import { heldRole } from "#staff/held-role";
import type { SignedInAccount } from "#trpc/context";
import { organisationNow } from "#trpc/organisation-clock";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

const roleColumns = { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } as const;

/** The signed-in person with the organisations in which they work, by slug; null where nobody is signed in. */
export async function me(parts: ServerParts, account: SignedInAccount | null): Promise<MeView | null> {
  if (account === null) return null;
  const memberships = await parts.database.accounts.membership.findMany({
    where: { userId: account.userId },
    select: { organisationId: true, staffId: true },
  });
  const views = await Promise.all(
    memberships.map(({ organisationId, staffId }) => organisationView(parts, organisationId, staffId)),
  );
  const organisations = views.filter((view) => view !== null).toSorted((a, b) => a.slug.localeCompare(b.slug, "en"));
  return { name: account.name, email: account.email, organisations };
}

async function organisationView(
  parts: ServerParts,
  organisationId: string,
  staffId: string,
): Promise<OrganisationView | null> {
  const [organisation, staff] = await Promise.all([
    parts.database.accounts.organisation.findUnique({
      where: { id: organisationId },
      select: { id: true, slug: true, names: true, demonstration: true, createdAt: true },
    }),
    parts.database.forOrganisation(organisationId, (tx) =>
      tx.staff.findFirst({
        where: { organisationId: tx.organisationId, id: staffId, active: true },
        select: { name: true, preferences: true, roles: { select: roleColumns } },
      }),
    ),
  ]);
  if (organisation === null || staff === null) return null;
  const today = dayIn(organisationNow(organisation, parts.clock()));
  const member = { id: staffId, name: staff.name, roles: staff.roles.map(heldRole) };
  return {
    id: organisation.id,
    slug: organisation.slug,
    names: localisedTextSchema.parse(organisation.names),
    demonstration: organisation.demonstration,
    today,
    closedDays: closedWeekdays(addMonths(today, -12), addMonths(today, 12)),
    staffId,
    roles: member.roles.map(({ role }) => role),
    permissions: permissionsOf(member),
    preferences: preferencesSchema.parse(staff.preferences),
  };
}

/** Everybody who works in the organisation, by name: people who can be named as owners. */
export async function listStaff(scope: Scope): Promise<StaffRow[]> {
  const found = await scope.transaction((tx) =>
    tx.staff.findMany({
      where: { organisationId: tx.organisationId, active: true },
      select: { id: true, name: true, roles: { select: { role: true }, orderBy: { role: "asc" } } },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  );
  return found.map(({ id, name, roles }) => ({ id, name, roles: roles.map(({ role }) => role) }));
}
