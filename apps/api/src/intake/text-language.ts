import { languages } from "@kuultu/domain/language";
import type { TextLanguage } from "@kuultu/domain/language";

interface Detector {
  detect(text: string): { readonly language: string };
}

let detector: Promise<Detector> | undefined;

/** Loaded when first needed: its tables take some megabytes, and most of what the process does needs none of them. */
async function loadDetector(): Promise<Detector> {
  const { eld } = await import("eld/extrasmall");
  eld.setLanguageSubset([...languages]);
  return eld;
}

/** From the beginning on, so that it looks at every sign once at most. */
const fourLetters = /^(?:\P{L}*\p{L}){4}/u;

export type RecogniseLanguage = (text: string) => TextLanguage;

/** Recognises which of our languages a text is in; `und` where there are too few letters to tell. */
export async function languageRecogniser(): Promise<RecogniseLanguage> {
  detector ??= loadDetector();
  const loaded = await detector;
  return (text) => {
    // Masks and addresses are no words of a language. The first sentences tell; more of them would cost more than all else of a row.
    const words = text.slice(0, 240).replace(/⟦\w+⟧|https?:\S+/gu, " ");
    if (!fourLetters.test(words)) return "und";
    const { language } = loaded.detect(words);
    return languages.find((known) => known === language) ?? "und";
  };
}
