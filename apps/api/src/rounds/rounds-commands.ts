import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import { checkRoundMove } from "@kuultu/domain/rounds/round-status";
import type { CreateRoundInput, MoveRoundInput } from "@kuultu/domain/rounds/round-step";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { loadRoundView } from "#rounds/rounds-queries";
import { addSurvey } from "#rounds/survey-commands";
import type { Scope } from "#trpc/scope";

/** A round of a known survey, or of a new one. Violations: `not-found` (the survey), `rounds.name-taken`. */
export async function createRound(scope: Scope, input: CreateRoundInput): Promise<RoundView> {
  return scope.transaction(async (tx) => {
    const surveyId =
      input.newSurvey === undefined ? await knownSurvey(tx, input.surveyId) : await addSurvey(tx, input.newSurvey);
    const roundId = uuidv7();
    const { count } = await tx.round.createMany({
      data: {
        organisationId: tx.organisationId,
        id: roundId,
        surveyId,
        name: input.name,
        opensOn: dateColumn(input.opensOn),
        closesOn: dateColumn(input.closesOn),
        invited: input.invited ?? null,
      },
      skipDuplicates: true,
    });
    if (count === 0) throw new RuleViolation("rounds.name-taken", { name: input.name });
    await recordChange(tx, scope, newStep(), [
      {
        subject: "round",
        subjectId: roundId,
        change: "round.created",
        values: { survey: [null, surveyId], state: [null, "planned"] },
      },
    ]);
    return loadRoundView(tx, scope, roundId);
  });
}

async function knownSurvey(tx: OrganisationTransaction, surveyId: string | undefined): Promise<string> {
  const survey = await tx.survey.findFirst({
    where: { organisationId: tx.organisationId, id: surveyId ?? "" },
    select: { id: true },
  });
  if (survey === null) throw new RuleViolation("not-found");
  return survey.id;
}

/** A calendar day as the database takes it. */
function dateColumn(day: string | undefined): Date | null {
  return day === undefined ? null : new Date(`${day}T00:00:00Z`);
}

/** Opens, closes or publishes a round. Violations: `not-found`, `changed-meanwhile`, `rounds.transition-not-allowed`. */
export async function moveRound(scope: Scope, input: MoveRoundInput): Promise<RoundView> {
  return scope.transaction(async (tx) => {
    const where = { organisationId: tx.organisationId, id: input.roundId };
    const round = await tx.round.findFirst({ where, select: { state: true, version: true } });
    if (round === null) throw new RuleViolation("not-found");
    if (round.version !== input.version) throw new RuleViolation("changed-meanwhile");
    checkRoundMove(round.state, input.to);
    const { count } = await tx.round.updateMany({
      where: { ...where, version: input.version },
      data: {
        state: input.to,
        version: { increment: 1 },
        ...(input.to === "published" ? { publishedOn: dateColumn(dayIn(scope.now)) } : {}),
      },
    });
    if (count === 0) throw new RuleViolation("changed-meanwhile");
    await recordChange(tx, scope, newStep(), [
      { subject: "round", subjectId: input.roundId, change: "round.moved", values: { state: [round.state, input.to] } },
    ]);
    return loadRoundView(tx, scope, input.roundId);
  });
}
