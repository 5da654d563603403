import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { addWorkingDays } from "@kuultu/domain/calendar";
import { dayIn } from "@kuultu/domain/day";
import type { MaskSpan } from "@kuultu/domain/feedback/personal-data";
import type { FeedbackKind, FeedbackSource } from "@kuultu/domain/feedback/triage-status";
import type { TextLanguage } from "@kuultu/domain/language";

import { type SealedContact, writeContacts } from "#feedback/answers/contact-record";
import type { ItemFacets } from "#feedback/counts/item-facets";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { searchVectors } from "#search/search-vector";
import { announceChange } from "#live/live-notice";
import type { Scope } from "#trpc/scope";

/** An item that comes in: masked already, and its original encrypted already where something was masked. */
export interface NewFeedback {
  /** A new UUIDv7: `newFeedbackId`. */
  readonly id: string;
  readonly receivedAt: Date;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly language: TextLanguage;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly channelId: string | null;
  readonly customerGroupId: string | null;
  readonly roundId: string | null;
  readonly responseId: string | null;
  readonly importId: string | null;
  readonly replyExpected: boolean;
  /** "" where there is none. */
  readonly title: string;
  readonly body: string;
  readonly masks: readonly MaskSpan[];
  readonly titleMasks: readonly MaskSpan[];
  /** What `OriginalCipher.encrypt` gave for `originalText` of the unmasked texts; null where nothing was masked. */
  readonly original: {
    readonly keyVersion: number;
    readonly nonce: Uint8Array;
    readonly ciphertext: Uint8Array;
  } | null;
  /** How the giver can be reached, encrypted already. */
  readonly contact?: SealedContact | null;
  /** 1, unless it comes anew under its id: whoever has seen what it was must not step on what it is. */
  readonly version?: number;
}

/** A version 7 UUID. */
export function newFeedbackId(): string {
  return uuidv7();
}

/** Title and body as one text, which is what gets encrypted as the original. */
export function originalText(title: string, body: string): string {
  return JSON.stringify({ title, body });
}

/** What an item is counted under that nobody has worked on. */
export const untriaged = {
  status: "new",
  statusReason: null,
  assigneeId: null,
  teamId: null,
  themeIds: [],
} as const satisfies Partial<ItemFacets>;

/** Parameters of one statement go over as text: a batch stays well below what a connection likes to buffer. */
const batch = 5000;

/**
 * Takes new items in, as "new", with their texts, originals and roll-ups. Set-based, 5 000 at a time. Every item counts as
 * received: the history has one entry for the import, which the caller writes. Returns how many came in.
 */
export async function receiveFeedback(
  tx: OrganisationTransaction,
  scope: Scope,
  items: readonly NewFeedback[],
): Promise<number> {
  const { triageTargetDays, answerTargetDays } = scope.organisation;
  const due = { triage: dueAfter(triageTargetDays), answer: dueAfter(answerTargetDays) };
  for (let from = 0; from < items.length; from += batch) {
    const part = items.slice(from, from + batch);
    await insertItems(tx, part, due);
    await insertTexts(tx, scope, part);
    await insertOriginals(tx, part);
    await writeContacts(
      tx,
      part.flatMap(({ id, contact }) => (contact == null ? [] : [{ itemId: id, sealed: contact }])),
    );
  }
  await applyFeedbackDeltas(
    tx,
    items.map((item) => ({ ...item, ...untriaged, count: 1 })),
  );
  await announceChange(
    tx,
    "feedback",
    items.map(({ id }) => id),
  );
  return items.length;
}

type LastDay = (receivedAt: Date) => string;

/** The last day of a target in working days, reckoned once for each quarter of an hour of arrival. */
function dueAfter(targetDays: number): LastDay {
  const byQuarter = new Map<number, string>();
  return (receivedAt) => {
    // Offsets of time zones are whole quarters, so every instant of a quarter lies on the same day.
    const quarter = Math.floor(receivedAt.getTime() / 900_000);
    let due = byQuarter.get(quarter);
    if (due === undefined) byQuarter.set(quarter, (due = addWorkingDays(dayIn(receivedAt), targetDays)));
    return due;
  };
}

