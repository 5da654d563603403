import { nilId } from "@kuultu/domain/identifier";
import { roleNames } from "@kuultu/domain/staff/permission";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { StaffMember } from "@kuultu/domain/staff/permission";

import type { Scope } from "#trpc/scope";
import { loadOrganisation, loadStaff, scopeOf } from "#trpc/scope-loader";
import type { ServerParts } from "#trpc/server-parts";

/** Who acts where nobody is signed in: the command line and the making of the demonstration. */
export const systemStaff: StaffMember = {
  id: nilId,
  name: "Command line",
  roles: roleNames.map((role) => ({ role, reach: { wholeOrganisation: true } })),
};

/** The scope of the command line in an organisation; `not-found` where there is none of that slug. */
export async function systemScope(parts: ServerParts, slug: string, now?: Date): Promise<Scope> {
  return scopeOf(parts, await loadOrganisation(parts, slug), systemStaff, now);
}

/** The same in an organisation by its id, as jobs name it. */
export async function systemScopeById(parts: ServerParts, organisationId: string): Promise<Scope> {
  const found = await parts.database.accounts.organisation.findUnique({
    where: { id: organisationId },
    select: { slug: true },
  });
  if (found === null) throw new RuleViolation("not-found");
  return systemScope(parts, found.slug);
}

/** The scope of a person at work there, by ids as jobs name them; `not-found` where they no longer are. */
export async function staffScope(parts: ServerParts, organisationId: string, staffId: string): Promise<Scope> {
  const scope = await systemScopeById(parts, organisationId);
  return staffId === systemStaff.id ? scope : { ...scope, staff: await loadStaff(parts, organisationId, staffId) };
}

/** The same in every organisation there is. */
export async function systemScopes(parts: ServerParts): Promise<Scope[]> {
  const organisations = await parts.database.accounts.organisation.findMany({
    select: { slug: true },
    orderBy: { slug: "asc" },
  });
  return Promise.all(organisations.map(({ slug }) => systemScope(parts, slug)));
}
