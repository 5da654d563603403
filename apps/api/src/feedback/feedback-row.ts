import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import type { FeedbackKind, FeedbackSource, FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import type { TextLanguage } from "@kuultu/domain/language";

/** A row of the queue as SQL gives it. */
export interface FeedbackRowColumns {
  readonly id: string;
  readonly received_at: Date;
  readonly status: FeedbackStatus;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly language: TextLanguage;
  readonly channel_id: string | null;
  readonly service_id: string | null;
  readonly round_id: string | null;
  readonly status_reason: string | null;
  readonly triage_due_on: string;
  readonly assignee_id: string | null;
  readonly team_id: string | null;
  readonly waiting_until: string | null;
  readonly answer_due_on: string | null;
  readonly routing_due_on: string | null;
  readonly routing_settled_on: string | null;
  readonly reply_expected: boolean;
  readonly version: number;
  readonly first_line: string | null;
  readonly theme_ids: readonly string[] | null;
}

const columns = [
  "id",
  "received_at",
  "status",
  "kind",
  "source",
  "language",
  "channel_id",
  "service_id",
  "round_id",
  "status_reason",
  "triage_due_on",
  "assignee_id",
  "team_id",
  "waiting_until",
  "answer_due_on",
  "routing_due_on",
  "routing_settled_on",
  "reply_expected",
  "version",
];

/** The columns of a row of the queue, SQL. `alias`: of feedback_item or of a subquery with the same columns. */
export function itemColumns(alias: string): string {
  return columns.map((column) => `${alias}.${column}`).join(", ");
}

/** The title, or the beginning of the body, on one line. `alias`: of feedback_text. */
export function firstLineSql(alias: string): string {
  const text = `CASE WHEN ${alias}.title <> '' THEN ${alias}.title ELSE ${alias}.body END`;
  return `left(ltrim(translate(left(${text}, 400), E'\\n\\r\\t', '   ')), 140)`;
}

/** What the item `i` repeats; null where that has become a report which nobody who triages may know of. `organisationId`: SQL. */
export function shownKeptSql(organisationId: string): string {
  return `(SELECT k.id FROM feedback_item k WHERE k.organisation_id = ${organisationId}::uuid AND k.id = i.duplicate_of_id
    AND k.status_reason IS DISTINCT FROM 'whistleblowing')`;
}

/** The themes of an item in the order in which they were added. */
export function themeIdsSql(itemId: string, organisationId: string): string {
  return `array(SELECT c.theme_id FROM coding c WHERE c.organisation_id = ${organisationId}::uuid AND c.item_id = ${itemId}
    GROUP BY c.theme_id ORDER BY min(c.made_at), c.theme_id)`;
}

/** A row of SQL as the domain declares it. */
export function feedbackRow(row: FeedbackRowColumns): FeedbackRow {
  return {
    id: row.id,
    receivedAt: row.received_at.toISOString(),
    status: row.status,
    kind: row.kind,
    source: row.source,
    language: row.language,
    channelId: row.channel_id,
    serviceId: row.service_id,
    roundId: row.round_id,
    statusReason: row.status_reason,
    firstLine: row.first_line ?? "",
    themeIds: row.theme_ids ?? [],
    triageDueOn: row.triage_due_on,
    assigneeId: row.assignee_id,
    teamId: row.team_id,
    waitingUntil: row.waiting_until,
    answerDueOn: row.answer_due_on,
    routingDueOn: row.routing_due_on,
    routingSettledOn: row.routing_settled_on,
    replyExpected: row.reply_expected,
    version: row.version,
  };
}
