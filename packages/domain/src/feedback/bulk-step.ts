import { z } from "zod";

import { daySchema, idSchema } from "#identifier";
import type { Day } from "#identifier";
import { RuleViolation } from "#rule-violation";
import type { ViolationCode } from "#rule-violation";

import { feedbackFilterSchema } from "./feedback-filter.ts";
import {
  afterCoding,
  afterDone,
  afterNoTheme,
  afterReject,
  afterReopen,
  afterRoute,
  afterUncoding,
  afterWait,
  checkAssigning,
  isOpen,
  noThemeReasons,
  rejectReasons,
  routingClasses,
} from "./triage-status.ts";
import { feedbackKindSchema } from "./triage-schema.ts";
import type { FeedbackKind, FeedbackStatus, TriageFacts } from "./triage-status.ts";

/** As many items as a person may name one by one; more of them are meant by their filter. */
export const mostNamedItems = 10_000;

/** What is done to each of many items: the steps of one item, without what only one item can have (words, what it repeats). */
export const bulkChangeSchema = z.discriminatedUnion("step", [
  z.object({
    step: z.literal("code"),
    themeIds: z
      .array(idSchema)
      .min(1)
      .max(9)
      .refine((ids) => new Set(ids).size === ids.length, { error: "a theme twice" }),
  }),
  z.object({ step: z.literal("uncode"), themeId: idSchema }),
  z.object({ step: z.literal("no_theme"), reason: z.enum(noThemeReasons) }),
  z.object({ step: z.literal("kind"), kind: feedbackKindSchema }),
  z.object({ step: z.literal("done") }),
  z.object({ step: z.literal("reject"), reason: z.enum(rejectReasons) }),
  z.object({ step: z.literal("route"), routingClass: z.enum(routingClasses) }),
  z.object({ step: z.literal("wait"), until: daySchema.nullable() }),
  z
    .object({ step: z.literal("assign"), assigneeId: idSchema.nullable(), teamId: idSchema.nullable() })
    .refine(({ assigneeId, teamId }) => assigneeId === null || teamId === null),
  z.object({ step: z.literal("reopen") }),
]);
export type BulkChange = z.infer<typeof bulkChangeSchema>;

export const bulkSelectionSchema = z.union([
  z.object({ itemIds: z.array(idSchema).min(1).max(mostNamedItems) }),
  z.object({ filter: feedbackFilterSchema }),
]);
export type BulkSelection = z.infer<typeof bulkSelectionSchema>;

const reasonSchema = z.string().trim().max(500).default("");

/** `seed` draws the samples: another one draws others. */
export const bulkPreviewSchema = z.object({
  change: bulkChangeSchema,
  selection: bulkSelectionSchema,
  seed: z.int().nonnegative().default(0),
});
/** `reason` goes into the history; reopening must have one. */
export const bulkStartSchema = z
  .object({ change: bulkChangeSchema, selection: bulkSelectionSchema, reason: reasonSchema })
  .refine(({ change, reason }) => change.step !== "reopen" || reason.length >= 3, { path: ["reason"] });
export type BulkStart = z.infer<typeof bulkStartSchema>;

/** What a bulk step is decided on, item by item; what the change does not look at may be left out. */
export interface BulkFacts extends TriageFacts {
  readonly kind: FeedbackKind;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly waitingUntil: Day | null;
  /** Whoever is to have the item may read it. */
  readonly ownerMayRead?: boolean;
}

/** Why an item is left alone: it is so already, the run was stopped before it, or a rule's own refusal. */
export type LeftAlone = "already-so" | "stopped" | ViolationCode;

/** The fields of an item that a bulk step sets; themes are added and removed beside them. */
export interface BulkBecomes {
  readonly status?: FeedbackStatus;
  readonly statusReason?: string | null;
  readonly kind?: FeedbackKind;
  readonly assigneeId?: string | null;
  readonly teamId?: string | null;
  readonly waitingUntil?: Day | null;
  readonly addThemeIds?: readonly string[];
  readonly removeThemeId?: string;
}

export type BulkOutcome = { readonly becomes: BulkBecomes } | { readonly leftAlone: LeftAlone };

/** What a change makes of an item, by the same rules as a step on it alone. `reason`: why it is reopened. */
export function decideBulk(change: BulkChange, facts: BulkFacts, today: Day, reason = ""): BulkOutcome {
  if (isAlreadySo(change, facts)) return { leftAlone: "already-so" };
  try {
    return { becomes: becoming(change, facts, today, reason) };
  } catch (error) {
    if (error instanceof RuleViolation) return { leftAlone: error.code };
    throw error;
  }
}

function isAlreadySo(change: BulkChange, facts: BulkFacts): boolean {
  switch (change.step) {
    case "code":
      return isThemed(facts.status) && change.themeIds.every((id) => facts.themeIds.includes(id));
    case "uncode":
      return isThemed(facts.status) && !facts.themeIds.includes(change.themeId);
    case "no_theme":
      return isThemed(facts.status) && facts.themeIds.length === 0 && facts.statusReason === change.reason;
    case "kind":
      return facts.kind === change.kind;
    case "done":
      return facts.status === "closed" || facts.status === "categorised";
    case "reject":
      return facts.status === "rejected" && facts.statusReason === change.reason;
    case "route":
      return facts.status === "routed" && facts.statusReason === change.routingClass;
    case "wait":
      return facts.status === "waiting" && facts.waitingUntil === change.until;
    case "assign":
      return facts.assigneeId === change.assigneeId && facts.teamId === change.teamId;
    case "reopen":
      return isOpen(facts.status);
  }
}

/** Themes and the reason for none mean something in these states; elsewhere the state itself is what stands in the way. */
function isThemed(status: FeedbackStatus): boolean {
  return isOpen(status) || ["categorised", "answered", "closed"].includes(status);
}

function becoming(change: BulkChange, facts: BulkFacts, today: Day, reason: string): BulkBecomes {
  switch (change.step) {
    case "code":
      return { ...afterCoding(facts), addThemeIds: change.themeIds.filter((id) => !facts.themeIds.includes(id)) };
    case "uncode":
      return { ...afterUncoding(facts, change.themeId), removeThemeId: change.themeId };
    case "no_theme":
      return afterNoTheme(facts, change.reason);
    case "kind":
      return { kind: change.kind };
    case "done":
      return afterDone(facts);
    case "reject":
      return afterReject(facts, change.reason);
    case "route":
      return afterRoute(facts, change.routingClass);
    case "wait":
      return afterWait(facts, change.until, today);
    case "assign":
      checkAssigning(facts);
      if (facts.ownerMayRead === false) throw new RuleViolation("feedback.assignee-cannot-read");
      return { assigneeId: change.assigneeId, teamId: change.teamId };
    case "reopen":
      return afterReopen(facts, reason);
  }
}

/** The smallest facts of a change, for a count by what it looks at: everything else of an item makes no difference to it. */
export const bulkLooksAt: Readonly<Record<BulkChange["step"], readonly (keyof BulkFacts)[]>> = {
  code: ["themeIds"],
  uncode: ["themeIds"],
  no_theme: ["themeIds"],
  kind: ["kind"],
  done: ["themeIds", "replyExpected", "answered"],
  reject: [],
  route: [],
  wait: ["waitingUntil"],
  assign: ["assigneeId", "teamId", "ownerMayRead"],
  reopen: [],
};

/** The themes that a change tells apart; all others are alike to it. */
export function themesOfChange(change: BulkChange): readonly string[] {
  if (change.step === "code") return change.themeIds;
  return change.step === "uncode" ? [change.themeId] : [];
}
