import { expect, test } from "vitest";

import type { Language } from "#language";

import { derivedChange, derivedProgress, derivedRelativeChange, publishedText } from "./published-figure.ts";
import type { Qualifier } from "./trend-view.ts";

test.each<[string, Qualifier, Language, string]>([
  ["200", "over", "fi", "yli 200"],
  ["200", "over", "ru", "свыше 200"],
  ["3.84", "exact", "fi", "3,84"],
  ["3.84", "exact", "en", "3.84"],
  ["3.50", "exact", "sv", "3,50"],
  ["90000", "almost", "en", "almost 90,000"],
  ["20000", "just_under", "fi", "vajaa 20\u00a0000"],
  ["20000", "just_under", "sv", "knappt 20\u00a0000"],
  ["6000", "about", "sv", "cirka 6\u00a0000"],
])("%s, %s in %s: %s", (value, qualifier, language, text) => {
  expect(publishedText({ value, qualifier }, language)).toBe(text);
});

const exact = (value: number) => ({ value, qualifier: "exact" as const });

test("143 → 74 days towards 30: −69, −48 %, 61 % of the way, all derived", () => {
  expect(derivedChange(exact(143), exact(74))).toEqual({ derived: true, value: -69, exact: true });
  expect(Math.round((derivedRelativeChange(exact(143), exact(74))?.value ?? 0) * 100)).toBe(-48);
  expect(Math.round((derivedProgress(exact(143), exact(74), 30)?.value ?? 0) * 100)).toBe(61);
});

test("a qualifier carries over to what is computed from it", () => {
  expect(derivedChange({ value: 600, qualifier: "over" }, exact(320)).exact).toBe(false);
});

test("nothing to divide by", () => {
  expect(derivedRelativeChange(exact(0), exact(5))).toBeNull();
  expect(derivedProgress(exact(30), exact(20), 30)).toBeNull();
});
