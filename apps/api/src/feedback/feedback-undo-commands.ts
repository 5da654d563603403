import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackDetail, UndoResult } from "@kuultu/domain/feedback/feedback-view";
import type { undoSchema } from "@kuultu/domain/feedback/triage-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";

import { withdrawAnswers } from "#feedback/answers/answer-record";
import { answeredBulkStep } from "#feedback/bulk/bulk-commands";
import { isUndoneInBulk, startBulkUndo } from "#feedback/bulk/bulk-undo";
import { duplicateChain, lockMerging } from "#feedback/duplicates/duplicate-commands";
import { carryRepeats, lockFamilies, ownChangeSql } from "#feedback/duplicates/hidden-repeats";
import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import type { ItemDelta } from "#feedback/counts/item-facets";
import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { inverseChange, stepValues, stepValuesSchema } from "#feedback/step-values";
import { lockItems, type TriagedItem, writeItem } from "#feedback/triaged-item";
import type { WrittenItem } from "#feedback/write-items";
import { newStep, recordChange } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/** How long ago a step may lie that is taken back without being named: what one did yesterday one does not mean by "undo". */
const unnamedReach = 12 * 3_600_000;

/** What undo answers at once, or the bulk step that does it. */
type Undone = UndoResult | { readonly bulkStepId: string; readonly total: number };

/**
 * Takes back one step of one's own, on every item that it touched; a step on many items as a bulk step, which leaves alone what has
 * been changed since. Of a step on a few items: `feedback.undo-overtaken` where somebody has changed an item since.
 * The undoing is an entry of its own in the history; the step itself stays there. `allowed`: whether one may take it back on an item
 * that would become `after`; `not-found` otherwise.
 */
export async function undoStep(
  scope: Scope,
  input: z.infer<typeof undoSchema>,
  allowed: (item: TriagedItem, after: TriagedItem) => boolean = (item, after) =>
    may(scope.staff, "feedback.triage", item) && after.statusReason !== "whistleblowing",
): Promise<UndoResult> {
  const undone = await scope.transaction(async (tx): Promise<Undone> => {
    const stepId = input.stepId ?? (await newestOwnStep(tx, scope));
    if (stepId === undefined) throw new RuleViolation("feedback.nothing-to-undo");
    if (await isUndoneInBulk(tx, stepId)) return startBulkUndo(tx, scope, stepId);
    const entries = await ownStep(tx, scope, stepId);
    const [first] = entries;
    if (first === undefined) throw new RuleViolation("feedback.nothing-to-undo");
    const changes = new Map(
      entries.map(({ subject_id: id, values }) => [id, inverseChange(stepValuesSchema.parse(values))]),
    );
    const repeated = [...changes.values()].flatMap(({ duplicateOfId }) => duplicateOfId ?? []);
    if (entries.some(hides)) await lockFamilies(tx, [...changes.keys(), ...repeated]);
    else if (repeated.length > 0) await lockMerging(tx);
    const locked = await lockItems(tx, [...changes.keys(), ...repeated]);
    const items = locked.filter(({ id }) => changes.has(id));
    await withdrawAnswers(tx, first.step_id);
    await refuseOvertaken(tx, first.step_id);
    const undoing = newStep(first.step_id);
    const deltas: ItemDelta[] = [];
    const written: WrittenItem[] = [];
    for (const [itemId, change] of changes) {
      const item = items.find(({ id }) => id === itemId);
      if (item === undefined || !allowed(item, { ...item, ...change })) throw new RuleViolation("not-found");
      await refuseRepeating(tx, itemId, change.duplicateOfId);
      // What it repeated has become a report since: shown again it could not be, and its text is not to go.
      if (locked.some(({ id, statusReason }) => id === change.duplicateOfId && statusReason === hiddenReason))
        throw new RuleViolation("feedback.undo-overtaken", { itemId });
      deltas.push(...(await writeItem(tx, item, change)));
      const entry = {
        subject: "feedback",
        subjectId: itemId,
        change: "feedback.undone",
        values: stepValues(item, change),
      } as const;
      await recordChange(tx, scope, undoing, [entry]);
      written.push({ before: item, change });
    }
    deltas.push(...(await carryRepeats(tx, scope, undoing, written)));
    const changed: FeedbackDetail[] = [];
    for (const item of items) changed.push(await feedbackDetail(tx, item.id));
    await logRead(
      tx,
      scope,
      items.map(({ id }) => id),
    );
    await applyFeedbackDeltas(tx, deltas);
    return { stepId: undoing.stepId, items: changed };
  });
  if (!("bulkStepId" in undone)) return undone;
  const bulk = await answeredBulkStep(scope, undone.bulkStepId, undone.total);
  return { stepId: bulk.stepId, items: [], bulk };
}

