import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  type DuplicateCandidate,
  type ItemRepeats,
  likenessGroups,
  nearTextAt,
  reasonsFor,
  candidateReasons,
  type RepeatView,
} from "@kuultu/domain/feedback/duplicate-candidate";
import type { MaskSpan } from "@kuultu/domain/feedback/personal-data";
import type { FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import type { TextLanguage } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { logRead } from "#feedback/feedback-item-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { firstLineSql } from "#feedback/feedback-row";
import { steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import type { Scope } from "#trpc/scope";

/** Offered at most: one for each digit. */
const offered = 9;
/** Texts that are compared at most; words that turn out less rare than the statistics said cost no more than these. */
const compared = 1000;
/** The likest that are looked at: some may be beyond the reader's reach. */
const likest = 60;
const repeatsShown = 50;

interface ItemColumns {
  readonly id: string;
  readonly version: number;
  readonly status: FeedbackStatus;
  readonly language: TextLanguage;
  readonly received_at: Date;
  readonly response_id: string | null;
  readonly title: string;
  readonly body: string;
  readonly masks: readonly MaskSpan[];
  readonly title_masks: readonly MaskSpan[];
  readonly first_line: string | null;
}

/** Items that the open one may repeat, the surest first, each with the reasons. They are read by being shown: logged. */
export function duplicateCandidates(scope: Scope, itemId: string): Promise<DuplicateCandidate[]> {
  return scope.transaction(async (tx) => {
    const item = await readableItem(tx, scope, itemId);
    const likeness = await likeTexts(tx, itemId);
    const siblings = item.response_id === null ? [] : await itemsOfResponse(tx, item.response_id);
    const found = await itemsSeen(tx, scope, [...new Set([...likeness.keys(), ...siblings])]);
    const mine = { body: item.body, responseId: item.response_id };
    const candidates = found
      .filter((other) => other.id !== itemId && other.status !== "duplicate")
      .map((other): DuplicateCandidate => {
        const alike = likeness.get(other.id) ?? null;
        return {
          id: other.id,
          version: other.version,
          status: other.status,
          language: other.language,
          receivedAt: other.received_at.toISOString(),
          firstLine: other.first_line ?? "",
          reasons: reasonsFor(mine, { body: other.body, responseId: other.response_id, likeness: alike }),
          likeness: alike,
        };
      })
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted(surestFirst)
      .slice(0, offered);
    await logRead(tx, scope, [itemId, ...candidates.map(({ id }) => id)]);
    return candidates;
  });
}

function surestFirst(a: DuplicateCandidate, b: DuplicateCandidate): number {
  const rank = ({ reasons }: DuplicateCandidate) => candidateReasons.findIndex((reason) => reasons.includes(reason));
  return (
    rank(a) - rank(b) ||
    (b.likeness ?? 0) - (a.likeness ?? 0) ||
    b.receivedAt.localeCompare(a.receivedAt) ||
    b.id.localeCompare(a.id)
  );
}

/** What an item repeats and what repeats it, as far as its reader reaches. */
export function itemRepeats(scope: Scope, itemId: string): Promise<ItemRepeats> {
  return scope.transaction(async (tx) => {
    await readableItem(tx, scope, itemId);
    const linked = await tx.sql<{ id: string; kept: boolean }>({
      name: "feedback.linked-repeats",
      text: `(SELECT k.id, true AS kept FROM feedback_item i JOIN feedback_item k ON k.organisation_id = $1::uuid AND k.id = i.duplicate_of_id
               WHERE i.organisation_id = $1::uuid AND i.id = $2::uuid)
             UNION ALL
             (SELECT d.id, false FROM feedback_item d WHERE d.organisation_id = $1::uuid AND d.duplicate_of_id = $2::uuid
               ORDER BY d.received_at DESC, d.id DESC LIMIT $3::int)`,
      values: [tx.organisationId, itemId, repeatsShown],
    });
    const seen = await itemsSeen(
      tx,
      scope,
      linked.map(({ id }) => id),
    );
    await logRead(
      tx,
      scope,
      seen.map(({ id }) => id),
    );
    const keptId = linked.find(({ kept }) => kept)?.id;
    const kept = seen.find(({ id }) => id === keptId);
    const repeats = seen
      .filter(({ id }) => id !== keptId)
      .toSorted((a, b) => b.received_at.getTime() - a.received_at.getTime());
    return { repeated: kept === undefined ? null : repeatView(kept), repeats: repeats.map(repeatView) };
  });
}

function repeatView(row: ItemColumns): RepeatView {
  const { id, version, language, title, body, masks } = row;
  return {
    id,
    version,
    receivedAt: row.received_at.toISOString(),
    language,
    title,
    body,
    masks,
    titleMasks: row.title_masks,
  };
}

/** `not-found` beyond reach and for whistleblowing reports, as if it were not there. */
async function readableItem(tx: OrganisationTransaction, scope: Scope, itemId: string): Promise<ItemColumns> {
  const [item] = await itemsSeen(tx, scope, [itemId]);
  if (item === undefined) throw new RuleViolation("not-found");
  return item;
}

/** Items by their ids, with their texts, of those that the reader may see. */
async function itemsSeen(
  tx: OrganisationTransaction,
  scope: Scope,
  itemIds: readonly string[],
): Promise<ItemColumns[]> {
  if (itemIds.length === 0) return [];
  const p = new Parameters();
  const conditions = steadyConditions(p, narrowingOf(scope), {});
  const organisationId = p.add(tx.organisationId);
  const text = `
    SELECT i.id, i.version, i.status, i.language, i.received_at, i.response_id, t.title, t.body, t.masks, t.title_masks,
           ${firstLineSql("t")} AS first_line
      FROM feedback_item i JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = i.id
     WHERE ${conditions.join(" AND ")} AND i.id = ANY(${p.add(itemIds)}::uuid[])`;
  return tx.sql<ItemColumns>(namedStatement("feedback.items-seen", text, p));
}

async function itemsOfResponse(tx: OrganisationTransaction, responseId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>({
    name: "feedback.items-of-response",
    text: "SELECT id FROM feedback_item WHERE organisation_id = $1::uuid AND response_id = $2::uuid LIMIT 20",
    values: [tx.organisationId, responseId],
  });
  return rows.map(({ id }) => id);
}

/** A word that the statistics do not know is rarer than all they know. */
const unknownShare = 0.000_01;

interface LikeText {
  readonly item_id: string;
  readonly likeness: number;
}

/**
 * The likest texts of the organisation by id. First those of all the same words, which the same text always has; then those that
 * share some rare ones. They are found by indexes, compared by their trigrams: docs/decisions/0016.
 */
async function likeTexts(tx: OrganisationTransaction, itemId: string): Promise<Map<string, number>> {
  const same = await tx.sql<LikeText>({
    name: "feedback.texts-of-same-words",
    text: "SELECT item_id, likeness FROM feedback_texts_of_same_words($1::uuid, $2::uuid, $3::int, $4::real, $5::int)",
    values: [tx.organisationId, itemId, compared, nearTextAt, likest],
  });
  const words = await tx.sql<{ lexeme: string; share: number | null; texts: number }>({
    name: "feedback.lexemes",
    text: "SELECT lexeme, share, texts FROM lexemes_of_feedback_text($1::uuid, $2::uuid)",
    values: [tx.organisationId, itemId],
  });
  const known = words.map(({ lexeme, share }) => ({ lexeme, share: share ?? unknownShare }));
  const groups = likenessGroups(known, words[0]?.texts ?? 0).map(allOf);
  const near =
    groups.length === 0
      ? []
      : await tx.sql<LikeText>({
          name: "feedback.texts-like",
          text: "SELECT item_id, likeness FROM feedback_texts_like($1::uuid, $2::uuid, $3::tsquery, $4::int, $5::real, $6::int)",
          values: [tx.organisationId, itemId, groups.join(" | "), compared, nearTextAt, likest],
        });
  return new Map([...same, ...near].map(({ item_id: id, likeness }) => [id, likeness]));
}

/** Lexemes as they stand in vectors, all of them wanted. */
function allOf(lexemes: readonly string[]): string {
  const quoted = lexemes.map((lexeme) => `'${lexeme.replaceAll(/['\\]/g, (sign) => sign + sign)}'`);
  return `(${quoted.join(" & ")})`;
}
