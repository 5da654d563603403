import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { isScaled, type QuestionKind, type QuestionWording } from "@kuultu/domain/rounds/question";
import { changedParts, checkedWording, checkEdge, rekeyedOptions } from "@kuultu/domain/rounds/question-version";
import type { AddQuestionInput, EditQuestionInput, RemoveQuestionInput } from "@kuultu/domain/rounds/survey-step";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange, type Step } from "#history/record-change";
import { freeKey } from "#rounds/free-key";
import {
  checkDimension,
  questionVersions,
  storeOptions,
  type StoredVersion,
  takeQuestion,
  versionColumns,
  wordingTexts,
} from "#rounds/question-record";
import { checkEditsRounds, textsByLanguage } from "#rounds/round-change";
import { setQuestionEdges } from "#rounds/question-edges";
import { addQuestion as storeQuestion, keyOf } from "#rounds/survey-commands";
import { loadSurveyView } from "#rounds/survey-queries";
import type { Scope } from "#trpc/scope";

/** A new question of a survey, asked nowhere yet. Violations: `not-found` (survey, dimension), those of `checkedWording`. */
export async function addQuestion(scope: Scope, input: AddQuestionInput): Promise<SurveyView> {
  checkEditsRounds(scope);
  const wording = checkedWording(input.kind, input.wording);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    await loadSurveyView(tx, input.surveyId);
    await checkDimension(tx, input.surveyId, input.dimensionId);
    const taken = await tx.question.findMany({
      where: { organisationId, surveyId: input.surveyId },
      select: { key: true },
    });
    const { id } = await storeQuestion(tx, {
      surveyId: input.surveyId,
      key: freeKey(keyOf(wording.wordings, "question"), taken),
      kind: input.kind,
      versions: [
        {
          wordings: wording.wordings,
          ...(wording.scale === null ? {} : { scaleMin: wording.scale.min, scaleMax: wording.scale.max }),
        },
      ],
    });
    await tx.question.updateMany({ where: { organisationId, id }, data: { dimensionId: input.dimensionId } });
    await storeOptions(tx, id, wording.options);
    await tx.questionVersion.updateMany({ where: { organisationId, questionId: id }, data: versionColumns(wording) });
    await recordChange(tx, scope, newStep(), [
      {
        subject: "question",
        subjectId: id,
        change: "question.added",
        values: {
          survey: [null, input.surveyId],
          kind: [null, input.kind],
          dimension: [null, input.dimensionId],
          version: [null, 1],
        },
        texts: wordingTexts(wording),
      },
    ]);
    return loadSurveyView(tx, input.surveyId);
  });
}

/**
 * Changes a question. A wording that somebody has been asked is never changed: it gets a new version, with what stands between it and
 * the one before; planned rounds ask the new one from then on. Violations: `not-found`, `changed-meanwhile`,
 * `rounds.not-comparable-scale`, those of `checkedWording`.
 */
export async function editQuestion(scope: Scope, input: EditQuestionInput): Promise<SurveyView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const question = await takeQuestion(tx, input);
    await checkDimension(tx, question.surveyId, input.dimensionId);
    const versions = await questionVersions(tx, { questionId: question.id });
    const newest = versions[0];
    if (newest === undefined) throw new RuleViolation("not-found");
    const asked = versions.filter((version) => version.asked).flatMap(({ wording }) => wording.options);
    const given = checkedWording(question.kind, input.wording);
    const wording = { ...given, options: rekeyedOptions(asked, given.options) };
    const parts = changedParts(newest.wording, wording);
    await tx.question.updateMany({
      where: { organisationId, id: question.id },
      data: { dimensionId: input.dimensionId },
    });
    const step = newStep();
    if (question.dimensionId !== input.dimensionId || !newest.asked) {
      const values = {
        dimension: [question.dimensionId, input.dimensionId],
        version: [newest.version, newest.version],
      } as const;
      const texts = newest.asked ? {} : wordingTexts(wording);
      await recordChange(tx, scope, step, [
        { subject: "question", subjectId: question.id, change: "question.edited", values, texts },
      ]);
    }
    const before = newest.asked ? newest : versions[1];
    if (before !== undefined && (parts.length > 0 || !newest.asked))
      checkEdge(changedParts(before.wording, wording), input.edge.kind);
    await storeOptions(tx, question.id, wording.options);
    if (!newest.asked) await changeInPlace(tx, { question, newest, wording, edge: input.edge });
    else if (parts.length > 0) await addVersion(tx, scope, step, { question, newest, wording, edge: input.edge });
    return loadSurveyView(tx, question.surveyId);
  });
}