async function insertItems(
  tx: OrganisationTransaction,
  items: readonly NewFeedback[],
  due: { readonly triage: LastDay; readonly answer: LastDay },
) {
  await tx.sql({
    name: "feedback.receive-items",
    text: `INSERT INTO feedback_item (organisation_id, id, received_at, status, kind, source, language, service_id, site_id, channel_id,
        customer_group_id, round_id, response_id, import_id, reply_expected, triage_due_on, answer_due_on, version)
      SELECT $1::uuid, id, received_at, 'new', kind, source, language, service_id, site_id, channel_id,
             customer_group_id, round_id, response_id, import_id, reply_expected, triage_due_on, answer_due_on, version
        FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::uuid[],
                    $10::uuid[], $11::uuid[], $12::uuid[], $13::uuid[], $14::bool[], $15::date[], $16::date[], $17::int[])
          AS n (id, received_at, kind, source, language, service_id, site_id, channel_id,
                customer_group_id, round_id, response_id, import_id, reply_expected, triage_due_on, answer_due_on, version)`,
    values: [
      tx.organisationId,
      items.map((item) => item.id),
      items.map((item) => item.receivedAt.toISOString()),
      items.map((item) => item.kind),
      items.map((item) => item.source),
      items.map((item) => item.language),
      items.map((item) => item.serviceId),
      items.map((item) => item.siteId),
      items.map((item) => item.channelId),
      items.map((item) => item.customerGroupId),
      items.map((item) => item.roundId),
      items.map((item) => item.responseId),
      items.map((item) => item.importId),
      items.map((item) => item.replyExpected),
      items.map((item) => due.triage(item.receivedAt)),
      items.map((item) => (item.replyExpected ? due.answer(item.receivedAt) : null)),
      items.map(({ version = 1 }) => version),
    ],
  });
}

async function insertTexts(tx: OrganisationTransaction, scope: Scope, items: readonly NewFeedback[]) {
  const vectors = await searchVectors(tx, scope.analyser, items);
  await tx.sql({
    name: "feedback.receive-texts",
    text: `INSERT INTO feedback_text (organisation_id, item_id, received_at, title, body, masks, title_masks, tsv, vector_version)
      SELECT $1::uuid, id, received_at, title, body, masks, title_masks, tsv::tsvector, version
        FROM unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::text[], $9::smallint[])
          AS n (id, received_at, title, body, masks, title_masks, tsv, version)`,
    values: [
      tx.organisationId,
      items.map((item) => item.id),
      items.map((item) => item.receivedAt.toISOString()),
      items.map((item) => item.title),
      items.map((item) => item.body),
      items.map((item) => JSON.stringify(item.masks)),
      items.map((item) => JSON.stringify(item.titleMasks)),
      vectors.map(({ tsv }) => tsv),
      vectors.map(({ version }) => version),
    ],
  });
}

async function insertOriginals(tx: OrganisationTransaction, items: readonly NewFeedback[]) {
  const originals = items.flatMap(({ id, original }) => (original === null ? [] : [{ id, ...original }]));
  if (originals.length === 0) return;
  await tx.sql({
    name: "feedback.receive-originals",
    text: `INSERT INTO feedback_original (organisation_id, item_id, key_version, nonce, ciphertext)
      SELECT $1::uuid, * FROM unnest($2::uuid[], $3::smallint[], $4::bytea[], $5::bytea[])`,
    values: [
      tx.organisationId,
      originals.map((original) => original.id),
      originals.map((original) => original.keyVersion),
      originals.map((original) => Buffer.from(original.nonce)),
      originals.map((original) => Buffer.from(original.ciphertext)),
    ],
  });
}
