/** The languages of the interface, in the order in which they are offered. */
export const languages = ["fi", "sv", "en", "ru"] as const;
export type Language = (typeof languages)[number];

/** The language of a text: one of ours, or `und` where it is not known or another one. */
export const textLanguages = [...languages, "und"] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** A text in some of the languages, or in none. */
export type LocalisedText = Partial<Record<Language, string>>;

/** The text in the wanted language, else in the first language that has one; empty where there is none. */
export function inLanguage(text: LocalisedText, language: Language): string {
  return text[language] ?? languages.map((other) => text[other]).find((found) => found !== undefined) ?? "";
}
