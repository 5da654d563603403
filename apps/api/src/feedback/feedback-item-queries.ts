import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { CodingView, FeedbackDetail, HistoryView } from "@kuultu/domain/feedback/feedback-view";
import type { MaskSpan } from "@kuultu/domain/feedback/personal-data";
import { inLanguage, languages, type LocalisedText } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";

import { answerMarkSchema, answerMarksSql } from "#feedback/answers/answer-record";
import {
  feedbackRow,
  type FeedbackRowColumns,
  firstLineSql,
  itemColumns,
  shownKeptSql,
  themeIdsSql,
} from "#feedback/feedback-row";
import { historyOf, wholeHistoryOf } from "#history/history-queries";
import type { Scope } from "#trpc/scope";

interface DetailColumns extends FeedbackRowColumns {
  readonly title: string;
  readonly body: string;
  readonly masks: readonly MaskSpan[];
  readonly title_masks: readonly MaskSpan[];
  readonly site_id: string | null;
  readonly customer_group_id: string | null;
  readonly import_id: string | null;
  readonly duplicate_of_id: string | null;
  readonly routed_on: string | null;
  readonly routing_acknowledged_on: string | null;
  readonly processed_at: Date | null;
  readonly has_original: boolean;
  readonly has_repeats: boolean;
  readonly note_count: number;
  readonly has_contact: boolean;
  readonly answers: unknown;
  readonly codings: readonly {
    readonly id: string;
    readonly themeId: string;
    readonly start: number | null;
    readonly end: number | null;
    readonly origin: CodingView["origin"];
    readonly staffName: string | null;
    readonly madeAt: number;
  }[];
  readonly ratings: readonly {
    readonly questionId: string;
    readonly wordings: LocalisedText;
    readonly value: number | null;
    readonly scaleMax: number | null;
  }[];
}

/** One item for the reading pane. Reading it is logged. `not-found` beyond the reader's reach and for whistleblowing reports. */
export function readFeedback(scope: Scope, itemId: string): Promise<FeedbackDetail> {
  return scope.transaction(async (tx) => {
    const item = await feedbackDetail(tx, itemId);
    const hidden = item.statusReason === "whistleblowing";
    if (hidden || !may(scope.staff, "feedback.read", item)) throw new RuleViolation("not-found");
    await logRead(tx, scope, [itemId]);
    return item;
  });
}

/** What has happened to an item since it came, newest first; for whoever may read the item. */
export function itemHistory(scope: Scope, itemId: string): Promise<HistoryView[]> {
  return scope.transaction(async (tx) => {
    const item = await feedbackDetail(tx, itemId);
    const hidden = item.statusReason === "whistleblowing";
    if (hidden || !may(scope.staff, "feedback.read", item)) throw new RuleViolation("not-found");
    await logRead(tx, scope, [itemId]);
    return wholeHistoryOf(tx, itemId);
  });
}

/** One entry of the access log for verbatims that are about to be shown. */
export async function logRead(tx: OrganisationTransaction, scope: Scope, itemIds: readonly string[]): Promise<void> {
  await tx.sql({
    name: "feedback.log-read",
    text: `INSERT INTO access_log (organisation_id, id, at, staff_id, purpose, item_ids)
      VALUES ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, 'read', $5::uuid[])`,
    values: [tx.organisationId, uuidv7(), scope.now, scope.staff.id, itemIds],
  });
}

const detailText = `
  SELECT ${itemColumns("i")}, i.site_id, i.customer_group_id, i.import_id, ${shownKeptSql("$1")} AS duplicate_of_id, i.routed_on, i.routing_acknowledged_on, i.processed_at,
         t.title, t.body, t.masks, t.title_masks, ${firstLineSql("t")} AS first_line, ${themeIdsSql("i.id", "$1")} AS theme_ids,
         EXISTS (SELECT FROM feedback_original o WHERE o.organisation_id = $1::uuid AND o.item_id = i.id) AS has_original,
         EXISTS (SELECT FROM feedback_item d WHERE d.organisation_id = $1::uuid AND d.duplicate_of_id = i.id) AS has_repeats,
         (SELECT count(*)::int FROM note n WHERE n.organisation_id = $1::uuid AND n.item_id = i.id AND n.removed_at IS NULL) AS note_count,
         EXISTS (SELECT FROM feedback_contact o WHERE o.organisation_id = $1::uuid AND o.item_id = i.id) AS has_contact,
         ${answerMarksSql("i.id")} AS answers,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'themeId', c.theme_id, 'start', c.words_start, 'end', c.words_end,
                   'origin', c.origin, 'staffName', s.name, 'madeAt', extract(epoch FROM c.made_at) * 1000) ORDER BY c.made_at, c.id), '[]')
            FROM coding c LEFT JOIN staff s ON s.organisation_id = $1::uuid AND s.id = c.staff_id
           WHERE c.organisation_id = $1::uuid AND c.item_id = i.id) AS codings,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('questionId', r.question_id, 'wordings', v.wordings, 'value', r.value,
                   'scaleMax', coalesce(v.scale_max, 1)) ORDER BY q.position, r.question_id), '[]')
            FROM rating r
            JOIN round_question q ON q.organisation_id = $1::uuid AND q.round_id = r.round_id AND q.question_id = r.question_id
            JOIN question_version v ON v.organisation_id = $1::uuid AND v.id = q.question_version_id
           WHERE r.organisation_id = $1::uuid AND r.response_id = i.response_id) AS ratings
    FROM feedback_item i JOIN feedback_text t ON t.organisation_id = $1::uuid AND t.item_id = i.id
   WHERE i.organisation_id = $1::uuid AND i.id = $2::uuid`;

/** The item as it is now, without asking who may see it; `not-found` where there is none. */
export async function feedbackDetail(tx: OrganisationTransaction, itemId: string): Promise<FeedbackDetail> {
  const [row] = await tx.sql<DetailColumns>({
    name: "feedback.detail",
    text: detailText,
    values: [tx.organisationId, itemId],
  });
  if (row === undefined) throw new RuleViolation("not-found");
  const history = await historyOf(tx, itemId);
  const answers = z.array(answerMarkSchema).parse(row.answers);
  const language = languages.find((known) => known === row.language) ?? "fi";
  return {
    ...feedbackRow(row),
    title: row.title,
    body: row.body,
    masks: row.masks,
    titleMasks: row.title_masks,
    siteId: row.site_id,
    customerGroupId: row.customer_group_id,
    importId: row.import_id,
    duplicateOfId: row.duplicate_of_id,
    routedOn: row.routed_on,
    routingAcknowledgedOn: row.routing_acknowledged_on,
    processedAt: row.processed_at?.toISOString() ?? null,
    codings: row.codings.map(({ id, themeId, start, end, origin, staffName, madeAt }) => ({
      id,
      themeId,
      words: start === null || end === null ? null : { start, end },
      origin,
      staffName,
      madeAt: new Date(madeAt).toISOString(),
    })),
    ratings: row.ratings.map(({ questionId, wordings, value, scaleMax }) => ({
      questionId,
      questionName: inLanguage(wordings, language),
      value,
      scaleMax: scaleMax ?? 1,
    })),
    history,
    hasOriginal: row.has_original,
    hasRepeats: row.has_repeats,
    noteCount: row.note_count,
    hasContact: row.has_contact,
    answers,
    answered: answers.some(({ state }) => state === "sent" || state === "elsewhere"),
  };
}
