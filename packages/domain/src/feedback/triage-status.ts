import type { Day } from "#identifier";
import { RuleViolation } from "#rule-violation";

export const feedbackStatuses = [
  "new",
  "in_review",
  "waiting",
  "categorised",
  "answered",
  "closed",
  "routed",
  "duplicate",
  "rejected",
] as const;
export type FeedbackStatus = (typeof feedbackStatuses)[number];

export const feedbackKinds = ["idea", "complaint", "praise", "question", "other"] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export const feedbackSources = [
  "survey",
  "feedback_form",
  "email",
  "phone_note",
  "service_point",
  "chat",
  "social_media",
  "stakeholder",
  "letter",
] as const;
export type FeedbackSource = (typeof feedbackSources)[number];

/** Why an item has no theme. */
export const noThemeReasons = ["empty", "too_general", "off_topic", "not_understandable", "praise_only"] as const;
/** Where an item goes that is not feedback; each class has its own clock. */
export const routingClasses = [
  "question",
  "revised_decision",
  "appeal",
  "administrative_complaint",
  "accessibility",
  "document_request",
  "data_protection",
  "whistleblowing",
  "other_authority",
  "safety",
] as const;
export type RoutingClass = (typeof routingClasses)[number];
export const rejectReasons = ["empty_text", "test_response", "abusive", "not_feedback"] as const;
export type NoThemeReason = (typeof noThemeReasons)[number];
export type RejectReason = (typeof rejectReasons)[number];

/** Still to be decided. */
export const openStatuses = ["new", "in_review", "waiting"] as const satisfies readonly FeedbackStatus[];
/** Categorised or later, or routed, duplicate or rejected. */
export const processedStatuses = [
  "categorised",
  "answered",
  "closed",
  "routed",
  "duplicate",
  "rejected",
] as const satisfies readonly FeedbackStatus[];

export function isOpen(status: FeedbackStatus): boolean {
  return (openStatuses as readonly FeedbackStatus[]).includes(status);
}

export function isProcessed(status: FeedbackStatus): boolean {
  return !isOpen(status);
}

/** What a step changes of an item. `statusReason`: the reason for no theme, the class of routing, the reason of rejection; else null. */
export interface TriageState {
  readonly status: FeedbackStatus;
  readonly statusReason: string | null;
}

/** What a step is decided on. `themeIds`: the themes that the item is coded to before the step. */
export interface TriageFacts extends TriageState {
  readonly replyExpected: boolean;
  /** An answer has left, or was given elsewhere. */
  readonly answered?: boolean;
  readonly themeIds: readonly string[];
}

export const triageSteps = [
  "code",
  "uncode",
  "no_theme",
  "done",
  "route",
  "duplicate",
  "reject",
  "reopen",
  "wait",
  "wake",
  "assign",
  "return",
] as const;
export type TriageStep = (typeof triageSteps)[number];

type Transitions = Readonly<Partial<Record<FeedbackStatus, FeedbackStatus>>>;

const startsReview = { new: "in_review", in_review: "in_review", waiting: "in_review" } as const satisfies Transitions;
const staysProcessed = {
  categorised: "categorised",
  answered: "answered",
  closed: "closed",
} as const satisfies Transitions;

/** Where each step leads from each status; a status that is not named refuses the step. */
export const feedbackTransitions: Readonly<Record<TriageStep, Transitions>> = {
  code: { ...startsReview, ...staysProcessed },
  uncode: { ...startsReview, ...staysProcessed },
  no_theme: { ...startsReview, ...staysProcessed },
  done: { new: "categorised", in_review: "categorised", waiting: "categorised", answered: "closed" },
  route: { new: "routed", in_review: "routed", waiting: "routed", categorised: "routed" },
  duplicate: { new: "duplicate", in_review: "duplicate", waiting: "duplicate", categorised: "duplicate" },
  reject: { new: "rejected", in_review: "rejected", waiting: "rejected", categorised: "rejected" },
  reopen: {
    categorised: "in_review",
    answered: "in_review",
    closed: "in_review",
    routed: "in_review",
    duplicate: "in_review",
    rejected: "in_review",
  },
  wait: { new: "waiting", in_review: "waiting", waiting: "waiting" },
  wake: { waiting: "in_review" },
  assign: { new: "new", in_review: "in_review", waiting: "waiting", categorised: "categorised" },
  return: { routed: "in_review" },
};

/** Whether a step can be taken from a status at all; for buttons and keys. */
export function mayStep(step: TriageStep, status: FeedbackStatus): boolean {
  return feedbackTransitions[step][status] !== undefined;
}

