import { answerPlaces } from "@kuultu/domain/feedback/answer";
import type { AnswerDesk, AnswerTemplate, AnswerView } from "@kuultu/domain/feedback/answer-view";
import { type Language } from "@kuultu/domain/language";
import { languageSchema } from "@kuultu/domain/language-schema";
import { z } from "zod";

import { newId } from "#ui/new-id";

/** An answer as it is being written; `answerId` stays through every try to send it. */
export const answerDraftSchema = z.object({
  answerId: z.string(),
  templateId: z.string(),
  language: languageSchema,
  subject: z.string(),
  body: z.string(),
});
export type AnswerDraft = z.infer<typeof answerDraftSchema>;

/** That it was answered elsewhere, as it is being written down. */
export const elsewhereDraftSchema = z.object({ answerId: z.string(), place: z.enum(answerPlaces), body: z.string() });

/** The newest answer, where it has been taken back: what was written in it is begun with again. */
export function takenBack(answers: AnswerDesk["answers"], way: "mail" | "elsewhere"): AnswerView | undefined {
  const [newest] = answers;
  return newest?.state === "withdrawn" && (newest.place === null) === (way === "mail") ? newest : undefined;
}

export function blankAnswer({ language, answers }: Pick<AnswerDesk, "language" | "answers">): AnswerDraft {
  const taken = takenBack(answers, "mail");
  const { subject = "", body = "" } = taken ?? {};
  return { answerId: newId(), templateId: "", language: taken?.language ?? language, subject, body };
}

function textOf(templates: readonly AnswerTemplate[], templateId: string, language: Language) {
  return templates.find(({ id }) => id === templateId)?.texts[language];
}

/** The words of a template in the language of the draft; without one in it, what is written stays. */
export function withTemplate(
  draft: AnswerDraft,
  templates: readonly AnswerTemplate[],
  templateId: string,
): Partial<AnswerDraft> {
  return { templateId, ...textOf(templates, templateId, draft.language) };
}

/** Another language: the template's words follow as long as nobody has changed them. */
export function withLanguage(
  draft: AnswerDraft,
  templates: readonly AnswerTemplate[],
  language: Language,
): Partial<AnswerDraft> {
  const before = textOf(templates, draft.templateId, draft.language);
  const untouched =
    (draft.subject === "" && draft.body === "") || (draft.subject === before?.subject && draft.body === before.body);
  return { language, ...(untouched && textOf(templates, draft.templateId, language)) };
}

/** The text with a placeholder in the place of what is selected, and where the cursor goes. */
export function withPlaceholder(text: string, placeholder: string, start: number, end: number) {
  const braced = `{${placeholder}}`;
  return { text: text.slice(0, start) + braced + text.slice(end), cursor: start + braced.length };
}
