import { inLanguage, type Language, type LocalisedText } from "@kuultu/domain/language";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";

import { screenLanguage } from "./translation.ts";

/** The language of the screen; the component is drawn again when it changes. */
export function useLanguage(): Language {
  useTranslation("app");
  return screenLanguage();
}

/** Gives a name in the language of the screen; the same function until the language changes. */
export function useName(): (text: LocalisedText) => string {
  const language = useLanguage();
  return useCallback((text: LocalisedText) => inLanguage(text, language), [language]);
}
