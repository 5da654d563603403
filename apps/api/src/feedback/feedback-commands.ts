import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { checkCoding, codingsToRemove } from "@kuultu/domain/feedback/coding";
import type { StepResult } from "@kuultu/domain/feedback/feedback-view";
import {
  afterCoding,
  afterDone,
  afterNoTheme,
  afterReject,
  afterReopen,
  afterUncoding,
} from "@kuultu/domain/feedback/triage-status";
import type {
  codeSchema,
  doneSchema,
  noThemeSchema,
  rejectSchema,
  reopenSchema,
  routeSchema,
  setKindSchema,
  uncodeSchema,
} from "@kuultu/domain/feedback/triage-step";
import type { Change } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { Permission } from "@kuultu/domain/staff/permission";

import { carryRepeats, lockFamilies } from "#feedback/duplicates/hidden-repeats";
import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import { itemRouting, withoutText } from "#feedback/item-routing";
import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { stepValues, type StepValues } from "#feedback/step-values";
import { type ItemChange, lockItem, settled, type TriagedItem, writeItem } from "#feedback/triaged-item";
import { newStep, recordChange } from "#history/record-change";
import { loadRoutingRules } from "#routed/routing-rule-queries";
import type { Scope } from "#trpc/scope";

export interface Decision {
  readonly change: Change;
  readonly becomes: ItemChange;
  /** Texts of the step, such as a reason. */
  readonly texts?: Readonly<Record<string, string>>;
  /** What the history keeps of it besides the item's own fields. */
  readonly values?: StepValues;
  /** What is written beside the item, under the same step. */
  readonly also?: (stepId: string) => Promise<void>;
}

/**
 * One step on one item: locked, compared with what its writer saw, decided, written, recorded, counted.
 * `by`: the permission that it takes, or another way to lock the item for whoever may take it.
 */
export function step(
  scope: Scope,
  seen: { readonly itemId: string; readonly version: number },
  decide: (item: TriagedItem, tx: OrganisationTransaction) => Decision | Promise<Decision>,
  by: Permission | ((tx: OrganisationTransaction) => Promise<TriagedItem>) = "feedback.triage",
): Promise<StepResult> {
  return scope.transaction(async (tx) => {
    const item = typeof by === "string" ? await lockItem(tx, scope, by, seen.itemId) : await by(tx);
    if (item.version !== seen.version) throw new RuleViolation("changed-meanwhile", { version: item.version });
    const { change, becomes: decided, texts = {}, values, also } = await decide(item, tx);
    const becomes = settled(item, decided, scope.now);
    const deltas = await writeItem(tx, item, becomes);
    const made = newStep();
    const entry = {
      subject: "feedback",
      subjectId: item.id,
      change,
      values: { ...stepValues(item, becomes), ...values },
      texts,
    } as const;
    await recordChange(tx, scope, made, [entry]);
    await also?.(made.stepId);
    deltas.push(...(await carryRepeats(tx, scope, made, [{ before: item, change: becomes }])));
    const after = await feedbackDetail(tx, item.id);
    await logRead(tx, scope, [item.id]);
    await applyFeedbackDeltas(tx, deltas);
    return { item: after, stepId: made.stepId };
  });
}

/** Says what an item is: idea, complaint, praise, question or other. Its status stays. */
export function setKind(scope: Scope, input: z.infer<typeof setKindSchema>): Promise<StepResult> {
  return step(scope, input, () => ({ change: "feedback.kind-set", becomes: { kind: input.kind } }));
}

/** Codes an item to a theme, as a whole or by some of its words. An item may have several themes. */
export function codeItem(scope: Scope, input: z.infer<typeof codeSchema>): Promise<StepResult> {
  return step(scope, input, async (item, tx) => {
    const theme = await tx.theme.findUnique({
      where: { organisationId_id: { organisationId: tx.organisationId, id: input.themeId } },
      select: { status: true },
    });
    if (theme === null) throw new RuleViolation("not-found");
    const { themeId, words } = input;
    const codings = item.codings.map(({ themeId: id, wordsStart, wordsEnd }) => ({
      themeId: id,
      words: wordsStart === null || wordsEnd === null ? null : { start: wordsStart, end: wordsEnd },
    }));
    checkCoding({ themeId, words }, { themeStatus: theme.status, body: item.body, codings });
    const coding = {
      id: uuidv7(),
      themeId,
      wordsStart: words?.start ?? null,
      wordsEnd: words?.end ?? null,
      origin: "staff",
      staffId: scope.staff.id,
      madeAt: scope.now.getTime(),
    } as const;
    return { change: "feedback.coded", becomes: { ...afterCoding(item), addCodings: [coding] } };
  });
}

/** Takes every coding of a theme off an item, or the one that is named. */
export function uncodeItem(scope: Scope, input: z.infer<typeof uncodeSchema>): Promise<StepResult> {
  return step(scope, input, (item) => {
    const { removed, stays } = codingsToRemove(item.codings, input.themeId, input.codingId);
    return {
      change: "feedback.uncoded",
      becomes: { ...afterUncoding(item, input.themeId, stays), removeCodings: removed },
    };
  });
}

/** Says that no theme fits, and why. `feedback.already-coded` while the item has one. */
export function setNoTheme(scope: Scope, input: z.infer<typeof noThemeSchema>): Promise<StepResult> {
  return step(scope, input, (item) => ({ change: "feedback.no-theme", becomes: afterNoTheme(item, input.reason) }));
}

/** "Done": categorised, and closed at once where no reply is due. */
export function finishItem(scope: Scope, input: z.infer<typeof doneSchema>): Promise<StepResult> {
  return step(scope, input, (item) => ({ change: "feedback.done", becomes: afterDone(item) }));
}

/**
 * Sends an item where it belongs instead, with the clock of its class. A whistleblowing report is gone at once, also for whoever routed
 * it, and all that repeats it with it.
 */
export async function routeItem(scope: Scope, input: z.infer<typeof routeSchema>): Promise<StepResult> {
  const { routingClass, itemId } = input;
  const hides = routingClass === hiddenReason;
  const { item, stepId } = await step(
    scope,
    input,
    async (routed, tx) => ({
      change: "feedback.routed",
      becomes: itemRouting(routed, routingClass, await loadRoutingRules(tx), scope.now),
    }),
    async (tx) => {
      if (hides) await lockFamilies(tx, [itemId]);
      return lockItem(tx, scope, "feedback.triage", itemId);
    },
  );
  return { item: hides ? withoutText(item) : item, stepId };
}

/** Takes an item out of the queue as no feedback at all, with the reason. */
export function rejectItem(scope: Scope, input: z.infer<typeof rejectSchema>): Promise<StepResult> {
  return step(scope, input, (item) => ({ change: "feedback.rejected", becomes: afterReject(item, input.reason) }));
}

/** Back to review, with a written reason; it repeats nothing then, and its themes stay. */
export function reopenItem(scope: Scope, input: z.infer<typeof reopenSchema>): Promise<StepResult> {
  return step(scope, input, (item) => ({
    change: "feedback.reopened",
    becomes: afterReopen(item, input.reason),
    texts: { reason: input.reason },
  }));
}