interface NewVersion {
  readonly question: { readonly id: string; readonly kind: QuestionKind; readonly surveyId: string };
  readonly newest: StoredVersion;
  readonly wording: QuestionWording;
  readonly edge: EditQuestionInput["edge"];
}

async function addVersion(tx: OrganisationTransaction, scope: Scope, step: Step, made: NewVersion): Promise<void> {
  const { organisationId } = tx;
  const { question, newest, wording, edge } = made;
  const version = newest.version + 1;
  const id = uuidv7();
  await tx.questionVersion.create({
    data: {
      organisationId,
      id,
      questionId: question.id,
      version,
      edgeKind: edge.kind,
      edgeNotes: edge.notes,
      ...versionColumns(wording),
    },
    select: { id: true },
  });
  const planned = await tx.roundQuestion.findMany({
    where: { organisationId, questionId: question.id, round: { state: "planned" } },
    select: { roundId: true },
  });
  // A planned round may hold answers already, brought in by hand: those were given to the version before.
  const answered = new Set(
    (await loadSurveyView(tx, question.surveyId)).rounds
      .filter(({ answeredIds }) => answeredIds.includes(question.id))
      .map((round) => round.id),
  );
  const roundIds = planned.map(({ roundId }) => roundId).filter((roundId) => !answered.has(roundId));
  await tx.roundQuestion.updateMany({
    where: { organisationId, questionId: question.id, roundId: { in: roundIds } },
    data: { questionVersionId: id },
  });
  await setQuestionEdges(tx, question.id);
  await recordChange(tx, scope, step, [
    {
      subject: "question",
      subjectId: question.id,
      change: "question.version-added",
      values: { version: [newest.version, version], edge: [null, edge.kind], rounds: [null, roundIds.length] },
      texts: { ...wordingTexts(wording), ...textsByLanguage("note", edge.notes) },
    },
  ]);
}

/** Nobody has been asked this version, so nothing that was asked changes; a series named after the wording follows it. */
async function changeInPlace(tx: OrganisationTransaction, made: NewVersion): Promise<void> {
  const { organisationId } = tx;
  const { question, newest, wording, edge } = made;
  const edgeColumns = newest.version === 1 ? {} : { edgeKind: edge.kind, edgeNotes: edge.notes };
  await tx.questionVersion.updateMany({
    where: { organisationId, id: newest.id },
    data: { ...versionColumns(wording), ...edgeColumns },
  });
  await setQuestionEdges(tx, question.id);
  if (isScaled(question.kind)) {
    await tx.series.updateMany({
      where: { organisationId, questionId: question.id, names: { equals: newest.wording.wordings } },
      data: { names: wording.wordings },
    });
  }
}

/** Takes a question away that nobody has been asked. Violations: `not-found`, `changed-meanwhile`, `rounds.question-asked`. */
export async function removeQuestion(scope: Scope, input: RemoveQuestionInput): Promise<SurveyView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const question = await takeQuestion(tx, input);
    const versions = await questionVersions(tx, { questionId: question.id });
    if (versions.some(({ asked }) => asked)) throw new RuleViolation("rounds.question-asked");
    const series = await tx.series.findMany({
      where: { organisationId, questionId: question.id },
      select: { id: true },
    });
    const seriesIds = series.map(({ id }) => id);
    const figures = await tx.publishedFigure.count({ where: { organisationId, seriesId: { in: seriesIds } } });
    if (figures > 0) throw new RuleViolation("rounds.question-asked");
    await tx.roundQuestion.deleteMany({ where: { organisationId, questionId: question.id } });
    await tx.series.deleteMany({ where: { organisationId, id: { in: seriesIds } } });
    await tx.questionVersion.deleteMany({ where: { organisationId, questionId: question.id } });
    await tx.questionOption.deleteMany({ where: { organisationId, questionId: question.id } });
    await tx.question.deleteMany({ where: { organisationId, id: question.id } });
    const values = { survey: [question.surveyId, null], kind: [question.kind, null] } as const;
    await recordChange(tx, scope, newStep(), [
      { subject: "question", subjectId: question.id, change: "question.removed", values },
    ]);
    return loadSurveyView(tx, question.surveyId);
  });
}
