import type { z } from "zod";

import { addWorkingDays } from "@kuultu/domain/calendar";
import { dayIn } from "@kuultu/domain/day";
import { afterReplyExpected } from "@kuultu/domain/feedback/answer";
import type { StepResult } from "@kuultu/domain/feedback/feedback-view";
import type { expectReplySchema } from "@kuultu/domain/feedback/triage-step";
import type { Day } from "@kuultu/domain/identifier";

import { step } from "#feedback/feedback-commands";
import type { Scope } from "#trpc/scope";

/** Says by hand that the giver waits for a reply, with its clock from the arrival on, or that they do not. */
export function expectReply(scope: Scope, input: z.infer<typeof expectReplySchema>): Promise<StepResult> {
  const { expected } = input;
  return step(scope, input, (item) => ({
    change: expected ? "feedback.reply-expected" : "feedback.no-reply-expected",
    becomes: {
      ...afterReplyExpected(item, expected),
      answerDueOn: expected ? answerDue(scope, item.receivedAt) : null,
    },
  }));
}

/** The last day on which what came at this moment is to be answered. */
export function answerDue({ organisation }: Pick<Scope, "organisation">, receivedAt: Date): Day {
  return addWorkingDays(dayIn(receivedAt), organisation.answerTargetDays);
}
