import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { questionKeysOf } from "@kuultu/domain/intake/mapping-check";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { addQuestion, askQuestions } from "#rounds/survey-commands";
import { applyRatingDeltas } from "#rounds/roll-up";
import type { CountedRating } from "#rounds/roll-up";

/** The question of each answered column, by the column's name. */
export type QuestionIds = ReadonlyMap<string, string>;

const kindOf = { rating: "rating", yes_no: "yes_no", verbatim: "open_text" } as const;

/**
 * The questions of a round for the columns of a mapping: known ones by their key, new ones made (with a series, where they have
 * numbers), all of them asked in the round.
 * A known question on another scale gets a new version. Throws `intake.mapping-incomplete` where the round asks it otherwise.
 */
export async function questionsFor(tx: OrganisationTransaction, roundId: string, mapping: ColumnMapping): Promise<QuestionIds> {
  const { organisationId } = tx;
  const round = await tx.round.findFirst({ where: { organisationId, id: roundId }, select: { surveyId: true } });
  if (round === null) throw new RuleViolation("not-found");
  const before = await tx.roundQuestion.findMany({ where: { organisationId, roundId }, select: { questionId: true, questionVersionId: true } });
  const askedBefore = new Map(before.map(({ questionId, questionVersionId }) => [questionId, questionVersionId]));
  const ids = new Map<string, string>();
  const asked: { questionId: string; questionVersionId: string }[] = [];
  const keys = questionKeysOf(mapping);
  for (const column of mapping.columns) {
    const kind = kindOf[column.target as keyof typeof kindOf];
    if (kind === undefined) continue;
    const scale = kind === "rating" ? { scaleMin: column.scaleMin ?? 1, scaleMax: column.scaleMax ?? 5 } : kind === "yes_no" ? { scaleMin: 0, scaleMax: 1 } : {};
    const key = keys.get(column.column) ?? "";
    const known = await tx.question.findFirst({
      where: { organisationId, surveyId: round.surveyId, key },
      select: { id: true, kind: true, versions: { select: { id: true, scaleMin: true, scaleMax: true, version: true }, orderBy: { version: "desc" } } },
    });
    if (known === null) {
      const made = await addQuestion(tx, { surveyId: round.surveyId, key, kind, versions: [{ wordings: { fi: column.column.slice(0, 500) }, ...scale }] });
      ids.set(column.column, made.id);
      asked.push({ questionId: made.id, questionVersionId: made.versionIds[0] ?? "" });
      continue;
    }
    if (known.kind !== kind) throw new RuleViolation("intake.mapping-incomplete", { reason: "question-of-another-kind", column: column.column });
    const fits = known.versions.find(({ scaleMin, scaleMax }) => kind !== "rating" || (scaleMin === scale.scaleMin && scaleMax === scale.scaleMax));
    const askedAs = askedBefore.get(known.id);
    if (askedAs !== undefined && askedAs !== fits?.id && kind === "rating") {
      throw new RuleViolation("intake.mapping-incomplete", { reason: "question-of-another-scale", column: column.column });
    }
    ids.set(column.column, known.id);
    if (askedAs !== undefined) continue;
    const versionId = fits?.id ?? uuidv7();
    if (fits === undefined) {
      const version = (known.versions[0]?.version ?? 0) + 1;
      await tx.questionVersion.create({
        data: { organisationId, id: versionId, questionId: known.id, version, wordings: { fi: column.column.slice(0, 500) }, ...scale },
        select: { id: true },
      });
    }
    asked.push({ questionId: known.id, questionVersionId: versionId });
  }
  await askQuestions(tx, roundId, asked);
  return ids;
}

export interface NewResponse {
  readonly id: string;
  readonly roundId: string;
  readonly respondedAt: Date | null;
  readonly language: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly channelId: string | null;
  readonly customerGroupId: string | null;
  readonly importId: string;
  readonly answers: readonly { readonly questionId: string; readonly value: number | null }[];
}

function ratingsOf(responses: readonly NewResponse[]): (CountedRating & { responseId: string })[] {
  return responses.flatMap(({ answers, id, ...facets }) => answers.map((answer) => ({ ...facets, ...answer, responseId: id })));
}

async function insertRatings(tx: OrganisationTransaction, responses: readonly NewResponse[]): Promise<void> {
  const ratings = ratingsOf(responses);
  await tx.sql({
    name: "intake.insert-ratings",
    text: `INSERT INTO rating (organisation_id, round_id, question_id, response_id, value, language, service_id, site_id, channel_id, customer_group_id)
      SELECT $1::uuid, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::smallint[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[])`,
    values: [
      tx.organisationId,
      ratings.map(({ roundId }) => roundId),
      ratings.map(({ questionId }) => questionId),
      ratings.map(({ responseId }) => responseId),
      ratings.map(({ value }) => value),
      ratings.map(({ language }) => language),
      ratings.map(({ serviceId }) => serviceId),
      ratings.map(({ siteId }) => siteId),
      ratings.map(({ channelId }) => channelId),
      ratings.map(({ customerGroupId }) => customerGroupId),
    ],
  });
  await applyRatingDeltas(tx, ratings, 1);
}

/** Writes responses with their answers and counts them in the margins. */
export async function insertResponses(tx: OrganisationTransaction, responses: readonly NewResponse[]): Promise<void> {
  if (responses.length === 0) return;
  await tx.sql({
    name: "intake.insert-responses",
    text: `INSERT INTO response (organisation_id, id, round_id, responded_at, language, service_id, site_id, channel_id, customer_group_id, import_id)
      SELECT $1::uuid, * FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[])`,
    values: [
      tx.organisationId,
      responses.map(({ id }) => id),
      responses.map(({ roundId }) => roundId),
      responses.map(({ respondedAt }) => respondedAt?.toISOString() ?? null),
      responses.map(({ language }) => language),
      responses.map(({ serviceId }) => serviceId),
      responses.map(({ siteId }) => siteId),
      responses.map(({ channelId }) => channelId),
      responses.map(({ customerGroupId }) => customerGroupId),
      responses.map(({ importId }) => importId),
    ],
  });
  await insertRatings(tx, responses);
}

/** Takes responses out again, with their answers and what those counted. */
export async function removeResponses(tx: OrganisationTransaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const gone = await tx.sql<{ round_id: string; question_id: string; value: number | null; language: string; service_id: string | null; site_id: string | null; channel_id: string | null; customer_group_id: string | null }>({
    name: "intake.remove-ratings",
    text: "DELETE FROM rating WHERE organisation_id = $1::uuid AND response_id = ANY($2::uuid[]) RETURNING *",
    values: [tx.organisationId, ids],
  });
  await applyRatingDeltas(
    tx,
    gone.map((row) => ({
      roundId: row.round_id, questionId: row.question_id, value: row.value, language: row.language,
      serviceId: row.service_id, siteId: row.site_id, channelId: row.channel_id, customerGroupId: row.customer_group_id,
    })),
    -1,
  );
  await tx.sql({ name: "intake.remove-responses", text: "DELETE FROM response WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[])", values: [tx.organisationId, ids] });
}
