import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { StepResult } from "@kuultu/domain/feedback/feedback-view";
import { checkAssigning } from "@kuultu/domain/feedback/triage-status";
import type { assignSchema } from "@kuultu/domain/feedback/triage-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { Whereabouts } from "@kuultu/domain/staff/permission";

import { step } from "#feedback/feedback-commands";
import { loadAssignable } from "#staff/team-queries";
import type { Scope } from "#trpc/scope";

/** Who is to have an item; both null: nobody. */
export interface Owner {
  readonly assigneeId: string | null;
  readonly teamId: string | null;
}

/** Gives an item to a person, to a team, or to nobody. `feedback.assignee-cannot-read` for those beyond whose reach it lies. */
export function assignItem(scope: Scope, input: z.infer<typeof assignSchema>): Promise<StepResult> {
  const { assigneeId, teamId } = input;
  return step(scope, input, async (item, tx) => {
    checkAssigning(item);
    await checkOwner(tx, { assigneeId, teamId }, item);
    return { change: "feedback.assigned", becomes: { assigneeId, teamId } };
  });
}

/** Refuses an owner who may not read an item there; `not-found` for one who is not at work here. */
export async function checkOwner(
  tx: OrganisationTransaction,
  { assigneeId, teamId }: Owner,
  at: Whereabouts,
): Promise<void> {
  if (assigneeId === null && teamId === null) return;
  const { organisationId } = tx;
  const { people, teams } = await loadAssignable(tx, at);
  if (people.some(({ id }) => id === assigneeId) || teams.some(({ id }) => id === teamId)) return;
  const found =
    assigneeId === null
      ? await tx.team.findFirst({ where: { organisationId, id: teamId ?? "", active: true }, select: { id: true } })
      : await tx.staff.findFirst({ where: { organisationId, id: assigneeId, active: true }, select: { id: true } });
  throw new RuleViolation(found === null ? "not-found" : "feedback.assignee-cannot-read");
}
