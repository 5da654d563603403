import { describe, expect, it } from "vitest";

import { languages } from "@kuultu/domain/language";

import { namespaces } from "./namespaces.ts";
import { sameEverywhere } from "./same-everywhere.ts";

type Texts = { readonly [key: string]: string | Texts };
const files = import.meta.glob<Record<string, Texts>>("./{fi,sv,en,ru}/*.ts", { eager: true });

function flat(texts: Texts, before = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${before}${key}`, value] as const] : [...flat(value, `${before}${key}.`)],
    ),
  );
}

const texts = (language: string, namespace: string): Map<string, string> =>
  flat(files[`./${language}/${namespace}.ts`]?.[namespace] ?? {});

const pluralForm = /_(zero|one|two|few|many|other)$/;
const withoutForm = (key: string): string => key.replace(pluralForm, "");
const placeholders = (text: string): string[] =>
  [...new Set(text.match(/\{\{\s*\w+/g) ?? [])].map((found) => found.replace(/\W/g, "")).toSorted();

describe.each(namespaces)("texts of %s", (namespace) => {
  const finnish = texts("fi", namespace);

  it("exist", () => {
    expect(finnish.size).toBeGreaterThan(0);
  });

  it.each(languages)("have the same keys in %s as in Finnish", (language) => {
    const here = new Set([...texts(language, namespace).keys()].map(withoutForm));
    expect([...here].toSorted()).toEqual([...new Set([...finnish.keys()].map(withoutForm))].toSorted());
  });

  it.each(languages)("have every plural form that %s needs, and the same placeholders", (language) => {
    const here = texts(language, namespace);
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wrong: string[] = [];
    for (const key of new Set([...here.keys()].filter((each) => pluralForm.test(each)).map(withoutForm))) {
      for (const form of needed) if (!here.has(`${key}_${form}`)) wrong.push(`${key}_${form} is missing`);
    }
    for (const [key, text] of here) {
      const source = finnish.get(key) ?? finnish.get(`${withoutForm(key)}_other`) ?? "";
      // A plural form may leave the number out ("one day"); any other text may not.
      const missing = placeholders(source).filter(
        (name) => !placeholders(text).includes(name) && !(pluralForm.test(key) && name === "count"),
      );
      const unknown = placeholders(text).filter((name) => name !== "count" && !placeholders(source).includes(name));
      if (missing.length + unknown.length > 0) wrong.push(`${key}: ${[...missing, ...unknown].join(", ")}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(languages.filter((language) => language !== "fi"))(
    "differ in %s from Finnish, but for names and signs",
    (language) => {
      const same = [...texts(language, namespace)].filter(
        ([key, text]) =>
          text === finnish.get(key) &&
          /\p{L}{2}/u.test(text.replace(/\{\{.*?\}\}/g, "")) &&
          !sameEverywhere.has(`${namespace}:${key}`),
      );
      expect(same.map(([key]) => `${namespace}:${key}`)).toEqual([]);
    },
  );
});
