import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { BulkStart } from "@kuultu/domain/feedback/bulk-step";
import type { BulkStepView } from "@kuultu/domain/feedback/bulk-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { bulkContext } from "#feedback/bulk/bulk-context";
import { countOutcomes } from "#feedback/bulk/bulk-queries";
import { runBulkStep } from "#feedback/bulk/bulk-run";
import { factsSql, notFound, selected } from "#feedback/bulk/bulk-selection";
import { endBulkStep, lockBulkStep } from "#feedback/bulk/bulk-step-record";
import { bulkStepView } from "#feedback/bulk/bulk-step-queries";
import { loggedFilter } from "#feedback/feedback-list-queries";
import { Parameters } from "#feedback/named-statement";
import { recordAccess } from "#history/record-access";
import { newStep, recordChange } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/** A step of this few items is done before the answer leaves; a larger one runs as a job. */
const doneAtOnce = 200;

/** Freezes the selection, each item with its version, and begins to change it. What is asked for is all or part of one step. */
export async function startBulkStep(scope: Scope, input: BulkStart): Promise<BulkStepView> {
  const bulkStepId = uuidv7();
  const frozen = await scope.transaction((tx) => freeze(tx, scope, bulkStepId, input));
  return answeredBulkStep(scope, bulkStepId, frozen);
}

/** The step as it is now, or as it is when the few items of it are done. */
export async function answeredBulkStep(scope: Scope, bulkStepId: string, items: number): Promise<BulkStepView> {
  if (items <= doneAtOnce) await runBulkStep(scope, bulkStepId);
  return scope.transaction((tx) => bulkStepView(tx, scope, bulkStepId));
}

async function freeze(
  tx: OrganisationTransaction,
  scope: Scope,
  bulkStepId: string,
  { change, selection, reason }: BulkStart,
): Promise<number> {
  const context = await bulkContext(tx, scope, change);
  if ("filter" in selection && selection.filter.search !== undefined)
    await recordAccess(tx, scope, { purpose: "search", itemIds: [], details: loggedFilter(scope, selection.filter) });
  const step = newStep();
  await tx.bulkStep.create({
    data: {
      organisationId: tx.organisationId,
      id: bulkStepId,
      stepId: step.stepId,
      staffId: scope.staff.id,
      state: "running",
      change,
      selection: "filter" in selection ? { filter: loggedFilter(scope, selection.filter) } : selection,
      startedAt: scope.now,
    },
    select: { id: true },
  });
  const outcomes = await countOutcomes(tx, scope, { change, selection }, context);
  const p = new Parameters();
  const [organisationId, id] = [p.add(tx.organisationId), p.add(bulkStepId)];
  const changing = outcomes.filter(({ leftAlone }) => leftAlone === null).map((outcome) => outcome.facts);
  // Where all that was found changes there is nothing to tell apart.
  const narrowed =
    changing.length === outcomes.length
      ? ""
      : `AND ${factsSql(p, scope, change, context)} = ANY(${p.add(changing)}::text[])`;
  const { count: frozen } = await tx.run(
    `INSERT INTO bulk_item (organisation_id, bulk_step_id, item_id, version)
     SELECT ${organisationId}::uuid, ${id}::uuid, i.id, i.version FROM feedback_item i
      WHERE ${await selected(tx, p, scope, selection)} ${narrowed}`,
    p.values,
  );
  const found = outcomes.reduce((sum, { count }) => sum + count, 0);
  const leftAlone: Record<string, number> = {};
  const leave = (code: string, count: number) => {
    if (count > 0) leftAlone[code] = (leftAlone[code] ?? 0) + count;
  };
  for (const outcome of outcomes) if (outcome.leftAlone !== null) leave(outcome.leftAlone, outcome.count);
  leave("not-found", notFound(selection, found));
  const total = frozen + Object.values(leftAlone).reduce((sum, count) => sum + count, 0);
  await tx.bulkStep.update({
    where: { organisationId_id: { organisationId: tx.organisationId, id: bulkStepId } },
    data: { total, leftAlone },
    select: { id: true },
  });
  const texts: Record<string, string> = reason === "" ? {} : { reason };
  await recordChange(tx, scope, step, [
    { subject: "bulk", subjectId: bulkStepId, change: "bulk.asked", values: { total: [null, total] }, texts },
  ]);
  await scope.jobs.enqueue(tx, "bulk.run", { organisationId: tx.organisationId, bulkStepId });
  return frozen;
}

/** Stops a bulk step of one's own after the batch it is at: what is done stays done, the rest is left alone. */
export function stopBulkStep(scope: Scope, bulkStepId: string): Promise<BulkStepView> {
  return scope.transaction(async (tx) => {
    const record = await lockBulkStep(tx, bulkStepId);
    if (record === null || record.staffId !== scope.staff.id) throw new RuleViolation("not-found");
    if (record.state === "running") {
      await endBulkStep(tx, bulkStepId, "stopped", scope.now);
      await recordChange(tx, scope, newStep(), [{ subject: "bulk", subjectId: bulkStepId, change: "bulk.stopped" }]);
    }
    return bulkStepView(tx, scope, bulkStepId);
  });
}
