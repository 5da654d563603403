import { expect, test } from "vitest";

import { readKind, readLanguage, readRating, readSource, readYesNo } from "./cell-words.ts";

test.each<[string, number | null | undefined]>([
  ["Kyllä", 1],
  ["Ei", 0],
  ["Ja", 1],
  ["Nej", 0],
  ["Yes", 1],
  ["No", 0],
  ["Да", 1],
  ["Нет", 0],
  ["kyllä.", 1],
  ["En osaa sanoa", null],
  ["Don’t know", null],
  ["Vet ej", null],
  ["Не знаю", null],
  ["ehkä", undefined],
  ["", undefined],
])("yes or no: %j is %s", (cell, value) => expect(readYesNo(cell)).toBe(value));

test.each<[string, string | undefined]>([
  ["Idea", "idea"],
  ["Moite", "complaint"],
  ["Kiitos", "praise"],
  ["Fråga", "question"],
  ["жалоба", "complaint"],
  ["Valitus", undefined],
])("kind: %j is %s", (cell, kind) => expect(readKind(cell)).toBe(kind));

test.each<[string, string | undefined]>([
  ["sähköposti", "email"],
  ["Feedback_form", "feedback_form"],
  ["E-post", "email"],
  ["чат", "chat"],
  ["savumerkit", undefined],
])("source: %j is %s", (cell, source) => expect(readSource(cell)).toBe(source));

test.each<[string, string | undefined]>([
  ["Suomi", "fi"],
  ["SV", "sv"],
  ["English", "en"],
  ["русский", "ru"],
  ["klingon", undefined],
])("language: %j is %s", (cell, language) => expect(readLanguage(cell)).toBe(language));

test.each<[string, number | null | undefined]>([
  ["5", 5],
  [" 4,0 ", 4],
  ["3.00", 3],
  ["5 - erittäin tyytyväinen", 5],
  ["1 = mycket missnöjd", 1],
  ["-2", -2],
  ["EOS", null],
  ["4,5", undefined],
  ["hyvä", undefined],
  ["1-5", undefined],
  ["12.9.2021", undefined],
  ["", undefined],
])("rating: %j is %s", (cell, value) => expect(readRating(cell)).toBe(value));

test.each([`5${" ".repeat(60_000)}!`, `${".".repeat(90_000)}a`])(
  "a very long cell is no word, and is not searched for one",
  (cell) => {
    for (const read of [readRating, readKind, readSource, readLanguage, readYesNo]) expect(read(cell)).toBeUndefined();
  },
);
