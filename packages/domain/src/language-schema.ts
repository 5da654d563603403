import { z } from "zod";

import { languages, textLanguages } from "./language.ts";

export const languageSchema = z.enum(languages);
export const textLanguageSchema = z.enum(textLanguages);

/** A text in some of the languages, or in none. */
export const localisedTextSchema = z.partialRecord(languageSchema, z.string().trim().min(1).max(500));

/** A name in one or more languages. */
export const localisedNameSchema = localisedTextSchema.refine((names) => Object.keys(names).length > 0, {
  error: "in one language at least",
});
