import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import { checkRoundMove } from "@kuultu/domain/rounds/round-status";
import type { CreateRoundInput, MoveRoundInput } from "@kuultu/domain/rounds/round-step";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange, type Step } from "#history/record-change";
import { checkEditsRounds, dateColumn, textsByLanguage } from "#rounds/round-change";
import { loadRoundView } from "#rounds/rounds-queries";
import { addSurvey, type NewSurvey } from "#rounds/survey-commands";
import type { Scope } from "#trpc/scope";

/** A round of a known survey, or of a new one. Violations: `not-found` (the survey), `rounds.name-taken`. */
export async function createRound(scope: Scope, input: CreateRoundInput): Promise<RoundView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const step = newStep();
    const surveyId =
      input.newSurvey === undefined
        ? await knownSurvey(tx, input.surveyId)
        : await newSurvey(tx, scope, step, input.newSurvey);
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
    const { name, opensOn = null, closesOn = null, invited = null } = input;
    await recordChange(tx, scope, step, [
      {
        subject: "round",
        subjectId: roundId,
        change: "round.created",
        values: {
          survey: [null, surveyId],
          state: [null, "planned"],
          ...(opensOn === null ? {} : { opensOn: [null, opensOn] }),
          ...(closesOn === null ? {} : { closesOn: [null, closesOn] }),
          ...(invited === null ? {} : { invited: [null, invited] }),
        },
        texts: { name },
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

async function newSurvey(tx: OrganisationTransaction, scope: Scope, step: Step, survey: NewSurvey): Promise<string> {
  const id = await addSurvey(tx, survey);
  const names = textsByLanguage("name", survey.names);
  await recordChange(tx, scope, step, [{ subject: "survey", subjectId: id, change: "survey.created", texts: names }]);
  return id;
}

/** Opens, closes or publishes a round; the day that its plan leaves open is today. Violations: `not-found`, `changed-meanwhile`, `rounds.transition-not-allowed`. */
export async function moveRound(scope: Scope, input: MoveRoundInput): Promise<RoundView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const where = { organisationId: tx.organisationId, id: input.roundId };
    const round = await tx.round.findFirst({
      where,
      select: { state: true, version: true, opensOn: true, closesOn: true },
    });
    if (round === null) throw new RuleViolation("not-found");
    if (round.version !== input.version) throw new RuleViolation("changed-meanwhile");
    checkRoundMove(round.state, input.to);
    const today = dayIn(scope.now);
    const day =
      input.to === "published"
        ? "publishedOn"
        : input.to === "collecting" && round.opensOn === null
          ? "opensOn"
          : input.to === "closed" && round.closesOn === null
            ? "closesOn"
            : null;
    const { count } = await tx.round.updateMany({
      where: { ...where, version: input.version },
      data: { state: input.to, version: { increment: 1 }, ...(day === null ? {} : { [day]: dateColumn(today) }) },
    });
    if (count === 0) throw new RuleViolation("changed-meanwhile");
    const values = { state: [round.state, input.to], ...(day === null ? {} : { [day]: [null, today] }) } as const;
    await recordChange(tx, scope, newStep(), [
      { subject: "round", subjectId: input.roundId, change: "round.moved", values },
    ]);
    return loadRoundView(tx, scope, input.roundId);
  });
}
