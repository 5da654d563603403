import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { stepValues } from "#feedback/step-values";
import { lockItem, settled, writeItem } from "#feedback/triaged-item";
import { newStep, recordChange } from "#history/record-change";
import { type Comparison, contend } from "#testing/comparison";
import type { Scope } from "#trpc/scope";

/** A step on one item with the roll-ups kept, against the same step without them. */
export async function* benchSteps({ scope, size }: { scope: Scope; size: number }): AsyncGenerator<Comparison> {
  const items = await scope.transaction((tx) =>
    tx.feedbackItem.findMany({
      where: { organisationId: tx.organisationId, status: "new" },
      select: { id: true },
      take: 200,
    }),
  );
  let turn = 0;
  const next = () => items[(turn += 1) % items.length]?.id ?? "";
  yield await contend({
    name: "feedback.step.roll-ups",
    size,
    limit: 4,
    runs: 80,
    ours: () => reject(scope, next(), true),
    plain: () => reject(scope, next(), false),
  });
}

/** As a step of the application does it, there and back, so that any item will do. */
function reject(scope: Scope, itemId: string, counted: boolean): Promise<void> {
  return scope.transaction(async (tx) => {
    const item = await lockItem(tx, scope, "feedback.triage", itemId);
    const rejected = item.status === "rejected";
    const change = settled(
      item,
      rejected ? { status: "new", statusReason: null } : { status: "rejected", statusReason: "empty_text" },
      scope.now,
    );
    const deltas = await writeItem(tx, item, change);
    await recordChange(tx, scope, newStep(), [
      { subject: "feedback", subjectId: item.id, change: "feedback.rejected", values: stepValues(item, change) },
    ]);
    await feedbackDetail(tx, item.id);
    await logRead(tx, scope, [item.id]);
    if (counted) await applyFeedbackDeltas(tx, deltas);
  });
}
