import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  afterAnswerDelivered,
  afterAnswerGiven,
  answerLanguage,
  secondsBeforeLeaving,
} from "@kuultu/domain/feedback/answer";
import type { answerElsewhereSchema, giveAnswerSchema, sendAgainSchema } from "@kuultu/domain/feedback/answer-step";
import { longestAnswer, longestSubject } from "@kuultu/domain/feedback/answer-text";
import type { StepResult } from "@kuultu/domain/feedback/feedback-view";
import { textLanguageSchema } from "@kuultu/domain/language-schema";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { lockAnswer, writeAnswer } from "#feedback/answers/answer-record";
import { type AnsweredItem, filledAnswer } from "#feedback/answers/answer-text";
import { contactOf } from "#feedback/answers/contact-record";
import { type Decision, step } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import type { Scope } from "#trpc/scope";

/** Answers the giver by mail: it leaves a moment later, and the item is answered when it has. Taken back before, it never leaves. */
export function giveAnswer(scope: Scope, input: z.infer<typeof giveAnswerSchema>): Promise<StepResult> {
  const words: Words = (tx, item) => filledAnswer(tx, scope, item, input);
  return once(scope, input, words, () =>
    step(
      scope,
      input,
      async (item, tx): Promise<Decision> => {
        const becomes = afterAnswerGiven(item);
        await requireAddress(tx, scope, item.id);
        const { subject, body, problems } = await filledAnswer(tx, scope, item, input);
        if (problems.length > 0) {
          const names = problems.map(({ placeholder }) => placeholder);
          throw new RuleViolation("feedback.answer-placeholder", { placeholders: names });
        }
        if (subject.length > longestSubject || body.length > longestAnswer) {
          throw new RuleViolation("feedback.answer-too-long", { subject: subject.length, body: body.length });
        }
        const { answerId, language } = input;
        return {
          change: "feedback.answer-given",
          becomes,
          values: { "answer.id": [null, answerId], "answer.language": [null, language] },
          also: async (stepId) => {
            const made = { id: answerId, itemId: item.id, staffId: scope.staff.id, madeAt: scope.now, stepId };
            await writeAnswer(tx, { ...made, state: "sending", language, subject, body, elsewhere: null });
            await letLeave(tx, scope, answerId);
          },
        };
      },
      "feedback.answer",
    ),
  );
}

/** Says that the giver has been answered by phone, letter or otherwise. */
export function answerElsewhere(scope: Scope, input: z.infer<typeof answerElsewhereSchema>): Promise<StepResult> {
  return once(
    scope,
    input,
    () => ({ subject: "", body: input.body }),
    () =>
      step(
        scope,
        input,
        (item, tx): Decision => {
          const { answerId, place, body } = input;
          const language = answerLanguage(textLanguageSchema.parse(item.language), scope.organisation.names);
          return {
            change: "feedback.answered-elsewhere",
            becomes: afterAnswerDelivered(afterAnswerGiven(item)),
            values: { "answer.id": [null, answerId], "answer.place": [null, place] },
            also: (stepId) => {
              const made = { id: answerId, itemId: item.id, staffId: scope.staff.id, madeAt: scope.now, stepId };
              return writeAnswer(tx, { ...made, state: "elsewhere", language, subject: "", body, elsewhere: place });
            },
          };
        },
        "feedback.answer",
      ),
  );
}

/** Sends an answer that did not arrive once more, to the address as it is now. */
export function sendAnswerAgain(scope: Scope, input: z.infer<typeof sendAgainSchema>): Promise<StepResult> {
  return step(
    scope,
    input,
    async (item, tx): Promise<Decision> => {
      const answer = await lockAnswer(tx, input.answerId);
      if (answer === null || answer.item_id !== item.id) throw new RuleViolation("not-found");
      if (answer.state !== "failed") {
        throw new RuleViolation("feedback.transition-not-allowed", { step: "answer", from: answer.state });
      }
      const becomes = afterAnswerGiven(item);
      await requireAddress(tx, scope, item.id);
      return {
        change: "feedback.answer-sent-again",
        becomes,
        // What it was before, for whoever takes this back.
        values: {
          "answer.id": [null, input.answerId],
          "answer.failure": [answer.failure, null],
          "answer.stepId": [answer.step_id, null],
        },
        also: async (stepId) => {
          await tx.answer.update({
            where: { organisationId_id: { organisationId: tx.organisationId, id: input.answerId } },
            data: { state: "sending", failure: null, attempts: 0, leavingSince: null, stepId },
            select: { id: true },
          });
          await letLeave(tx, scope, input.answerId);
        },
      };
    },
    "feedback.answer",
  );
}

interface NamedAnswer {
  readonly itemId: string;
  readonly answerId: string;
}

/** What an answer to an item says, filled in. */
type Words = (tx: OrganisationTransaction, item: AnsweredItem) => MaybePromise<{ subject: string; body: string }>;
type MaybePromise<T> = T | Promise<T>;

/**
 * Pressed twice, even at the same moment, or sent again after a lost connection: the answer is there once, and the writer sees it.
 * `changed-meanwhile` where other words stand there: they were written on after what was sent, and have not been sent.
 */
async function once(
  scope: Scope,
  input: NamedAnswer,
  words: Words,
  give: () => Promise<StepResult>,
): Promise<StepResult> {
  const before = await alreadyGiven(scope, input, words);
  if (before !== null) return before;
  try {
    return await give();
  } catch (error) {
    const changed = error instanceof RuleViolation && error.code === "changed-meanwhile";
    const meanwhile = changed ? await alreadyGiven(scope, input, words) : null;
    if (meanwhile === null) throw error;
    return meanwhile;
  }
}

async function alreadyGiven(scope: Scope, { itemId, answerId }: NamedAnswer, words: Words): Promise<StepResult | null> {
  const given = await scope.transaction((tx) =>
    tx.answer.findUnique({
      where: { organisationId_id: { organisationId: tx.organisationId, id: answerId } },
      select: { itemId: true, stepId: true, subject: true, body: true },
    }),
  );
  if (given === null) return null;
  if (given.itemId !== itemId) throw new RuleViolation("not-found");
  const item = await readFeedback(scope, itemId);
  const { subject, body } = await scope.transaction(async (tx) =>
    words(tx, { ...item, receivedAt: new Date(item.receivedAt) }),
  );
  if (given.subject !== subject || given.body !== body)
    throw new RuleViolation("changed-meanwhile", { version: item.version });
  return { item, stepId: given.stepId };
}

function letLeave(tx: OrganisationTransaction, scope: Scope, answerId: string): Promise<void> {
  const job = { organisationId: tx.organisationId, answerId };
  return scope.jobs.enqueue(tx, "answer.send", job, { afterSeconds: secondsBeforeLeaving });
}

async function requireAddress(tx: OrganisationTransaction, scope: Scope, itemId: string): Promise<void> {
  if (!scope.maySendMail) throw new RuleViolation("feedback.mail-not-set-up");
  if ((await contactOf(tx, scope, itemId))?.email == null) throw new RuleViolation("feedback.contact-missing");
}
