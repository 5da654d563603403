import { afterReplyExpected } from "@kuultu/domain/feedback/answer";
import { codingsToRemove } from "@kuultu/domain/feedback/coding";
import type { CodingView, FeedbackDetail, FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import {
  afterCoding,
  afterDone,
  afterDuplicate,
  afterNoTheme,
  afterReject,
  afterReopen,
  afterRoute,
  afterUncoding,
  afterWait,
  afterWake,
  checkAssigning,
  type FeedbackKind,
  type NoThemeReason,
  type RejectReason,
  type RoutingClass,
  type TriageState,
} from "@kuultu/domain/feedback/triage-status";

/** A step as a person takes it on the item before them. */
export type Step =
  | { readonly name: "kind"; readonly kind: FeedbackKind }
  | {
      readonly name: "code";
      readonly themeId: string;
      readonly words: { readonly start: number; readonly end: number } | null;
    }
  | { readonly name: "uncode"; readonly themeId: string; readonly codingId?: string }
  | { readonly name: "no-theme"; readonly reason: NoThemeReason }
  | { readonly name: "done" }
  | { readonly name: "route"; readonly routingClass: RoutingClass }
  | { readonly name: "duplicate"; readonly duplicateOfId: string }
  | { readonly name: "reject"; readonly reason: RejectReason }
  | { readonly name: "reopen"; readonly reason: string }
  /** `asked`: the day on which it was asked for. All days YYYY-MM-DD; `until` null: until an answer comes. */
  | { readonly name: "wait"; readonly until: string | null; readonly asked: string }
  | { readonly name: "wake" }
  | { readonly name: "reply"; readonly expected: boolean }
  | {
      readonly name: "assign";
      readonly assigneeId: string | null;
      readonly teamId: string | null;
      /** Who that is, to be said. */
      readonly ownerName: string;
    };

/** The state after a step by the rules of the domain. Throws a RuleViolation where the rules refuse. */
function stateAfter(item: FeedbackDetail, step: Step): TriageState {
  switch (step.name) {
    case "kind":
      return item;
    case "code":
      return afterCoding(item);
    case "uncode":
      return afterUncoding(item, step.themeId, codingsToRemove(item.codings, step.themeId, step.codingId).stays);
    case "no-theme":
      return afterNoTheme(item, step.reason);
    case "done":
      return afterDone(item);
    case "route":
      return afterRoute(item, step.routingClass);
    case "duplicate":
      return afterDuplicate(item);
    case "reject":
      return afterReject(item, step.reason);
    case "reopen":
      return afterReopen(item, step.reason);
    case "wait":
      return afterWait(item, step.until, step.asked);
    case "wake":
      return afterWake(item);
    case "reply":
      return afterReplyExpected(item, step.expected);
    case "assign":
      checkAssigning(item);
      return item;
  }
}

/** The item as it will most likely be after a step, before the server has answered. Its version stays the server's. */
export function afterStep(item: FeedbackDetail, step: Step): FeedbackDetail {
  const { status, statusReason } = stateAfter(item, step);
  const waitingUntil = step.name === "wait" ? step.until : status === "waiting" ? item.waitingUntil : null;
  const after = { ...item, status, statusReason, waitingUntil };
  if (step.name === "assign") return { ...after, assigneeId: step.assigneeId, teamId: step.teamId };
  // When it is due the server says.
  if (step.name === "reply") return { ...after, replyExpected: step.expected, answerDueOn: null };
  if (step.name === "kind") return { ...after, kind: step.kind };
  if (step.name === "code") {
    const coding = {
      id: `pending ${step.themeId} ${step.words?.start ?? ""} ${step.words?.end ?? ""}`,
      themeId: step.themeId,
      words: step.words,
      origin: "staff" as const,
      staffName: null,
      madeAt: item.receivedAt,
    };
    return withCodings(after, [...item.codings, coding]);
  }
  if (step.name === "uncode") {
    const { removed } = codingsToRemove(item.codings, step.themeId, step.codingId);
    return withCodings(
      after,
      item.codings.filter((coding) => !removed.includes(coding)),
    );
  }
  return after;
}

/** Shown already, not yet answered by the server: it has no id of its own to be named by. */
export function isPending(coding: CodingView): boolean {
  return coding.id.startsWith("pending ");
}

function withCodings(item: FeedbackDetail, codings: FeedbackDetail["codings"]): FeedbackDetail {
  return { ...item, codings, themeIds: [...new Set(codings.map((coding) => coding.themeId))] };
}

/** The row of the list that belongs to an item. */
export function rowOf(row: FeedbackRow, item: FeedbackDetail): FeedbackRow {
  const { status, statusReason, kind, themeIds, version } = item;
  const { assigneeId, teamId, waitingUntil, replyExpected, answerDueOn, routingDueOn, routingSettledOn } = item;
  const clocks = { waitingUntil, replyExpected, answerDueOn, routingDueOn, routingSettledOn };
  return { ...row, status, statusReason, kind, themeIds, version, assigneeId, teamId, ...clocks };
}
