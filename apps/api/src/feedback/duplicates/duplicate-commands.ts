import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackDetail, StepResult, UndoResult } from "@kuultu/domain/feedback/feedback-view";
import { afterDuplicate, checkDuplicateOf } from "@kuultu/domain/feedback/triage-status";
import type { duplicateSchema, mergeSchema } from "@kuultu/domain/feedback/triage-step";
import type { ChangeEntry } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may, type Permission } from "@kuultu/domain/staff/permission";

import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import type { ItemDelta } from "#feedback/counts/item-facets";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { stepValues } from "#feedback/step-values";
import { lockItems, settled, type TriagedItem, writeItem } from "#feedback/triaged-item";
import { newStep, recordChange } from "#history/record-change";
import type { Scope } from "#trpc/scope";

interface SeenItem {
  readonly itemId: string;
  readonly version: number;
}

/** Points to the item that this one repeats. `feedback.duplicate-of-itself` where that would lead in a circle. */
export async function markDuplicate(scope: Scope, input: z.infer<typeof duplicateSchema>): Promise<StepResult> {
  const { stepId, items } = await merge(scope, input.duplicateOfId, [input]);
  const [item] = items;
  if (item === undefined) throw new RuleViolation("not-found");
  return { stepId, item };
}

/** Several items become repeats of one, in one step; each keeps its text. Answers them and, last, the one that is kept. */
export async function mergeDuplicates(scope: Scope, input: z.infer<typeof mergeSchema>): Promise<UndoResult> {
  return merge(scope, input.keptId, input.repeats, "answer the kept one too");
}

function merge(
  scope: Scope,
  keptId: string,
  repeats: readonly SeenItem[],
  kept?: "answer the kept one too",
): Promise<UndoResult> {
  return scope.transaction(async (tx) => {
    await lockMerging(tx);
    const locked = await lockItems(tx, [keptId, ...repeats.map(({ itemId }) => itemId)]);
    visible(scope, locked, "feedback.read", keptId);
    const chain = await duplicateChain(tx, keptId);
    const made = newStep();
    const deltas: ItemDelta[] = [];
    const entries: ChangeEntry[] = [];
    for (const { itemId, version } of repeats) {
      const item = visible(scope, locked, "feedback.triage", itemId);
      if (item.version !== version) throw new RuleViolation("changed-meanwhile", { version: item.version });
      checkDuplicateOf(item.id, chain);
      const becomes = settled(item, { ...afterDuplicate(item), duplicateOfId: keptId }, scope.now);
      deltas.push(...(await writeItem(tx, item, becomes)));
      const values = stepValues(item, becomes);
      entries.push({ subject: "feedback", subjectId: item.id, change: "feedback.marked-duplicate", values });
    }
    await recordChange(tx, scope, made, entries);
    const ids = [...repeats.map(({ itemId }) => itemId), ...(kept === undefined ? [] : [keptId])];
    const items: FeedbackDetail[] = [];
    for (const id of ids) items.push(await feedbackDetail(tx, id));
    await logRead(tx, scope, ids);
    await applyFeedbackDeltas(tx, deltas);
    return { stepId: made.stepId, items };
  });
}

/** `not-found` beyond reach and for whistleblowing reports, as if it were not there. */
function visible(scope: Scope, locked: readonly TriagedItem[], permission: Permission, itemId: string): TriagedItem {
  const item = locked.find(({ id }) => id === itemId);
  if (item === undefined || item.statusReason === "whistleblowing" || !may(scope.staff, permission, item)) {
    throw new RuleViolation("not-found");
  }
  return item;
}

/**
 * One merging at a time in an organisation, taken before any item is locked: two that touch no common item could still close a
 * circle over the chains behind them, which neither of them sees.
 */
export async function lockMerging(tx: OrganisationTransaction): Promise<void> {
  await tx.sql({
    name: "feedback.lock-merging",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('feedback.merging ' || $1::text, 0))",
    values: [tx.organisationId],
  });
}

/** The item, what it repeats itself, and so on to the end; `becoming`: what items will repeat that are about to be written. */
export async function duplicateChain(
  tx: OrganisationTransaction,
  itemId: string,
  becoming: ReadonlyMap<string, string> = new Map(),
): Promise<string[]> {
  const chain = new Set(await storedChain(tx, itemId));
  // A set hands out what is added to it while it is walked.
  for (const id of chain) {
    const onward = becoming.get(id);
    if (onward !== undefined && !chain.has(onward)) for (const more of await storedChain(tx, onward)) chain.add(more);
  }
  return [...chain];
}

async function storedChain(tx: OrganisationTransaction, itemId: string): Promise<string[]> {
  const rows = await tx.sql<{ id: string }>({
    name: "feedback.duplicate-chain",
    text: `WITH RECURSIVE chain AS (
        SELECT id, duplicate_of_id FROM feedback_item WHERE organisation_id = $1::uuid AND id = $2::uuid
        UNION SELECT i.id, i.duplicate_of_id FROM feedback_item i JOIN chain ON i.id = chain.duplicate_of_id WHERE i.organisation_id = $1::uuid)
      SELECT id FROM chain`,
    values: [tx.organisationId, itemId],
  });
  return rows.map((row) => row.id);
}
