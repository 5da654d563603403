import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  type BulkBecomes,
  type BulkChange,
  bulkLooksAt,
  decideBulk,
  type LeftAlone,
} from "@kuultu/domain/feedback/bulk-step";
import type { Change } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may, reaches } from "@kuultu/domain/staff/permission";

import { bulkContext, type BulkContext } from "#feedback/bulk/bulk-context";
import {
  addLeftAlone,
  type BulkStepRecord,
  endBulkStep,
  lockBulkStep,
  takeBulkItems,
} from "#feedback/bulk/bulk-step-record";
import { type BulkDecision, decideUndoing } from "#feedback/bulk/bulk-undo";
import type { Looked } from "#feedback/bulk/details-of-many";
import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { lockMerging } from "#feedback/duplicates/duplicate-commands";
import { carryRepeats, lockFamilies } from "#feedback/duplicates/hidden-repeats";
import { itemRouting } from "#feedback/item-routing";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { stepValues } from "#feedback/step-values";
import { type ItemChange, lockItems, settled, type StoredCoding, type TriagedItem } from "#feedback/triaged-item";
import { type WrittenItem, writeItems } from "#feedback/write-items";
import { recordManyChanged, type Step } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/** Items of one transaction: a kill loses at most the work on these, and nobody waits long for one of them. */
const batchItems = 4000;

export interface BulkRunSettings {
  /** Smaller batches, for tests. */
  readonly batchItems?: number;
  /** Leaves between two batches; the step goes on from there. */
  readonly signal?: AbortSignal;
  /** Who asked for it, looked up anew before each batch: a role may be taken away meanwhile. */
  readonly asker?: () => Promise<Scope>;
  /** What keeps the roll-ups; the bench leaves it out to see what it costs. */
  readonly keepRollUps?: typeof applyFeedbackDeltas;
}

/** Takes a bulk step to its end, from where it stands. Called twice at once, one waits for the other's batch. */
export async function runBulkStep(
  scope: Scope,
  bulkStepId: string,
  settings: BulkRunSettings = {},
): Promise<void | "unfinished"> {
  for (;;) {
    if (settings.signal?.aborted === true) return "unfinished";
    const asker = (await settings.asker?.()) ?? scope;
    const ended = await asker.transaction((tx) => runBatch(tx, asker, bulkStepId, settings));
    if (ended) return;
  }
}

const changeNames: Readonly<Record<BulkChange["step"], Change>> = {
  code: "feedback.coded",
  uncode: "feedback.uncoded",
  no_theme: "feedback.no-theme",
  kind: "feedback.kind-set",
  done: "feedback.done",
  reject: "feedback.rejected",
  route: "feedback.routed",
  wait: "feedback.waiting",
  assign: "feedback.assigned",
  reopen: "feedback.reopened",
};

const bulkChangeNames: ReadonlySet<string> = new Set(Object.keys(changeNames));

/** One batch from its items to its roll-ups, in one transaction; true where the step has ended. */
async function runBatch(
  tx: OrganisationTransaction,
  scope: Scope,
  bulkStepId: string,
  { batchItems: most = batchItems, keepRollUps = applyFeedbackDeltas }: BulkRunSettings,
): Promise<boolean> {
  const record = await lockBulkStep(tx, bulkStepId);
  if (record?.state !== "running") return true;
  // An undoing may make repeats again: before any item is locked, as whoever merges does.
  if (record.change === null) await lockMerging(tx);
  const taken = await takeBulkItems(tx, bulkStepId, most);
  if (mayHide(record)) await lockFamilies(tx, [...taken.keys()]);
  const items = await lockItems(tx, [...taken.keys()], lookedAt(record));
  const decide = await decisionsOf(tx, scope, record, items);
  const written: WrittenItem[] = [];
  const leftAlone = new Map<LeftAlone, number>();
  for (const before of items) {
    const decision = permitted(scope, before, taken.get(before.id)) ?? decide(before);
    if ("becomes" in decision) written.push({ before, change: decision.becomes });
    else leftAlone.set(decision.leftAlone, (leftAlone.get(decision.leftAlone) ?? 0) + 1);
  }
  if (items.length < taken.size) leftAlone.set("not-found", taken.size - items.length);
  const deltas = await writeItems(tx, written);
  await recordBatch(tx, scope, record, written);
  deltas.push(...(await carryRepeats(tx, scope, stepOf(record), written)));
  await addLeftAlone(tx, record, written.length, leftAlone);
  const ended = taken.size < most;
  if (ended) await endBulkStep(tx, bulkStepId, "finished", scope.now);
  await keepRollUps(tx, deltas);
  return ended;
}

