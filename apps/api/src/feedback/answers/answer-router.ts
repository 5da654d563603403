import { z } from "zod";

import {
  answerDraftSchema,
  answerElsewhereSchema,
  giveAnswerSchema,
  recogniseLanguageSchema,
  removeTemplateSchema,
  revealContactSchema,
  saveTemplateSchema,
  sendAgainSchema,
  setContactSchema,
  writeDownSchema,
} from "@kuultu/domain/feedback/answer-step";
import { expectReplySchema } from "@kuultu/domain/feedback/triage-step";
import { idSchema } from "@kuultu/domain/identifier";

import { answerElsewhere, giveAnswer, sendAnswerAgain } from "#feedback/answers/answer-commands";
import { answerDesk, countUndelivered, previewAnswer } from "#feedback/answers/answer-queries";
import { listTemplates, removeTemplate, saveTemplate } from "#feedback/answers/answer-template-commands";
import { openContact, revealContact, setContact } from "#feedback/answers/contact-commands";
import { expectReply } from "#feedback/answers/reply-commands";
import { recognisedLanguage, writeDown } from "#feedback/write-down-commands";
import { permitted } from "#trpc/procedure";

const answer = permitted("feedback.answer");
const triage = permitted("feedback.triage");
const templates = permitted("feedback.answer", "settings.edit");
const item = z.object({ itemId: idSchema });

/** Answering, the giver's contact, and writing down on somebody's behalf: part of the procedures of `feedback`. */
export const answerProcedures = {
  answerDesk: answer.input(item).query(({ ctx, input }) => answerDesk(ctx.scope, input.itemId)),
  undelivered: answer.query(({ ctx }) => countUndelivered(ctx.scope)),
  previewAnswer: answer.input(answerDraftSchema).mutation(({ ctx, input }) => previewAnswer(ctx.scope, input)),
  giveAnswer: answer.input(giveAnswerSchema).mutation(({ ctx, input }) => giveAnswer(ctx.scope, input)),
  answerElsewhere: answer.input(answerElsewhereSchema).mutation(({ ctx, input }) => answerElsewhere(ctx.scope, input)),
  sendAnswerAgain: answer.input(sendAgainSchema).mutation(({ ctx, input }) => sendAnswerAgain(ctx.scope, input)),
  // Not a query: each opening is written into the access log, and nothing may ask for it by itself.
  openContact: answer.input(item).mutation(({ ctx, input }) => openContact(ctx.scope, input.itemId)),
  setContact: answer.input(setContactSchema).mutation(({ ctx, input }) => setContact(ctx.scope, input)),
  revealContact: permitted("feedback.reveal")
    .input(revealContactSchema)
    .mutation(({ ctx, input }) => revealContact(ctx.scope, input)),
  answerTemplates: templates.query(({ ctx }) => listTemplates(ctx.scope)),
  saveTemplate: templates.input(saveTemplateSchema).mutation(({ ctx, input }) => saveTemplate(ctx.scope, input)),
  removeTemplate: templates.input(removeTemplateSchema).mutation(({ ctx, input }) => removeTemplate(ctx.scope, input)),
  expectReply: triage.input(expectReplySchema).mutation(({ ctx, input }) => expectReply(ctx.scope, input)),
  writeDown: triage.input(writeDownSchema).mutation(({ ctx, input }) => writeDown(ctx.scope, input)),
  recogniseLanguage: triage.input(recogniseLanguageSchema).mutation(({ input }) => recognisedLanguage(input.text)),
};
