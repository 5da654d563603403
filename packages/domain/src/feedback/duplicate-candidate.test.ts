import { describe, expect, it, test } from "vitest";

import { comparableText, likenessGroups, nearTextAt, reasonsFor } from "./duplicate-candidate.ts";

const long = "Jonotin puhelimessa tunnin, eikä kukaan vastannut.";
const mine = { body: long, responseId: "r1" };

test.each([
  ["Jonotin  TUNNIN!\n", "jonotin tunnin"],
  ["Ka\u0308sittely – kesti", "käsittely kesti"],
  ["…", ""],
])("%j compares as %j", (text, comparable) => {
  expect(comparableText(text)).toBe(comparable);
});

describe("an item is offered", () => {
  it.each([
    [
      "for the same text, whatever its case and signs",
      { body: long.toUpperCase(), responseId: null, likeness: 1 },
      ["same_text"],
    ],
    ["for nearly the same text", { body: `${long} Kiitos.`, responseId: null, likeness: nearTextAt }, ["near_text"]],
    ["not for a text that is less alike", { body: "Jonotin.", responseId: null, likeness: nearTextAt - 0.01 }, []],
    ["for the same respondent", { body: "Muuta.", responseId: "r1", likeness: null }, ["same_respondent"]],
    ["for both", { body: long, responseId: "r1", likeness: null }, ["same_text", "same_respondent"]],
    ["not for two that came without a response", { body: "Muuta.", responseId: null, likeness: null }, []],
  ])("%s", (_, other, reasons) => {
    expect(reasonsFor(mine, other)).toEqual(reasons);
  });

  it("not for a few words that many people write", () => {
    const short = { body: "Kiitos paljon!", responseId: null };
    expect(reasonsFor(short, { ...short, likeness: 1 })).toEqual([]);
    expect(reasonsFor({ ...short, responseId: "r1" }, { ...short, responseId: "r1", likeness: 1 })).toEqual([
      "same_respondent",
    ]);
  });
});

describe("groups of words to look for", () => {
  const words = (...shares: readonly number[]) => shares.map((share, n) => ({ lexeme: `w${n}`, share }));

  it("are single words where they are rare, six at most", () => {
    expect(likenessGroups(words(...Array<number>(9).fill(0.000_01)), 1_000_000)).toEqual(
      ["w0", "w1", "w2", "w3", "w4", "w5"].map((word) => [word]),
    );
  });

  it("hold as many words as it takes to be rare together, the rarest first, and none twice", () => {
    expect(likenessGroups(words(0.3, 0.001, 0.3, 0.002, 0.004, 0.04), 1_000_000)).toEqual([
      ["w1", "w3"],
      ["w4", "w5", "w0"],
    ]);
  });

  it("leave out a last group that would not be rare", () => {
    expect(likenessGroups(words(0.000_01, 0.3, 0.3), 1_000_000)).toEqual([["w0"]]);
  });

  it("begin with no word that stands in very many texts", () => {
    expect(likenessGroups(words(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3), 1_000_000)).toEqual([]);
    expect(likenessGroups(words(0.004, 0.01, 0.3, 0.3), 1_000_000)).toEqual([["w0", "w1"]]);
    expect(likenessGroups([], 1_000_000)).toEqual([]);
  });
});
