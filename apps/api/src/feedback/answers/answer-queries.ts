import type { z } from "zod";

import { answerLanguage } from "@kuultu/domain/feedback/answer";
import type { answerDraftSchema } from "@kuultu/domain/feedback/answer-step";
import type { AnswerDesk, AnswerPreview, AnswerView } from "@kuultu/domain/feedback/answer-view";
import { textLanguageSchema } from "@kuultu/domain/language-schema";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";

import { answerTemplates } from "#feedback/answers/answer-template-commands";
import { filledAnswer } from "#feedback/answers/answer-text";
import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import type { Scope } from "#trpc/scope";

/** What the panel for answering begins with: what was answered before, the templates, and the language to answer in. Reading it is logged. */
export function answerDesk(scope: Scope, itemId: string): Promise<AnswerDesk> {
  return scope.transaction(async (tx) => {
    const item = await feedbackDetail(tx, itemId);
    if (item.statusReason === "whistleblowing" || !may(scope.staff, "feedback.answer", item)) {
      throw new RuleViolation("not-found");
    }
    const words = await tx.answer.findMany({
      where: { organisationId: tx.organisationId, itemId },
      select: { id: true, subject: true, body: true },
    });
    const wordsOf = new Map(words.map((answer) => [answer.id, answer]));
    await logRead(tx, scope, [itemId]);
    return {
      language: answerLanguage(textLanguageSchema.parse(item.language), scope.organisation.names),
      answers: item.answers.map((mark): AnswerView => {
        const { subject = "", body = "" } = wordsOf.get(mark.id) ?? {};
        return { ...mark, subject, body };
      }),
      templates: await answerTemplates(tx),
      maySend: scope.maySendMail,
      hasContact: item.hasContact,
    };
  });
}

/** How many items within reach have an answer that did not arrive, and none that did. */
export async function countUndelivered(scope: Scope): Promise<number> {
  const p = new Parameters();
  const conditions = steadyConditions(p, narrowingOf(scope), { undelivered: true }).join(" AND ");
  const text = `SELECT count(*)::int AS count FROM feedback_item i WHERE ${conditions}`;
  const [row] = await scope.transaction((tx) =>
    tx.sql<{ count: number }>(namedStatement("answer.count-undelivered", text, p)),
  );
  return row?.count ?? 0;
}

/** Exactly what would be sent, and which placeholders stand in the way. */
export function previewAnswer(scope: Scope, input: z.infer<typeof answerDraftSchema>): Promise<AnswerPreview> {
  return scope.transaction(async (tx) => {
    const item = await tx.feedbackItem.findUnique({
      where: { organisationId_id: { organisationId: tx.organisationId, id: input.itemId } },
      select: { id: true, receivedAt: true, serviceId: true, siteId: true, statusReason: true },
    });
    if (item === null || item.statusReason === "whistleblowing" || !may(scope.staff, "feedback.answer", item)) {
      throw new RuleViolation("not-found");
    }
    return filledAnswer(tx, scope, item, input);
  });
}
