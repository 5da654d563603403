import { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { answerFailures, answerPlaces, type AnswerState, answerStates } from "@kuultu/domain/feedback/answer";
import type { AnswerMark } from "@kuultu/domain/feedback/answer-view";
import { languageSchema } from "@kuultu/domain/language-schema";
import { RuleViolation } from "@kuultu/domain/rule-violation";

/** A new answer, before its try or its place has told what becomes of it. */
export interface NewAnswer {
  readonly id: string;
  readonly itemId: string;
  readonly staffId: string;
  readonly state: "sending" | "elsewhere";
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly elsewhere: string | null;
  readonly madeAt: Date;
  readonly stepId: string;
}

export async function writeAnswer(tx: OrganisationTransaction, answer: NewAnswer): Promise<void> {
  await tx.answer.create({ data: { organisationId: tx.organisationId, ...answer }, select: { id: true } });
}

/** An answer whose row is locked, so that taking it back and letting it go cannot pass each other; null where there is none. */
export interface LockedAnswer {
  readonly id: string;
  readonly item_id: string;
  readonly state: AnswerState;
  readonly attempts: number;
  readonly leaving_since: Date | null;
  readonly failure: string | null;
  readonly step_id: string;
}

const lockedColumns = "id, item_id, state::text AS state, attempts, leaving_since, failure, step_id";

export async function lockAnswer(tx: OrganisationTransaction, answerId: string): Promise<LockedAnswer | null> {
  const [row] = await tx.sql<LockedAnswer>({
    name: "answer.lock",
    text: `SELECT ${lockedColumns} FROM answer WHERE organisation_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    values: [tx.organisationId, answerId],
  });
  return row ?? null;
}

/**
 * What undoing a step does to the answers that it gave: those that have not left are withdrawn; one that it only sent again is once
 * more what did not arrive. `feedback.answer-left` where one has left, perhaps has, or is on its way this moment: what was said cannot be unsaid.
 */
export async function withdrawAnswers(tx: OrganisationTransaction, stepId: string): Promise<void> {
  const given = await tx.sql<LockedAnswer>({
    name: "answer.lock-of-step",
    text: `SELECT ${lockedColumns} FROM answer WHERE organisation_id = $1::uuid AND step_id = $2::uuid ORDER BY id FOR UPDATE`,
    values: [tx.organisationId, stepId],
  });
  const perhapsLeft = given.some(
    ({ state, leaving_since, failure }) => state === "sent" || leaving_since !== null || failure === "interrupted",
  );
  if (perhapsLeft) {
    throw new RuleViolation("feedback.answer-left");
  }
  if (given.length === 0) return;
  await tx.sql({
    name: "answer.withdraw",
    text: `UPDATE answer a SET state = CASE WHEN before.failure IS NULL THEN 'withdrawn' ELSE 'failed' END::answer_state,
        failure = before.failure, step_id = coalesce(before.step_id, a.step_id)
      FROM (SELECT max(h.values #>> '{answer.failure,0}') AS failure, max(h.values #>> '{answer.stepId,0}')::uuid AS step_id
              FROM history h WHERE h.organisation_id = $1::uuid AND h.step_id = $2::uuid) AS before
      WHERE a.organisation_id = $1::uuid AND a.id = ANY($3::uuid[])`,
    values: [tx.organisationId, stepId, given.map(({ id }) => id)],
  });
}

/** The answers of an item as JSON, SQL: the newest first. `itemId` is an SQL expression, `$1` the organisation. */
export function answerMarksSql(itemId: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state, 'language', a.language, 'place', a.elsewhere,
      'failure', a.failure, 'staffName', s.name, 'madeAt', a.made_at, 'sentAt', a.sent_at) ORDER BY a.made_at DESC, a.id DESC), '[]')
     FROM answer a LEFT JOIN staff s ON s.organisation_id = $1::uuid AND s.id = a.staff_id
    WHERE a.organisation_id = $1::uuid AND a.item_id = ${itemId})`;
}

const instantSchema = z.string().transform((text) => new Date(text).toISOString());

export const answerMarkSchema: z.ZodType<AnswerMark> = z.object({
  id: z.string(),
  state: z.enum(answerStates),
  language: languageSchema,
  place: z.enum(answerPlaces).nullable(),
  failure: z.enum(answerFailures).nullable(),
  staffName: z.string().nullable(),
  madeAt: instantSchema,
  sentAt: instantSchema.nullable(),
});

/** Ids of items whose answer did not arrive and that no other answer has gone to since, SQL. `organisationId` is an SQL expression. */
export function undeliveredSql(organisationId: string): string {
  const ofItem = `organisation_id = ${organisationId}::uuid`;
  return `SELECT a.item_id FROM answer a WHERE a.${ofItem} AND a.state = 'failed'
    AND NOT EXISTS (SELECT FROM answer b WHERE b.${ofItem} AND b.item_id = a.item_id AND b.state IN ('sending', 'sent', 'elsewhere'))`;
}
