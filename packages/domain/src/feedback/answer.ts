import { RuleViolation } from "#rule-violation";
import { type Language, languages, type TextLanguage } from "#language";

import type { FeedbackStatus, TriageFacts, TriageState } from "./triage-status.ts";

/** sending → sent | failed; elsewhere: given in another way; withdrawn: taken back before it left. */
export const answerStates = ["sending", "sent", "failed", "elsewhere", "withdrawn"] as const;
export type AnswerState = (typeof answerStates)[number];

/** Where an answer was given that did not go from here. */
export const answerPlaces = ["phone", "letter", "service_point", "in_person", "other_system"] as const;
export type AnswerPlace = (typeof answerPlaces)[number];

/**
 * Why an answer did not arrive. `interrupted`: the server stopped while it was leaving, and nobody knows whether it did;
 * it is not sent twice by itself.
 */
export const answerFailures = [
  "no-address",
  "address-refused",
  "message-refused",
  "sender-refused",
  "server-away",
  "not-now",
  "not-set-up",
  "interrupted",
] as const;
export type AnswerFailure = (typeof answerFailures)[number];

/** Failures that may pass by themselves: tried again before they are told. */
export function maySucceedLater(failure: AnswerFailure): boolean {
  return failure === "server-away" || failure === "not-now";
}

/** Tries until a passing failure is told as one; with the waits below they span about a day. */
export const mostAttempts = 14;

/** Seconds from the n-th failed try to the next: 1, 2, 4 … minutes, four hours at most. */
export function retryAfterSeconds(attempts: number): number {
  return Math.min(60 * 2 ** (attempts - 1), 14_400);
}

/** A sent answer leaves this much later, so that a slip can be taken back. */
export const secondsBeforeLeaving = 10;

const mayBeAnswered: Readonly<Partial<Record<FeedbackStatus, FeedbackStatus>>> = {
  new: "in_review",
  in_review: "in_review",
  waiting: "waiting",
  categorised: "categorised",
  answered: "answered",
};

/** Whether an item is one that is answered at all; for buttons and keys. */
export function mayAnswer(item: Pick<TriageFacts, "status" | "replyExpected">): boolean {
  return item.replyExpected && mayBeAnswered[item.status] !== undefined;
}

/** Writing an answer begins the review, and ends nothing: answered is what is categorised and whose answer has left. */
export function afterAnswerGiven(item: TriageFacts): TriageState {
  if (!item.replyExpected) throw new RuleViolation("feedback.no-reply-expected");
  const status = mayBeAnswered[item.status];
  if (status === undefined)
    throw new RuleViolation("feedback.transition-not-allowed", { step: "answer", from: item.status });
  return { status, statusReason: item.statusReason };
}

/** The answer has left, or was given elsewhere: a categorised item is answered; one still in review is when it is done. */
export function afterAnswerDelivered(item: TriageState): TriageState {
  return { status: item.status === "categorised" ? "answered" : item.status, statusReason: item.statusReason };
}

/** Where it leads that a reply is expected after all, or that none is. */
const replyTransitions: Readonly<
  Record<"expected" | "none", Readonly<Partial<Record<FeedbackStatus, FeedbackStatus>>>>
> = {
  // What was closed for want of a giver who waits is open to an answer again.
  expected: {
    new: "new",
    in_review: "in_review",
    waiting: "waiting",
    categorised: "categorised",
    closed: "categorised",
  },
  none: {
    new: "new",
    in_review: "in_review",
    waiting: "waiting",
    categorised: "closed",
    answered: "closed",
    closed: "closed",
  },
};

/** Whether it can be said by hand that a reply is expected, or that none is; for buttons and keys. */
export function mayExpectReply(item: Pick<TriageFacts, "status" | "replyExpected">, expected: boolean): boolean {
  return item.replyExpected !== expected && replyTransitions[expected ? "expected" : "none"][item.status] !== undefined;
}

/** Somebody has learnt that the giver waits for a reply, or does not. What is categorised is closed where none is due, and closed no more where one is. */
export function afterReplyExpected(
  item: TriageFacts,
  expected: boolean,
): TriageState & { readonly replyExpected: boolean } {
  const state = { statusReason: item.statusReason, replyExpected: expected };
  if (item.replyExpected === expected) return { ...state, status: item.status };
  const status = replyTransitions[expected ? "expected" : "none"][item.status];
  if (status === undefined)
    throw new RuleViolation("feedback.transition-not-allowed", { step: "reply", from: item.status });
  return { ...state, status: status === "categorised" && item.answered === true ? "answered" : status };
}

/** The language to answer in: the item's own, else the first that the organisation has a name in. */
export function answerLanguage(
  item: TextLanguage,
  organisation: Readonly<Partial<Record<Language, string>>>,
): Language {
  return item !== "und" ? item : (languages.find((language) => organisation[language] !== undefined) ?? "fi");
}

/** What the giver may quote: the end of the item's id, in capitals, 1A2B-3C4D. */
export function referenceCode(itemId: string): string {
  const end = itemId.replaceAll("-", "").slice(-8).toUpperCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}
