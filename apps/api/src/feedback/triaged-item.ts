import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  type FeedbackKind,
  type FeedbackSource,
  type FeedbackStatus,
  isOpen,
  type TriageFacts,
} from "@kuultu/domain/feedback/triage-status";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may, type Permission } from "@kuultu/domain/staff/permission";

import { codingsSql, detailsOfMany, type ItemDetails, type Looked, themesOf } from "#feedback/bulk/details-of-many";
import type { ItemDelta } from "#feedback/counts/item-facets";
import type { Scope } from "#trpc/scope";

/** A coding as its row holds it. */
export interface StoredCoding {
  readonly id: string;
  readonly themeId: string;
  readonly wordsStart: number | null;
  readonly wordsEnd: number | null;
  readonly origin: "staff" | "import" | "rule";
  readonly staffId: string | null;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** An item on which a step is decided; its row is locked. */
export interface TriagedItem extends TriageFacts {
  readonly id: string;
  readonly receivedAt: Date;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly language: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly channelId: string | null;
  readonly customerGroupId: string | null;
  readonly roundId: string | null;
  readonly duplicateOfId: string | null;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  /** YYYY-MM-DD, as are all days here. */
  readonly waitingUntil: string | null;
  readonly answerDueOn: string | null;
  readonly routedOn: string | null;
  readonly routingDueOn: string | null;
  readonly routingAcknowledgedOn: string | null;
  readonly routingSettledOn: string | null;
  /** Milliseconds since 1970; null while the item is open. */
  readonly processedAt: number | null;
  readonly version: number;
  readonly body: string;
  readonly codings: readonly StoredCoding[];
}

/** The columns of an item that a step may change, besides its version. */
export type ItemFields = Pick<
  TriagedItem,
  | "status"
  | "statusReason"
  | "kind"
  | "duplicateOfId"
  | "assigneeId"
  | "teamId"
  | "waitingUntil"
  | "replyExpected"
  | "answerDueOn"
  | "routedOn"
  | "routingDueOn"
  | "routingAcknowledgedOn"
  | "routingSettledOn"
  | "processedAt"
>;

/** What a step makes of an item; what is absent stays. */
export interface ItemChange extends Partial<ItemFields> {
  readonly addCodings?: readonly StoredCoding[];
  readonly removeCodings?: readonly StoredCoding[];
}

interface LockedColumns {
  readonly id: string;
  readonly received_at: Date;
  readonly status: FeedbackStatus;
  readonly status_reason: string | null;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly language: string;
  readonly service_id: string | null;
  readonly site_id: string | null;
  readonly channel_id: string | null;
  readonly customer_group_id: string | null;
  readonly round_id: string | null;
  readonly reply_expected: boolean;
  readonly duplicate_of_id: string | null;
  readonly assignee_id: string | null;
  readonly team_id: string | null;
  readonly waiting_until: string | null;
  readonly answer_due_on: string | null;
  readonly routed_on: string | null;
  readonly routing_due_on: string | null;
  readonly routing_acknowledged_on: string | null;
  readonly routing_settled_on: string | null;
  readonly processed_at: Date | null;
  readonly version: number;
}

const none: ItemDetails = { body: "", answered: false, codings: [], themeIds: [] };

/** Locks items in the order of their ids, so that two people with the same items never wait for each other in a ring. With all their details, or with what is looked at of many. */
export async function lockItems(
  tx: OrganisationTransaction,
  itemIds: readonly string[],
  looked?: Looked,
): Promise<TriagedItem[]> {
  const locked = await tx.sql<LockedColumns>({
    name: "feedback.lock",
    text: `SELECT id, received_at, status, status_reason, kind, source, language, service_id, site_id, channel_id,
        customer_group_id, round_id, reply_expected, duplicate_of_id, assignee_id, team_id, waiting_until, answer_due_on, routed_on, routing_due_on,
        routing_acknowledged_on, routing_settled_on, processed_at, version
      FROM feedback_item WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE`,
    values: [tx.organisationId, itemIds],
  });
  // Asked after the lock is held: what others wrote before they let go is in the answer.
  const details = looked === undefined ? await detailsOfFew(tx, itemIds) : await detailsOfMany(tx, itemIds, looked);
  return locked.map((row) => {
    const { body, answered, codings, themeIds } = details.get(row.id) ?? none;
    return {
      id: row.id,
      receivedAt: row.received_at,
      status: row.status,
      statusReason: row.status_reason,
      kind: row.kind,
      source: row.source,
      language: row.language,
      serviceId: row.service_id,
      siteId: row.site_id,
      channelId: row.channel_id,
      customerGroupId: row.customer_group_id,
      roundId: row.round_id,
      replyExpected: row.reply_expected,
      duplicateOfId: row.duplicate_of_id,
      assigneeId: row.assignee_id,
      teamId: row.team_id,
      waitingUntil: row.waiting_until,
      answerDueOn: row.answer_due_on,
      routedOn: row.routed_on,
      routingDueOn: row.routing_due_on,
      routingAcknowledgedOn: row.routing_acknowledged_on,
      routingSettledOn: row.routing_settled_on,
      processedAt: row.processed_at?.getTime() ?? null,
      version: row.version,
      answered,
      body,
      codings,
      themeIds,
    };
  });
}

async function detailsOfFew(
  tx: OrganisationTransaction,
  itemIds: readonly string[],
): Promise<Map<string, ItemDetails>> {
  const rows = await tx.sql<Omit<ItemDetails, "themeIds"> & { readonly item_id: string }>({
    name: "feedback.lock-details",
    text: `SELECT t.item_id, t.body,
        EXISTS (SELECT FROM answer a WHERE a.organisation_id = $1::uuid AND a.item_id = t.item_id AND a.state IN ('sent', 'elsewhere')) AS answered,
        (SELECT coalesce(${codingsSql}, '[]') FROM coding c WHERE c.organisation_id = $1::uuid AND c.item_id = t.item_id) AS codings
      FROM feedback_text t WHERE t.organisation_id = $1::uuid AND t.item_id = ANY($2::uuid[])`,
    values: [tx.organisationId, itemIds],
  });
  return new Map(rows.map((row) => [row.item_id, { ...row, themeIds: themesOf(row.codings) }]));
}

/** One item to act upon; `not-found` beyond reach and for whistleblowing reports, as if it were not there. */
export async function lockItem(
  tx: OrganisationTransaction,
  scope: Scope,
  permission: Permission,
  itemId: string,
): Promise<TriagedItem> {
  const [item] = await lockItems(tx, [itemId]);
  if (item === undefined || item.statusReason === "whistleblowing" || !may(scope.staff, permission, item)) {
    throw new RuleViolation("not-found");
  }
  return item;
}

/** A change with what follows from its status: what belongs to the status that is left goes, and when the item became processed. */
export function settled(before: TriagedItem, change: ItemChange, now: Date): ItemChange {
  const status = change.status ?? before.status;
  if (status === before.status) return change;
  return {
    ...change,
    ...(before.status === "waiting" && { waitingUntil: null }),
    ...(before.status === "routed" && {
      routedOn: null,
      routingDueOn: null,
      routingAcknowledgedOn: null,
      routingSettledOn: null,
    }),
    ...(before.status === "duplicate" && { duplicateOfId: null }),
    ...(isOpen(before.status) !== isOpen(status) && { processedAt: isOpen(status) ? null : now.getTime() }),
  };
}

/** Writes a change of a locked item with the next version, and tells what it does to the roll-ups. */
export async function writeItem(
  tx: OrganisationTransaction,
  before: TriagedItem,
  change: ItemChange,
): Promise<ItemDelta[]> {
  const removed = change.removeCodings ?? [];
  const added = change.addCodings ?? [];
  const codings = [...before.codings.filter((coding) => !removed.some((gone) => gone.id === coding.id)), ...added];
  const after = { ...before, ...change };
  await tx.sql({
    name: "feedback.write",
    text: `UPDATE feedback_item SET status = $3, status_reason = $4, kind = $5, duplicate_of_id = $6::uuid, assignee_id = $7::uuid,
        team_id = $8::uuid, waiting_until = $9::date, answer_due_on = $10::date, routed_on = $11::date, routing_due_on = $12::date,
        processed_at = $13::timestamptz, routing_acknowledged_on = $14::date, routing_settled_on = $15::date, reply_expected = $16,
        version = version + 1
      WHERE organisation_id = $1::uuid AND id = $2::uuid`,
    values: [
      tx.organisationId,
      before.id,
      after.status,
      after.statusReason,
      after.kind,
      after.duplicateOfId,
      after.assigneeId,
      after.teamId,
      after.waitingUntil,
      after.answerDueOn,
      after.routedOn,
      after.routingDueOn,
      after.processedAt === null ? null : new Date(after.processedAt),
      after.routingAcknowledgedOn,
      after.routingSettledOn,
      after.replyExpected,
    ],
  });
  if (removed.length > 0) {
    await tx.sql({
      name: "feedback.remove-codings",
      text: "DELETE FROM coding WHERE organisation_id = $1::uuid AND item_id = $2::uuid AND id = ANY($3::uuid[])",
      values: [tx.organisationId, before.id, removed.map((coding) => coding.id)],
    });
  }
  for (const coding of added) {
    await tx.sql({
      name: "feedback.add-coding",
      text: `INSERT INTO coding (organisation_id, id, item_id, theme_id, received_at, words_start, words_end, origin, staff_id, made_at)
        VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::timestamptz, $6::int, $7::int, $8::coding_origin, $9::uuid, $10::timestamptz)`,
      values: [
        tx.organisationId,
        coding.id,
        before.id,
        coding.themeId,
        before.receivedAt,
        coding.wordsStart,
        coding.wordsEnd,
        coding.origin,
        coding.staffId,
        new Date(coding.madeAt),
      ],
    });
  }
  return [
    { ...before, count: -1 },
    { ...after, themeIds: themesOf(codings), count: 1 },
  ];
}
