import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { checkRoundPlan } from "@kuultu/domain/rounds/round-plan";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import type { NextRoundInput, SetQuestionnaireInput } from "@kuultu/domain/rounds/survey-step";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { setQuestionEdges } from "#rounds/question-edges";
import { checkEditsRounds, dateColumn } from "#rounds/round-change";
import { loadRoundView } from "#rounds/rounds-queries";
import { askQuestions } from "#rounds/survey-commands";
import { loadSurveyView } from "#rounds/survey-queries";
import type { Scope } from "#trpc/scope";

/**
 * Sets which questions a round asks, in which order; one that it did not ask yet comes in its newest version. Violations: `not-found`
 * (round, a question of another survey), `changed-meanwhile`, `rounds.questionnaire-closed`, `rounds.question-answered`.
 */
export async function setQuestionnaire(scope: Scope, input: SetQuestionnaireInput): Promise<SurveyView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const where = { organisationId, id: input.roundId };
    const round = await tx.round.findFirst({ where, select: { surveyId: true, state: true, version: true } });
    if (round === null) throw new RuleViolation("not-found");
    if (round.version !== input.version) throw new RuleViolation("changed-meanwhile");
    if (round.state !== "planned" && round.state !== "collecting") {
      throw new RuleViolation("rounds.questionnaire-closed");
    }
    const survey = await loadSurveyView(tx, round.surveyId);
    const questionIds = [...new Set(input.questionIds)];
    const answered = survey.rounds.find(({ id }) => id === input.roundId)?.answeredIds ?? [];
    if (answered.some((id) => !questionIds.includes(id))) throw new RuleViolation("rounds.question-answered");
    const before = await tx.roundQuestion.findMany({
      where: { organisationId, roundId: input.roundId },
      select: { questionId: true, questionVersionId: true },
    });
    const asked = withVersions(survey, questionIds, before);
    const { count } = await tx.round.updateMany({
      where: { ...where, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new RuleViolation("changed-meanwhile");
    await tx.roundQuestion.deleteMany({ where: { organisationId, roundId: input.roundId } });
    await askQuestions(tx, input.roundId, asked);
    for (const { questionId } of [...before, ...asked]) await setQuestionEdges(tx, questionId);
    await recordChange(tx, scope, newStep(), [
      {
        subject: "round",
        subjectId: input.roundId,
        change: "round.questionnaire-set",
        values: { questions: [before.length, asked.length] },
      },
    ]);
    return loadSurveyView(tx, round.surveyId);
  });
}

interface AskedVersion {
  readonly questionId: string;
  readonly questionVersionId: string;
}

function withVersions(
  survey: SurveyView,
  questionIds: readonly string[],
  before: readonly AskedVersion[],
): AskedVersion[] {
  return questionIds.map((questionId) => {
    const question = survey.questions.find(({ id }) => id === questionId);
    if (question === undefined) throw new RuleViolation("not-found");
    const kept = before.find((each) => each.questionId === questionId);
    return kept ?? { questionId, questionVersionId: question.versions[0].id };
  });
}

/**
 * The next round of a survey: planned, with the questionnaire of its last round in the newest versions. Violations: `not-found`,
 * `rounds.nothing-to-copy`, `rounds.name-taken`, `rounds.turned-days`.
 */
export async function nextRound(scope: Scope, input: NextRoundInput): Promise<RoundView> {
  checkEditsRounds(scope);
  checkRoundPlan(input);
  return scope.transaction(async (tx) => {
    const survey = await loadSurveyView(tx, input.surveyId);
    const last = survey.rounds.findLast(({ questionIds }) => questionIds.length > 0) ?? survey.rounds.at(-1);
    if (last === undefined) throw new RuleViolation("rounds.nothing-to-copy");
    const id = await plannedRound(tx, input);
    const asked = withVersions(survey, last.questionIds, []);
    await askQuestions(tx, id, asked);
    for (const { questionId } of asked) await setQuestionEdges(tx, questionId);
    const { opensOn, closesOn, invited } = input;
    await recordChange(tx, scope, newStep(), [
      {
        subject: "round",
        subjectId: id,
        change: "round.created",
        values: {
          survey: [null, input.surveyId],
          state: [null, "planned"],
          from: [null, last.id],
          questions: [null, asked.length],
          ...(opensOn === null ? {} : { opensOn: [null, opensOn] }),
          ...(closesOn === null ? {} : { closesOn: [null, closesOn] }),
          ...(invited === null ? {} : { invited: [null, invited] }),
        },
        texts: { name: input.name },
      },
    ]);
    return loadRoundView(tx, scope, id);
  });
}

async function plannedRound(tx: OrganisationTransaction, input: NextRoundInput): Promise<string> {
  const id = uuidv7();
  const { count } = await tx.round.createMany({
    data: {
      organisationId: tx.organisationId,
      id,
      surveyId: input.surveyId,
      name: input.name,
      opensOn: dateColumn(input.opensOn),
      closesOn: dateColumn(input.closesOn),
      invited: input.invited,
    },
    skipDuplicates: true,
  });
  if (count === 0) throw new RuleViolation("rounds.name-taken", { name: input.name });
  return id;
}
