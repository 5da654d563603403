import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";

/** A reply is expected, none has been given and none is on its way: whoever ends the item is told so. */
export function awaitsAnswer(item: Pick<FeedbackDetail, "replyExpected" | "answered" | "answers">): boolean {
  return item.replyExpected && !item.answered && item.answers.every(({ state }) => state !== "sending");
}
