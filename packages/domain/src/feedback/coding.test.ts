import { expect, test } from "vitest";

import { refusal } from "#testing/refusal";
import type { ThemeStatus } from "#themes/theme-status";

import { type CodedWords, checkCoding, codingsToRemove } from "./coding.ts";

const body = "Jono 🙂 on pitkä";

test.each<[string, CodedWords, string | undefined]>([
  ["the whole item", null, undefined],
  ["a word", { start: 0, end: 4 }, undefined],
  ["the whole text", { start: 0, end: body.length }, undefined],
  ["a whole emoji", { start: 5, end: 7 }, undefined],
  ["half an emoji at the end", { start: 0, end: 6 }, "feedback.words-outside-text"],
  ["half an emoji at the start", { start: 6, end: 9 }, "feedback.words-outside-text"],
  ["past the end", { start: 0, end: body.length + 1 }, "feedback.words-outside-text"],
  ["nothing", { start: 3, end: 3 }, "feedback.words-outside-text"],
  ["backwards", { start: 4, end: 0 }, "feedback.words-outside-text"],
  ["before the start", { start: -1, end: 2 }, "feedback.words-outside-text"],
])("words: %s", (_, words, expected) => {
  expect(refusal(() => checkCoding({ themeId: "a", words }, { themeStatus: "new", body, codings: [] }))).toBe(expected);
});

test.each<[string, CodedWords, CodedWords, string | undefined]>([
  ["the whole item twice", null, null, "feedback.already-coded"],
  ["the same words twice", { start: 0, end: 4 }, { start: 0, end: 4 }, "feedback.already-coded"],
  ["other words", { start: 0, end: 4 }, { start: 0, end: 7 }, undefined],
  ["words beside the whole item", null, { start: 0, end: 4 }, undefined],
])("the same theme: %s", (_, made, words, expected) => {
  const facts = { themeStatus: "planned" as const, body, codings: [{ themeId: "a", words: made }] };
  expect(refusal(() => checkCoding({ themeId: "a", words }, facts))).toBe(expected);
  expect(refusal(() => checkCoding({ themeId: "b", words }, facts))).toBeUndefined();
});

test.each<[ThemeStatus, string | undefined]>([
  ["verified", undefined],
  ["declined", undefined],
  ["merged", "feedback.theme-closed"],
])("a theme that is %s", (themeStatus, expected) => {
  expect(refusal(() => checkCoding({ themeId: "a", words: null }, { themeStatus, body, codings: [] }))).toBe(expected);
});

const codings = [
  { id: "1", themeId: "a" },
  { id: "2", themeId: "a" },
  { id: "3", themeId: "b" },
];

test.each<[string, string, string | undefined, string[], boolean]>([
  ["all of a theme", "a", undefined, ["1", "2"], false],
  ["one of two", "a", "2", ["2"], true],
  ["the only one by its id", "b", "3", ["3"], false],
])("%s goes", (_, themeId, codingId, ids, stays) => {
  const going = codingsToRemove(codings, themeId, codingId);
  expect(going.removed.map(({ id }) => id)).toEqual(ids);
  expect(going.stays).toBe(stays);
});

test.each([
  ["a theme that the item has not", "c", undefined],
  ["a coding of another theme", "a", "3"],
])("%s is refused", (_, themeId, codingId) => {
  expect(refusal(() => codingsToRemove(codings, themeId, codingId))).toBe("feedback.not-coded");
});