/** Whether a step may make whistleblowing reports, or feedback of them again. */
function mayHide({ change, undoes }: BulkStepRecord): boolean {
  if (change !== null) return change.step === "route" && change.routingClass === hiddenReason;
  return undoes === "route" || !bulkChangeNames.has(undoes ?? "");
}

function lookedAt({ change, undoes }: BulkStepRecord): Looked {
  if (change !== null)
    return { codings: change.step === "uncode", answered: bulkLooksAt[change.step].includes("answered") };
  // Whatever else has been done to many at once may have been to their themes.
  const codes = undoes === "code" || undoes === "uncode" || !bulkChangeNames.has(undoes ?? "");
  return { codings: codes, answered: false };
}

/** What stands in the way of any change. An undoing asks itself whether what came between still holds. */
function permitted(scope: Scope, item: TriagedItem, seenVersion: number | null | undefined): BulkDecision | null {
  if (!may(scope.staff, "feedback.triage", item)) return { leftAlone: "not-permitted" };
  if (seenVersion != null && item.version !== seenVersion) return { leftAlone: "changed-meanwhile" };
  return null;
}

async function decisionsOf(
  tx: OrganisationTransaction,
  scope: Scope,
  record: BulkStepRecord,
  items: readonly TriagedItem[],
): Promise<(item: TriagedItem) => BulkDecision> {
  const { change, undoesStepId } = record;
  if (change === null) return decideUndoing(tx, undoesStepId ?? "", items);
  let context: BulkContext;
  try {
    context = await bulkContext(tx, scope, change);
  } catch (error) {
    // A theme has been merged away, a person has left: what was to be done cannot be done any more.
    if (!(error instanceof RuleViolation)) throw error;
    return () => ({ leftAlone: error.code });
  }
  return (item) => decideItem(scope, change, context, item);
}

function decideItem(scope: Scope, change: BulkChange, context: BulkContext, item: TriagedItem): BulkDecision {
  const { ownerReach, today } = context;
  if (item.statusReason === hiddenReason) return { leftAlone: "not-found" };
  const ownerMayRead = ownerReach !== null && reaches(ownerReach, item);
  // The reason lies beside the step; the rule only asks that there is one, which was asked when the step was.
  const outcome = decideBulk(change, ownerMayRead ? item : { ...item, ownerMayRead }, today, "given");
  if ("leftAlone" in outcome) return outcome;
  return { becomes: settled(item, itemChange(scope, change, context, item, outcome.becomes), scope.now) };
}

function itemChange(
  scope: Scope,
  change: BulkChange,
  context: BulkContext,
  item: TriagedItem,
  becomes: BulkBecomes,
): ItemChange {
  const { addThemeIds = [], removeThemeId, ...fields } = becomes;
  const routed = change.step === "route" && itemRouting(item, change.routingClass, context.routingRules, scope.now);
  return {
    ...fields,
    ...routed,
    addCodings: addThemeIds.map((themeId) => newCoding(scope, themeId)),
    removeCodings: item.codings.filter(({ themeId }) => themeId === removeThemeId),
  };
}

function newCoding(scope: Scope, themeId: string): StoredCoding {
  return {
    id: uuidv7(),
    themeId,
    wordsStart: null,
    wordsEnd: null,
    origin: "staff",
    staffId: scope.staff.id,
    madeAt: scope.now.getTime(),
  };
}

function stepOf({ stepId, undoesStepId }: BulkStepRecord): Step {
  return undoesStepId === null ? { stepId } : { stepId, undoesStepId };
}

async function recordBatch(
  tx: OrganisationTransaction,
  scope: Scope,
  record: BulkStepRecord,
  written: readonly WrittenItem[],
): Promise<void> {
  const { change } = record;
  await recordManyChanged(tx, scope, stepOf(record), {
    subject: "feedback",
    change: change === null ? "feedback.undone" : changeNames[change.step],
    entries: written.map(({ before, change: becomes }) => ({
      subjectId: before.id,
      values: stepValues(before, becomes),
    })),
  });
}
