import { z } from "zod";

import { languages, textLanguages } from "./language.ts";

export const languageSchema = z.enum(languages);
export const textLanguageSchema = z.enum(textLanguages);

/** What turns the direction of whatever is written beside a name. */
const turning = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/gu;
const visible = /[^\p{Cc}\p{Cf}\p{Z}\p{M}]/u;

/** A name as typed or pasted, on one line and without marks that turn others; one of which nothing can be seen is none. */
export function nameSchema(longest: number) {
  return z
    .string()
    .max(longest * 10)
    .transform((typed) => typed.replaceAll(turning, "").replaceAll(/[\p{Cc}\p{Z}]+/gu, " "))
    .pipe(z.string().trim().min(1).max(longest).regex(visible));
}

/** A text in some of the languages, or in none. */
export const localisedTextSchema = z.partialRecord(languageSchema, z.string().trim().min(1).max(500));

/** A name in one or more languages. */
export const localisedNameSchema = localisedTextSchema.refine((names) => Object.keys(names).length > 0, {
  error: "in one language at least",
});
