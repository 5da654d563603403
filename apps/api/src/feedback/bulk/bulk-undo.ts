import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LeftAlone } from "@kuultu/domain/feedback/bulk-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { endBulkStep } from "#feedback/bulk/bulk-step-record";
import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { duplicateChain } from "#feedback/duplicates/duplicate-commands";
import { hiddenAmong, ownChangeSql } from "#feedback/duplicates/hidden-repeats";
import { inverseChange, stepValuesSchema } from "#feedback/step-values";
import type { ItemChange, TriagedItem } from "#feedback/triaged-item";
import { newStep, recordChange } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/** What a bulk step makes of an item. */
export type BulkDecision = { readonly becomes: ItemChange } | { readonly leftAlone: LeftAlone };

/** A step of more items than these is taken back as a bulk step, however it was made. */
const mostAtOnce = 20;

/** Whether a step is taken back as a bulk step: item by item, leaving alone what has been changed since. */
export async function isUndoneInBulk(tx: OrganisationTransaction, stepId: string): Promise<boolean> {
  const [row] = await tx.sql<{ bulk: boolean; items: number }>({
    name: "bulk.is-bulk",
    text: `SELECT EXISTS (SELECT FROM bulk_step WHERE organisation_id = $1::uuid AND step_id = $2::uuid) AS bulk,
        (SELECT count(*) FROM (SELECT FROM history h WHERE organisation_id = $1::uuid AND step_id = $2::uuid AND ${ownChangeSql} LIMIT $3::int) h)::int AS items`,
    values: [tx.organisationId, stepId, mostAtOnce + 1],
  });
  return row !== undefined && (row.bulk || row.items > mostAtOnce);
}

export interface BulkUndoing {
  readonly bulkStepId: string;
  /** Items that still bear the step. */
  readonly total: number;
}

/** Asks for a step of one's own to be taken back on every item that still bears it; stops the step first where it is running. */
export async function startBulkUndo(
  tx: OrganisationTransaction,
  scope: Scope,
  undoneStepId: string,
): Promise<BulkUndoing> {
  await stopRunning(tx, scope, undoneStepId);
  const [bulkStepId, step] = [uuidv7(), newStep(undoneStepId)];
  await tx.bulkStep.create({
    data: {
      organisationId: tx.organisationId,
      id: bulkStepId,
      stepId: step.stepId,
      undoesStepId: undoneStepId,
      staffId: scope.staff.id,
      state: "running",
      change: {},
      selection: { stepId: undoneStepId },
      startedAt: scope.now,
    },
    select: { id: true },
  });
  const [counted] = await tx.sql<{ total: number }>({
    name: "bulk.freeze-undo",
    text: `WITH frozen AS (
        INSERT INTO bulk_item (organisation_id, bulk_step_id, item_id, version)
        SELECT DISTINCT $1::uuid, $2::uuid, h.subject_id, 0 FROM history h
         WHERE h.organisation_id = $1::uuid AND h.step_id = $3::uuid AND h.subject = 'feedback' AND h.staff_id = $4::uuid
           AND h.undoes_step_id IS NULL AND h.values ? 'version' AND ${ownChangeSql}
           AND h.subject_id NOT IN (SELECT u.subject_id FROM history u WHERE u.organisation_id = $1::uuid AND u.undoes_step_id = $3::uuid)
        RETURNING 1),
      total AS (SELECT count(*)::int AS total FROM frozen)
      UPDATE bulk_step SET total = total.total FROM total WHERE organisation_id = $1::uuid AND id = $2::uuid RETURNING total.total`,
    values: [tx.organisationId, bulkStepId, undoneStepId, scope.staff.id],
  });
  const total = counted?.total ?? 0;
  if (total === 0) throw new RuleViolation("feedback.nothing-to-undo");
  await recordChange(tx, scope, step, [
    { subject: "bulk", subjectId: bulkStepId, change: "bulk.undo-asked", values: { total: [null, total] } },
  ]);
  await scope.jobs.enqueue(tx, "bulk.run", { organisationId: tx.organisationId, bulkStepId });
  return { bulkStepId, total };
}

/** Whoever takes a step back that is still running wants the rest of it neither. */
async function stopRunning(tx: OrganisationTransaction, scope: Scope, stepId: string): Promise<void> {
  const running = await tx.bulkStep.findMany({
    where: { organisationId: tx.organisationId, stepId, state: "running", staffId: scope.staff.id },
    select: { id: true },
  });
  for (const { id } of running) await endBulkStep(tx, id, "stopped", scope.now);
}

