import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import { languages } from "@kuultu/domain/language";
import { isScaled, type QuestionKind } from "@kuultu/domain/rounds/question";

import { freeKey } from "#rounds/free-key";
import { addSeries } from "#trends/series-commands";

export interface NewSurvey {
  readonly names: LocalisedText;
  readonly provider?: string | undefined;
  /** Made from the name where absent. */
  readonly key?: string;
}

/** Makes a survey in the transaction of whoever needs it; returns its id. A key that is taken gets a number behind it. */
export async function addSurvey(tx: OrganisationTransaction, survey: NewSurvey): Promise<string> {
  // One maker of surveys at a time, else two could take the same key at once.
  await tx.sql({
    name: "rounds.lock-survey-keys",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('survey keys ' || $1::text, 0))",
    values: [tx.organisationId],
  });
  const id = uuidv7();
  const wanted = survey.key ?? keyOf(survey.names);
  const taken = await tx.survey.findMany({
    where: { organisationId: tx.organisationId, key: { startsWith: wanted } },
    select: { key: true },
  });
  const key = freeKey(wanted, taken);
  await tx.survey.create({
    data: { organisationId: tx.organisationId, id, key, names: survey.names, provider: survey.provider ?? null },
    select: { id: true },
  });
  return id;
}

/** Letters without their marks, everything else as hyphens: a key that can stand in an address. */
export function keyOf(names: LocalisedText, otherwise = "survey"): string {
  const name = languages.map((language) => names[language]).find((text) => text !== undefined) ?? "";
  const key = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 60);
  return key === "" ? otherwise : key;
}

export interface NewQuestion {
  readonly surveyId: string;
  readonly key: string;
  readonly kind: QuestionKind;
  /** One for each version, from the first. */
  readonly versions: readonly {
    readonly wordings: LocalisedText;
    readonly scaleMin?: number;
    readonly scaleMax?: number;
  }[];
  /** The series of a rating or yes/no question, named after its first wording where absent; null: none. */
  readonly series?: { readonly names: LocalisedText; readonly position: number } | null;
}

/** Makes a question with its versions, and the series that shows it over time; returns its id and those of the versions, in their order. */
export async function addQuestion(
  tx: OrganisationTransaction,
  question: NewQuestion,
): Promise<{ id: string; versionIds: string[] }> {
  const { organisationId } = tx;
  const id = uuidv7();
  await tx.question.create({
    data: { organisationId, id, surveyId: question.surveyId, key: question.key, kind: question.kind },
    select: { id: true },
  });
  const versions = question.versions.map((version, index) => ({
    organisationId,
    id: uuidv7(),
    questionId: id,
    version: index + 1,
    wordings: version.wordings,
    scaleMin: version.scaleMin ?? null,
    scaleMax: version.scaleMax ?? null,
  }));
  await tx.questionVersion.createMany({ data: versions });
  if (isScaled(question.kind) && question.series !== null) {
    const { names, position } = question.series ?? { names: question.versions[0]?.wordings ?? {}, position: 1000 };
    await addSeries(tx, { key: question.key, names, position, surveyId: question.surveyId, questionId: id });
  }
  return { id, versionIds: versions.map((version) => version.id) };
}

/** Says that question versions were asked in a round, in this order. */
export async function askQuestions(
  tx: OrganisationTransaction,
  roundId: string,
  asked: readonly { readonly questionId: string; readonly questionVersionId: string }[],
): Promise<void> {
  await tx.roundQuestion.createMany({
    data: asked.map((question, position) => ({ organisationId: tx.organisationId, roundId, ...question, position })),
  });
}
