import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import type { StepResult } from "@kuultu/domain/feedback/feedback-view";
import { afterWait, afterWake, isWakingDay } from "@kuultu/domain/feedback/triage-status";
import type { waitSchema, wakeSchema } from "@kuultu/domain/feedback/triage-step";
import type { ChangeEntry } from "@kuultu/domain/history/change";

import { step } from "#feedback/feedback-commands";
import type { ItemDelta } from "#feedback/counts/item-facets";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { stepValues } from "#feedback/step-values";
import { lockItems, settled, writeItem } from "#feedback/triaged-item";
import { newStep, recordChange } from "#history/record-change";
import type { JobHandler } from "#jobs/job-handlers";
import type { Scope } from "#trpc/scope";
import { systemScopes } from "#trpc/system-scope";

/** Puts an item off until a day to come, or until an answer comes. `feedback.wait-not-in-future` for any other day. */
export function waitItem(scope: Scope, input: z.infer<typeof waitSchema>): Promise<StepResult> {
  return step(scope, input, (item) => ({
    change: "feedback.waiting",
    becomes: afterWait(item, input.until, dayIn(scope.now)),
  }));
}

/** Takes a waiting item up again before its day. */
export function wakeItem(scope: Scope, input: z.infer<typeof wakeSchema>): Promise<StepResult> {
  return step(scope, input, (item) => ({ change: "feedback.woken", becomes: afterWake(item) }));
}

/** Every morning: brings back what waited until today, some at a time, so that nobody is kept waiting by it. */
export const wakeWaiting: JobHandler<"feedback.wake"> = async (parts, { organisationId }, { signal }) => {
  const scope = (await systemScopes(parts)).find(({ organisation }) => organisation.id === organisationId);
  if (scope === undefined) return;
  while ((await scope.transaction((tx) => wakeSome(tx, scope))) > 0) {
    if (signal.aborted) return "unfinished";
  }
};

const atOnce = 200;

/** Wakes some of the items whose day has come; returns how many. */
async function wakeSome(tx: OrganisationTransaction, scope: Scope): Promise<number> {
  const today = dayIn(scope.now);
  const due = await tx.sql<{ id: string }>({
    name: "feedback.due-to-wake",
    text: `SELECT id FROM feedback_item WHERE organisation_id = $1::uuid AND status = 'waiting' AND waiting_until <= $2::date
      ORDER BY waiting_until, id LIMIT $3::int`,
    values: [tx.organisationId, today, atOnce],
  });
  const items = await lockItems(
    tx,
    due.map(({ id }) => id),
  );
  const deltas: ItemDelta[] = [];
  const entries: ChangeEntry[] = [];
  for (const item of items) {
    // Somebody may have taken it up between the look and the lock.
    if (!isWakingDay(item, today)) continue;
    const becomes = settled(item, afterWake(item), scope.now);
    deltas.push(...(await writeItem(tx, item, becomes)));
    entries.push({
      subject: "feedback",
      subjectId: item.id,
      change: "feedback.woken",
      values: stepValues(item, becomes),
    });
  }
  if (entries.length > 0) await recordChange(tx, scope, newStep(), entries);
  await applyFeedbackDeltas(tx, deltas);
  return due.length;
}
