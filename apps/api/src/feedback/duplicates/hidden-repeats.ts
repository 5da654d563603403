import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { RepeatView } from "@kuultu/domain/feedback/duplicate-candidate";
import type { Change } from "@kuultu/domain/history/change";

import type { ItemDelta } from "#feedback/counts/item-facets";
import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { lockMerging } from "#feedback/duplicates/duplicate-commands";
import { stepValues } from "#feedback/step-values";
import { lockItems } from "#feedback/triaged-item";
import { type WrittenItem, writeItems } from "#feedback/write-items";
import { recordManyChanged, type Step } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/** Entries of repeats that went along with the item they repeat: taken back with it, never by themselves. */
export const carriedChanges = ["feedback.repeat-hidden", "feedback.repeat-shown"] as const satisfies readonly Change[];

/** Whether an entry `h` of the history is a step by itself, SQL. */
export const ownChangeSql = `h.change NOT IN (${carriedChanges.map((change) => `'${change}'`).join(", ")})`;

/** The items of `$2` and all that repeats them, and so on to the end, SQL. */
const familyOf = `WITH RECURSIVE family AS (
    SELECT head AS id FROM unnest($2::uuid[]) AS head
    UNION SELECT i.id FROM feedback_item i JOIN family ON i.duplicate_of_id = family.id WHERE i.organisation_id = $1::uuid)`;

/**
 * Locks items and all that repeats them at once, in the order of their ids, while nobody merges: before a step that may make whistleblowing
 * reports of them, or feedback again.
 */
export async function lockFamilies(tx: OrganisationTransaction, itemIds: readonly string[]): Promise<void> {
  await lockMerging(tx);
  await tx.sql({
    name: "feedback.lock-families",
    text: `${familyOf} SELECT i.id FROM feedback_item i
      WHERE i.organisation_id = $1::uuid AND i.id IN (SELECT id FROM family) ORDER BY i.id FOR UPDATE`,
    values: [tx.organisationId, itemIds],
  });
}

/**
 * Hides what repeats a whistleblowing report, for it says the same, and shows it again when the report is none any more; beyond the
 * reach of whoever takes the step too. Part of that step: `written` is what it wrote, its families locked before. Tells the roll-ups.
 */
export async function carryRepeats(
  tx: OrganisationTransaction,
  scope: Scope,
  step: Step,
  written: readonly WrittenItem[],
): Promise<ItemDelta[]> {
  const deltas: ItemDelta[] = [];
  for (const hidden of [true, false]) {
    const heads = written.filter(({ before, change }) => {
      const { statusReason = before.statusReason } = change;
      return isHidden(before) !== hidden && isHidden({ statusReason }) === hidden;
    });
    const carried = await repeatsToCarry(tx, heads, hidden);
    deltas.push(...(await writeItems(tx, carried)));
    await recordManyChanged(tx, scope, step, {
      subject: "feedback",
      change: step.undoesStepId === undefined ? carriedChanges[hidden ? 0 : 1] : "feedback.undone",
      entries: carried.map(({ before, change }) => ({ subjectId: before.id, values: stepValues(before, change) })),
    });
  }
  return deltas;
}

function isHidden({ statusReason }: { readonly statusReason: string | null }): boolean {
  return statusReason === hiddenReason;
}

async function repeatsToCarry(
  tx: OrganisationTransaction,
  heads: readonly WrittenItem[],
  hidden: boolean,
): Promise<WrittenItem[]> {
  if (heads.length === 0) return [];
  const headIds = new Set(heads.map(({ before }) => before.id));
  const ids = await tx.sql<{ id: string }>({
    name: "feedback.repeats-of-many",
    text: `${familyOf} SELECT id FROM family WHERE NOT id = ANY($2::uuid[])`,
    values: [tx.organisationId, [...headIds]],
  });
  if (ids.length === 0) return [];
  const repeats = await lockItems(
    tx,
    ids.map(({ id }) => id),
    { codings: false, answered: false },
  );
  return repeats
    .filter((item) => item.status === "duplicate" && isHidden(item) !== hidden)
    .map((before) => ({ before, change: { statusReason: hidden ? hiddenReason : null } }));
}

const repeatsRead = 50;

/** What was hidden along with a whistleblowing report: its registrar reads these texts, and nobody else does. The newest 50. */
export async function hiddenRepeats(
  tx: OrganisationTransaction,
  { id, statusReason }: { readonly id: string; readonly statusReason: string | null },
): Promise<RepeatView[]> {
  if (statusReason !== hiddenReason) return [];
  const rows = await tx.sql<Omit<RepeatView, "receivedAt"> & { readonly received_at: Date }>({
    name: "feedback.hidden-repeats",
    text: `${familyOf} SELECT i.id, i.version, i.received_at, i.language, t.title, t.body, t.masks,
          t.title_masks AS "titleMasks"
        FROM family JOIN feedback_item i ON i.organisation_id = $1::uuid AND i.id = family.id
        JOIN feedback_text t ON t.organisation_id = $1::uuid AND t.item_id = i.id
       WHERE i.status = 'duplicate' AND i.status_reason = $3::text ORDER BY i.received_at DESC, i.id DESC LIMIT ${repeatsRead}`,
    values: [tx.organisationId, [id], hiddenReason],
  });
  return rows.map(({ received_at: receivedAt, ...repeat }) => ({ ...repeat, receivedAt: receivedAt.toISOString() }));
}

/** Which of these items are whistleblowing reports: nothing may become a repeat of one. */
export async function hiddenAmong(tx: OrganisationTransaction, itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await tx.sql<{ id: string }>({
    name: "feedback.hidden-among",
    text: "SELECT id FROM feedback_item WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[]) AND status_reason = $3::text",
    values: [tx.organisationId, itemIds, hiddenReason],
  });
  return new Set(rows.map(({ id }) => id));
}
