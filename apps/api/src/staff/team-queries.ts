import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { may, mayAnywhere, type StaffMember, type Whereabouts } from "@kuultu/domain/staff/permission";
import type { Assignable, TeamView } from "@kuultu/domain/staff/team";

import { heldRole } from "#staff/held-role";
import type { Scope } from "#trpc/scope";

const byName = [{ name: "asc" as const }, { id: "asc" as const }];

/** Every team with its members, those given up too. */
export function listTeams(scope: Scope): Promise<TeamView[]> {
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const teams = await tx.team.findMany({
      where: { organisationId },
      select: { id: true, name: true, active: true, version: true, members: { select: { staffId: true } } },
      orderBy: byName,
    });
    const people = await tx.staff.findMany({
      where: { organisationId, active: true },
      select: { id: true, name: true },
      orderBy: byName,
    });
    return teams.map(({ members, ...team }) => ({
      ...team,
      members: people.filter(({ id }) => members.some(({ staffId }) => staffId === id)),
    }));
  });
}

/** People and teams to whom an item there can be given; without a place: of whom at least one may read somewhere. */
export async function loadAssignable(tx: OrganisationTransaction, at?: Whereabouts): Promise<Assignable> {
  const { organisationId } = tx;
  const staff = await tx.staff.findMany({
    where: { organisationId, active: true },
    select: {
      id: true,
      name: true,
      roles: { select: { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } },
    },
    orderBy: byName,
  });
  const reads = (member: StaffMember): boolean =>
    at === undefined ? mayAnywhere(member, "feedback.read") : may(member, "feedback.read", at);
  const people = staff
    .filter(({ id, name, roles }) => reads({ id, name, roles: roles.map(heldRole) }))
    .map(({ id, name }) => ({ id, name }));
  const readers = new Set(people.map(({ id }) => id));
  const teams = await tx.team.findMany({
    where: { organisationId, active: true },
    select: { id: true, name: true, members: { select: { staffId: true } } },
    orderBy: byName,
  });
  return {
    people,
    teams: teams
      .map(({ id, name, members }) => ({ id, name, memberIds: members.map(({ staffId }) => staffId) }))
      .filter(({ memberIds }) => memberIds.some((id) => readers.has(id))),
  };
}
