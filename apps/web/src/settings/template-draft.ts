import { saveTemplateSchema } from "@kuultu/domain/feedback/answer-step";
import { unknownPlaceholders } from "@kuultu/domain/feedback/answer-text";
import type { AnswerTemplate } from "@kuultu/domain/feedback/answer-view";
import { type Language, languages } from "@kuultu/domain/language";
import type { z } from "zod";

import { isOvertaken } from "#feedback/use-answering";
import { newId } from "#ui/new-id";

/** A template as it is being written: every language, blank where there is nothing. */
export interface TemplateDraft {
  readonly name: string;
  readonly texts: Readonly<Record<Language, { readonly subject: string; readonly body: string }>>;
}

export function draftOf({ name, texts }: AnswerTemplate): TemplateDraft {
  const text = (language: Language) => texts[language] ?? { subject: "", body: "" };
  return { name, texts: { fi: text("fi"), sv: text("sv"), en: text("en"), ru: text("ru") } };
}

export type TemplateProblem =
  | { readonly problem: "empty" }
  | { readonly problem: "half"; readonly language: Language }
  | { readonly problem: "unknown"; readonly language: Language; readonly placeholder: string };

export type ReadTemplate =
  | { readonly input: z.infer<typeof saveTemplateSchema> }
  | { readonly problem: TemplateProblem };

/** What is sent, or the first thing that is wrong. Languages with nothing written are left out. */
export function readTemplate(template: AnswerTemplate, { name, texts }: TemplateDraft): ReadTemplate {
  const written = languages.filter(
    (language) => texts[language].subject.trim() !== "" || texts[language].body.trim() !== "",
  );
  for (const language of written) {
    const { subject, body } = texts[language];
    if (subject.trim() === "" || body.trim() === "") return { problem: { problem: "half", language } };
    const [placeholder] = unknownPlaceholders(`${subject}\n${body}`);
    if (placeholder !== undefined) return { problem: { problem: "unknown", language, placeholder } };
  }
  const input = saveTemplateSchema.safeParse({
    templateId: template.id,
    ...(template.version > 0 && { version: template.version }),
    name,
    texts: Object.fromEntries(written.map((language) => [language, texts[language]])),
  });
  return input.success ? { input: input.data } : { problem: { problem: "empty" } };
}

/** What the form goes on with after a refusal: a new template whose id a lost try has used gets one of its own. */
export function templateAfter(template: AnswerTemplate, error: unknown): AnswerTemplate {
  return template.version === 0 && isOvertaken(error) ? { ...template, id: newId() } : template;
}
