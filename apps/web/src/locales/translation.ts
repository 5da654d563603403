import { type Language, languages } from "@kuultu/domain/language";
import i18next, { type FormatterModule, type i18n, type ReadCallback } from "i18next";
import { initReactI18next } from "react-i18next";

import { wholeNumber } from "#ui/figures";

import { namespaces } from "./namespaces.ts";

const files = import.meta.glob<Record<string, object>>(["./fi/*.ts", "./sv/*.ts", "./en/*.ts", "./ru/*.ts"]);
const languageKey = "kuultu.language";

const isLanguage = (text: string | undefined): text is Language => languages.some((language) => language === text);

/** What the person chose on this machine, else the first of the browser's languages that we speak, else Finnish. */
export function initialLanguage(): Language {
  const wanted = [localStorage.getItem(languageKey) ?? "", ...navigator.languages].map((tag) =>
    tag.slice(0, 2).toLowerCase(),
  );
  return wanted.find(isLanguage) ?? "fi";
}

async function readFile(language: string, namespace: string): Promise<object> {
  const load = files[`./${language}/${namespace}.ts`];
  const texts = (await load?.())?.[namespace];
  if (texts === undefined) throw new Error(`no texts for ${namespace} in ${language}`);
  return texts;
}

const backend = {
  type: "backend" as const,
  init: () => undefined,
  read: (language: string, namespace: string, done: ReadCallback) => {
    readFile(language, namespace).then(
      (texts) => done(null, { ...texts }),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
    );
  },
};

/** Counts are written like every other number of the screen: 18 623, not 18623. */
const countFormatter = {
  type: "formatter" as const,
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format?: string, language = "fi", options?: { readonly interpolationkey?: string }) =>
    typeof value === "number" && options?.interpolationkey === "count" ? wholeNumber(language, value) : value,
} as unknown as FormatterModule;

const begun = new Promise<void>((resolve) => i18next.on("initialized", () => resolve()));

/** Fetches the texts of a room side by side; otherwise each part of it would wait for those of the part before. */
export async function loadTexts(rooms: readonly (typeof namespaces)[number][]): Promise<void> {
  await begun;
  await i18next.loadNamespaces(rooms);
}

/** Starts the translation; the texts of a room come with the room, those of another language when it is chosen. */
export async function startTranslation(language: Language): Promise<i18n> {
  await i18next
    .use(backend)
    .use(countFormatter)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: [...languages],
      ns: ["app", "violation"],
      defaultNS: "app",
      partialBundledLanguages: true,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: true },
      returnNull: false,
    });
  showLanguage(language);
  return i18next;
}

/** Changes the language of the screen and remembers it on this machine. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(languageKey, language);
  await i18next.loadNamespaces([...namespaces].filter((namespace) => i18next.hasLoadedNamespace(namespace)));
  await i18next.changeLanguage(language);
  showLanguage(language);
}

function showLanguage(language: Language): void {
  document.documentElement.lang = language;
}

/** The language of the screen, for Intl and for names in several languages. */
export function screenLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : "fi";
}