/** What takes the step back, for locked items: from what the history holds of it, where no later step still holds. */
export async function decideUndoing(
  tx: OrganisationTransaction,
  undoneStepId: string,
  items: readonly TriagedItem[],
): Promise<(item: TriagedItem) => BulkDecision> {
  const versions = new Map(items.map(({ id, version }) => [id, version]));
  const rows = await tx.sql<{ subject_id: string; recorded: string }>({
    name: "bulk.undo-values",
    text: `SELECT subject_id, "values"::text AS recorded FROM history
        WHERE organisation_id = $1::uuid AND step_id = $2::uuid AND subject = 'feedback' AND subject_id = ANY($3::uuid[])`,
    values: [tx.organisationId, undoneStepId, [...versions.keys()]],
  });
  // Most items bear the same step in the same words: what takes it back is read once, and shared.
  const inverses = new Map<string, Inverse>();
  const inverseOf = (recorded: string): Inverse => {
    const inverse = inverses.get(recorded) ?? readInverse(recorded);
    inverses.set(recorded, inverse);
    return inverse;
  };
  const movedOn = rows.filter(({ subject_id: id, recorded }) => versions.get(id) !== inverseOf(recorded).version);
  const since = await stepsOn(
    tx,
    movedOn.map((row) => row.subject_id),
  );
  const kept = rows.flatMap(({ recorded }) => inverseOf(recorded).becomes.duplicateOfId ?? []);
  const hidden = await hiddenAmong(tx, [...new Set(kept)]);
  const decisions = new Map<string, BulkDecision>();
  // What the items before it in this batch will repeat again counts as well: together they could close a circle.
  const repeating = new Map<string, string>();
  for (const row of rows) {
    const { becomes, version } = inverseOf(row.recorded);
    const { undone, held } = since.get(row.subject_id) ?? untouched;
    const { duplicateOfId } = becomes;
    const chain = duplicateOfId == null ? null : await duplicateChain(tx, duplicateOfId, repeating);
    // What it would repeat again is gone, or repeats it.
    const unrepeatable = chain !== null && (chain.length === 0 || chain.includes(row.subject_id));
    if (undone.has(undoneStepId)) decisions.set(row.subject_id, { leftAlone: "already-so" });
    else if (overtakes(undone, held, version) || unrepeatable || hidden.has(duplicateOfId ?? ""))
      decisions.set(row.subject_id, { leftAlone: "changed-meanwhile" });
    else if (becomes.statusReason === hiddenReason) decisions.set(row.subject_id, { leftAlone: "not-found" });
    else {
      decisions.set(row.subject_id, { becomes });
      if (duplicateOfId != null) repeating.set(row.subject_id, duplicateOfId);
    }
  }
  return ({ id }) => decisions.get(id) ?? { leftAlone: "not-found" };
}

interface Inverse {
  readonly becomes: ItemChange;
  /** The item's version after the step: where it is still that, nothing has come between. */
  readonly version: number;
}

function readInverse(recorded: string): Inverse {
  const values = stepValuesSchema.parse(JSON.parse(recorded));
  return { becomes: inverseChange(values), version: Number(values.version?.[1] ?? 0) };
}

/** What the history holds of an item: the steps that have been taken back on it, and the steps with their versions. */
interface StepsOn {
  readonly undone: Set<string>;
  readonly held: { readonly stepId: string; readonly version: number }[];
}
const untouched: StepsOn = { undone: new Set(), held: [] };

function overtakes(undone: StepsOn["undone"], held: StepsOn["held"], version: number): boolean {
  return held.some((later) => later.version > version && !undone.has(later.stepId));
}

async function stepsOn(tx: OrganisationTransaction, itemIds: readonly string[]): Promise<Map<string, StepsOn>> {
  const steps = new Map<string, StepsOn>();
  if (itemIds.length === 0) return steps;
  const rows = await tx.sql<{
    subject_id: string;
    step_id: string;
    undoes_step_id: string | null;
    version: number | null;
  }>({
    name: "bulk.steps-on",
    text: `SELECT subject_id, step_id, undoes_step_id, ("values" #>> '{version,1}')::int AS version FROM history
        WHERE organisation_id = $1::uuid AND subject_id = ANY($2::uuid[])`,
    values: [tx.organisationId, itemIds],
  });
  for (const row of rows) {
    const on = steps.get(row.subject_id) ?? { undone: new Set<string>(), held: [] };
    steps.set(row.subject_id, on);
    if (row.undoes_step_id !== null) on.undone.add(row.undoes_step_id);
    else if (row.version !== null) on.held.push({ stepId: row.step_id, version: row.version });
  }
  return steps;
}
