import { z } from "zod";

import { idSchema } from "#identifier";
import { languages } from "#language";
import { languageSchema, nameSchema, textLanguageSchema } from "#language-schema";

import { answerPlaces } from "./answer.ts";
import { longestAnswer, longestSubject } from "./answer-text.ts";
import { contactSchema } from "./contact.ts";
import { feedbackKindSchema } from "./triage-schema.ts";

const item = { itemId: idSchema, version: z.int().positive() };

// One line: a line break in a subject would begin a header of its own.
const subjectSchema = z
  .string()
  .trim()
  .max(longestSubject)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u);
const bodySchema = z
  .string()
  .max(longestAnswer)
  // oxlint-disable-next-line no-control-regex
  .regex(/^[^\0-\x08\x0B\x0C\x0E-\x1F\x7F]*$/u)
  .transform((text) => text.replaceAll(/\r\n?/gu, "\n").trimEnd());

/** The words of an answer with placeholders, as they are being written. */
export const answerDraftSchema = z.object({
  itemId: idSchema,
  language: languageSchema,
  subject: subjectSchema,
  body: bodySchema,
});
/** `answerId` is made by the writer: sent twice, an answer is there once. */
export const giveAnswerSchema = answerDraftSchema.extend({
  ...item,
  answerId: idSchema,
  subject: subjectSchema.min(1),
  body: bodySchema.pipe(z.string().min(1)),
});
/** `body`: what was answered, as much as is worth keeping. */
export const answerElsewhereSchema = z.object({
  ...item,
  answerId: idSchema,
  place: z.enum(answerPlaces),
  body: bodySchema.default(""),
});
export const sendAgainSchema = z.object({ ...item, answerId: idSchema });

export const setContactSchema = z.object({ itemId: idSchema, contact: contactSchema });
export const revealContactSchema = z.object({ itemId: idSchema, reason: z.string().trim().min(3).max(500) });

const templateTextSchema = z.object({ subject: subjectSchema.min(1), body: bodySchema.pipe(z.string().min(1)) });
/** A new one without `version`; `templateId` is made by the writer. */
export const saveTemplateSchema = z.object({
  templateId: idSchema,
  version: z.int().positive().optional(),
  name: nameSchema(100),
  texts: z
    .partialRecord(languageSchema, templateTextSchema)
    .refine((texts) => languages.some((language) => texts[language] !== undefined), {
      error: "in one language at least",
    }),
});
export const templateTextsSchema = z.partialRecord(languageSchema, z.object({ subject: z.string(), body: z.string() }));
export const removeTemplateSchema = z.object({ templateId: idSchema, version: z.int().positive() });

/** Where somebody may have said what is written down on their behalf. */
export const writtenDownSources = ["phone_note", "service_point", "letter", "email"] as const;

/** `itemId` is made by the writer: pressed twice, an item is there once. No language: it is recognised. */
export const writeDownSchema = z.object({
  itemId: idSchema,
  source: z.enum(writtenDownSources),
  body: z.string().trim().min(1).max(20_000),
  kind: feedbackKindSchema.default("other"),
  serviceId: idSchema.nullable().default(null),
  siteId: idSchema.nullable().default(null),
  channelId: idSchema.nullable().default(null),
  language: textLanguageSchema.optional(),
  replyExpected: z.boolean().default(false),
  contact: contactSchema.nullable().default(null),
});
export const recogniseLanguageSchema = z.object({ text: z.string().max(2000) });
