import { localisedTextSchema } from "@kuultu/domain/language-schema";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { StaffMember } from "@kuultu/domain/staff/permission";

import { heldRole } from "#staff/held-role";
import { organisationNow } from "#trpc/organisation-clock";
import type { Scope, ScopeOrganisation } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

const organisationColumns = {
  id: true,
  slug: true,
  names: true,
  demonstration: true,
  suppressBelow: true,
  indicativeBelow: true,
  triageTargetDays: true,
  answerTargetDays: true,
  digestSalt: true,
  createdAt: true,
} as const;

/** Where a person works, and as whom. */
export interface Workplace {
  readonly organisation: ScopeOrganisation & { readonly createdAt: Date };
  readonly staff: StaffMember;
}

/** The scope of a signed-in person in an organisation; `not-found` where they do not work there, as if it were not. */
export async function loadScope(parts: ServerParts, userId: string, slug: string): Promise<Scope> {
  const { organisation, staff } = await loadWorkplace(parts, userId, slug);
  return scopeOf(parts, organisation, staff);
}

export async function loadWorkplace(parts: ServerParts, userId: string, slug: string): Promise<Workplace> {
  const organisation = await loadOrganisation(parts, slug);
  const membership = await parts.database.accounts.membership.findUnique({
    where: { userId_organisationId: { userId, organisationId: organisation.id } },
    select: { staffId: true },
  });
  if (membership === null) throw new RuleViolation("not-found");
  return { organisation, staff: await loadStaff(parts, organisation.id, membership.staffId) };
}

/** An organisation by its slug, with what its clock starts from; `not-found` where there is none. */
export async function loadOrganisation(
  parts: ServerParts,
  slug: string,
): Promise<ScopeOrganisation & { readonly createdAt: Date }> {
  const found = await parts.database.accounts.organisation.findUnique({ where: { slug }, select: organisationColumns });
  if (found === null) throw new RuleViolation("not-found");
  return { ...found, names: localisedTextSchema.parse(found.names) };
}

/** A scope for a known person. `now` overrides the organisation's clock: the demonstration is made in its own past. */
export function scopeOf(
  parts: ServerParts,
  organisation: ScopeOrganisation & { readonly createdAt: Date },
  staff: StaffMember,
  now: Date = organisationNow(organisation, parts.clock()),
): Scope {
  return {
    organisation,
    staff,
    now,
    cipher: parts.cipher,
    uploadFolder: parts.uploadFolder,
    analyser: parts.analyser,
    jobs: parts.jobs,
    maySendMail: parts.mailer !== null,
    transaction: (work) => parts.database.forOrganisation(organisation.id, work),
  };
}

/** Somebody at work in the organisation, with their roles; `not-found` where they are not, or no longer. */
export async function loadStaff(parts: ServerParts, organisationId: string, staffId: string): Promise<StaffMember> {
  const found = await parts.database.forOrganisation(organisationId, (tx) =>
    tx.staff.findFirst({
      where: { organisationId: tx.organisationId, id: staffId, active: true },
      select: {
        id: true,
        name: true,
        roles: { select: { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } },
      },
    }),
  );
  if (found === null) throw new RuleViolation("not-found");
  return { id: found.id, name: found.name, roles: found.roles.map(heldRole) };
}
