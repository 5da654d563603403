import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { addTeamSchema, editTeamSchema, TeamView } from "@kuultu/domain/staff/team";

import { lockNames } from "#staff/name-lock";
import { newStep, recordChange } from "#history/record-change";
import { listTeams } from "#staff/team-queries";
import type { Scope } from "#trpc/scope";

/** A new team. `staff.team-name-taken`; `not-found` for a member who does not work here. */
export async function addTeam(scope: Scope, input: z.infer<typeof addTeamSchema>): Promise<TeamView[]> {
  await scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { name } = input;
    const memberIds = await knownMembers(tx, input.memberIds);
    await refuseTakenName(tx, name, null);
    const id = uuidv7();
    await tx.team.create({ data: { organisationId, id, name } });
    await tx.teamMember.createMany({
      data: memberIds.map((staffId) => ({ organisationId, teamId: id, staffId })),
    });
    const values = { members: [null, memberIds.join(" ")] } as const;
    await recordChange(tx, scope, newStep(), [
      { subject: "team", subjectId: id, change: "team.added", values, texts: { name } },
    ]);
  });
  return listTeams(scope);
}

/** Changes a team's name and members, or gives it up: what it has stays with it. */
export async function editTeam(scope: Scope, input: z.infer<typeof editTeamSchema>): Promise<TeamView[]> {
  await scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { teamId, version, name, active } = input;
    const stored = await tx.team.findUnique({
      where: { organisationId_id: { organisationId, id: teamId } },
      select: { version: true, active: true, members: { select: { staffId: true } } },
    });
    if (stored === null) throw new RuleViolation("not-found");
    const memberIds = await knownMembers(tx, input.memberIds);
    await refuseTakenName(tx, name, teamId);
    const { count } = await tx.team.updateMany({
      where: { organisationId, id: teamId, version },
      data: { name, active, version: version + 1 },
    });
    if (count === 0) throw new RuleViolation("changed-meanwhile", { version: stored.version });
    await tx.teamMember.deleteMany({ where: { organisationId, teamId } });
    await tx.teamMember.createMany({ data: memberIds.map((staffId) => ({ organisationId, teamId, staffId })) });
    const before = stored.members.map(({ staffId }) => staffId).toSorted();
    await recordChange(tx, scope, newStep(), [
      {
        subject: "team",
        subjectId: teamId,
        change: "team.edited",
        values: {
          members: [before.join(" "), memberIds.join(" ")],
          active: [Number(stored.active), Number(active)],
        },
        texts: { name },
      },
    ]);
  });
  return listTeams(scope);
}

async function knownMembers(tx: OrganisationTransaction, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)].toSorted();
  const known = await tx.staff.count({
    where: { organisationId: tx.organisationId, active: true, id: { in: wanted } },
  });
  if (known < wanted.length) throw new RuleViolation("not-found");
  return wanted;
}

async function refuseTakenName(tx: OrganisationTransaction, name: string, except: string | null): Promise<void> {
  await lockNames(tx, "team");
  const other = await tx.team.findFirst({
    where: { organisationId: tx.organisationId, name, ...(except !== null && { NOT: { id: except } }) },
    select: { id: true },
  });
  if (other !== null) throw new RuleViolation("staff.team-name-taken");
}