function follow(step: TriageStep, status: FeedbackStatus): FeedbackStatus {
  const to = feedbackTransitions[step][status];
  if (to === undefined) throw new RuleViolation("feedback.transition-not-allowed", { step, from: status });
  return to;
}

function isNoThemeReason(reason: string | null): boolean {
  return reason !== null && (noThemeReasons as readonly string[]).includes(reason);
}

/** Coding begins the review and does not end it; a theme takes the place of "no theme". */
export function afterCoding(item: TriageFacts): TriageState {
  return { status: follow("code", item.status), statusReason: null };
}

/**
 * Removes one theme. Losing the last one returns a categorised item to review; one already answered or closed keeps a theme until it
 * is reopened. `stays`: the theme still stands on other words, as one coding of several was removed.
 */
export function afterUncoding(item: TriageFacts, themeId: string, stays = false): TriageState {
  const status = follow("uncode", item.status);
  if (!item.themeIds.includes(themeId)) throw new RuleViolation("feedback.not-coded");
  const last = !stays && item.themeIds.every((id) => id === themeId);
  if (!last) return { status, statusReason: item.statusReason };
  if (status === "answered" || status === "closed")
    throw new RuleViolation("feedback.needs-theme-or-reason", { from: status });
  return { status: "in_review", statusReason: null };
}

/** "No theme" with its reason; refused while the item has a theme. Like coding, it is not done by that alone. */
export function afterNoTheme(item: TriageFacts, reason: NoThemeReason): TriageState {
  const status = follow("no_theme", item.status);
  if (item.themeIds.length > 0) throw new RuleViolation("feedback.already-coded");
  return { status, statusReason: reason };
}

/** Categorised, or answered where the answer has gone out already, and closed at once where no reply is due. An answered item is closed. */
export function afterDone(item: TriageFacts): TriageState {
  const following = follow("done", item.status);
  const status = following === "categorised" && item.answered === true ? "answered" : following;
  const themed = item.themeIds.length > 0;
  if (!themed && !isNoThemeReason(item.statusReason))
    throw new RuleViolation("feedback.needs-theme-or-reason", { from: item.status });
  return { status: item.replyExpected ? status : "closed", statusReason: themed ? null : item.statusReason };
}

export function afterRoute(item: TriageFacts, routingClass: RoutingClass): TriageState {
  return { status: follow("route", item.status), statusReason: routingClass };
}

export function afterDuplicate(item: TriageFacts): TriageState {
  return { status: follow("duplicate", item.status), statusReason: null };
}

/** Refuses a circle. `chain`: the item that is repeated, the one that it repeats itself, and so on to the end. */
export function checkDuplicateOf(itemId: string, chain: readonly string[]): void {
  if (chain.includes(itemId)) throw new RuleViolation("feedback.duplicate-of-itself");
}

export function afterReject(item: TriageFacts, reason: RejectReason): TriageState {
  return { status: follow("reject", item.status), statusReason: reason };
}

/** Until a day that is still to come, or (null) until an answer comes; a reason for no theme is kept meanwhile. */
export function afterWait(
  item: TriageFacts,
  until: Day | null,
  today: Day,
): TriageState & { readonly waitingUntil: Day | null } {
  const status = follow("wait", item.status);
  if (until !== null && until <= today) throw new RuleViolation("feedback.wait-not-in-future");
  return { status, statusReason: item.statusReason, waitingUntil: until };
}

/** Back to review on the day that was waited for, by hand, or because the answer has come. */
export function afterWake(item: TriageFacts): TriageState {
  return { status: follow("wake", item.status), statusReason: item.statusReason };
}

/** Whether an item waits for a day that has come. */
export function isWakingDay(item: { readonly status: FeedbackStatus; readonly waitingUntil: Day | null }, today: Day) {
  return item.status === "waiting" && item.waitingUntil !== null && item.waitingUntil <= today;
}

/** Refuses owners where nothing is left to do. Who has an item changes nothing of its state. */
export function checkAssigning(item: TriageFacts): void {
  follow("assign", item.status);
}

/** From where it was routed back to review, with a written reason. */
export function afterReturn(item: TriageFacts, reason: string): TriageState {
  return backToReview("return", item, reason);
}

/** Back to review with a written reason, which goes into the history; the themes stay. */
export function afterReopen(item: TriageFacts, reason: string): TriageState {
  return backToReview("reopen", item, reason);
}

function backToReview(step: "return" | "reopen", item: TriageFacts, reason: string): TriageState {
  const status = follow(step, item.status);
  if (reason.trim() === "") throw new RuleViolation("feedback.reason-required");
  return { status, statusReason: null };
}
