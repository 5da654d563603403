import type { Language } from "@kuultu/domain/language";

import { chooseLanguage } from "#locales/translation";

import { useSetPreferences } from "./session.tsx";

/** Puts the screen into another language at once and remembers it for this person. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const setPreferences = useSetPreferences();
  return async (language) => {
    await chooseLanguage(language);
    setPreferences({ language });
  };
}