/** Whether the step made a whistleblowing report of an item, or feedback of one again. */
function hides({ values }: StepEntry): boolean {
  return stepValuesSchema.parse(values).statusReason?.includes(hiddenReason) === true;
}

/** What the item repeated before may be gone, or have become a repeat of it since: then each would hide behind the other. */
async function refuseRepeating(
  tx: OrganisationTransaction,
  itemId: string,
  duplicateOfId: string | null | undefined,
): Promise<void> {
  if (duplicateOfId == null) return;
  const chain = await duplicateChain(tx, duplicateOfId);
  if (chain.length === 0 || chain.includes(itemId))
    throw new RuleViolation("feedback.undo-overtaken", { itemId: duplicateOfId });
}

interface StepEntry {
  readonly step_id: string;
  readonly subject_id: string;
  readonly values: unknown;
}

/** Entries of `h` by which one may take a step back: neither an undoing nor taken back already. `$1`: organisation, `$2`: oneself. */
const open = `h.organisation_id = $1::uuid AND h.staff_id = $2::uuid AND h.subject = 'feedback' AND h.undoes_step_id IS NULL
  AND h.values ? 'version' AND ${ownChangeSql}
  AND NOT EXISTS (SELECT FROM history u WHERE u.organisation_id = $1::uuid AND u.undoes_step_id = h.step_id)`;

async function newestOwnStep(tx: OrganisationTransaction, scope: Scope): Promise<string | undefined> {
  const [newest] = await tx.sql<{ step_id: string }>({
    name: "feedback.newest-own-step",
    text: `SELECT h.step_id FROM history h WHERE ${open} AND h.at > $3::timestamptz ORDER BY h.at DESC, h.id DESC LIMIT 1`,
    values: [tx.organisationId, scope.staff.id, new Date(scope.now.getTime() - unnamedReach)],
  });
  return newest?.step_id;
}

function ownStep(tx: OrganisationTransaction, scope: Scope, stepId: string): Promise<StepEntry[]> {
  return tx.sql<StepEntry>({
    name: "feedback.own-step",
    text: `SELECT h.step_id, h.subject_id, h.values FROM history h WHERE ${open} AND h.step_id = $3::uuid`,
    values: [tx.organisationId, scope.staff.id, stepId],
  });
}

/** A later step that still holds stands in the way; one that has been taken back does not. Versions tell what is later. */
async function refuseOvertaken(tx: OrganisationTransaction, stepId: string): Promise<void> {
  const [undone] = await tx.sql<{ step_id: string }>({
    name: "feedback.step-undone",
    text: "SELECT step_id FROM history WHERE organisation_id = $1::uuid AND undoes_step_id = $2::uuid LIMIT 1",
    values: [tx.organisationId, stepId],
  });
  if (undone !== undefined) throw new RuleViolation("feedback.nothing-to-undo");
  const [overtaken] = await tx.sql<{ subject_id: string }>({
    name: "feedback.step-overtaken",
    text: `SELECT later.subject_id FROM history mine
        JOIN history later ON later.organisation_id = $1::uuid AND later.subject_id = mine.subject_id
         AND (later.values #>> '{version,1}')::int > (mine.values #>> '{version,1}')::int
       WHERE mine.organisation_id = $1::uuid AND mine.step_id = $2::uuid AND later.undoes_step_id IS NULL
         AND NOT EXISTS (SELECT FROM history u WHERE u.organisation_id = $1::uuid AND u.undoes_step_id = later.step_id
                           AND u.subject_id = later.subject_id)
       LIMIT 1`,
    values: [tx.organisationId, stepId],
  });
  if (overtaken !== undefined) throw new RuleViolation("feedback.undo-overtaken", { itemId: overtaken.subject_id });
}
