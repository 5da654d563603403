import { describe, expect, test } from "vitest";

import { RuleViolation } from "#rule-violation";

import type { QuestionKind, QuestionWording } from "./question.ts";
import { changedParts, checkedWording, checkEdge, edgeBetween, rekeyedOptions } from "./question-version.ts";

const rating: QuestionWording = {
  wordings: { fi: "Kuinka hyvin?" },
  scale: { min: 1, max: 5 },
  scaleLabels: { "1": { fi: "huonosti" } },
  mode: null,
  options: [],
};
const option = (key: string, fi = key) => ({ key, names: { fi } });
const refusal = (code: string) => expect.objectContaining({ constructor: RuleViolation, code });
const refusalOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe("a wording fits its kind", () => {
  test.each<[string, QuestionKind, QuestionWording, string]>([
    ["a rating without a scale", "rating", { ...rating, scale: null }, "rounds.scale-missing"],
    [
      "a label beside no value of the scale",
      "rating",
      { ...rating, scaleLabels: { "6": { fi: "yli" } } },
      "rounds.labels-off-scale",
    ],
    ["one option", "rank_order", { ...rating, options: [option("a")] }, "rounds.too-few-options"],
    ["an option twice", "single_choice", { ...rating, options: [option("a"), option("a")] }, "rounds.options-alike"],
  ])("%s is refused", (_name, kind, wording, code) => {
    expect(refusalOf(() => checkedWording(kind, wording))).toEqual(refusal(code));
  });

  test("a kind with a scale of its own gets it, and open text has none", () => {
    expect(checkedWording("zero_to_ten", { ...rating, scale: null }).scale).toEqual({ min: 0, max: 10 });
    expect(checkedWording("yes_no", rating).scale).toEqual({ min: 0, max: 1 });
    expect(checkedWording("open_text", { ...rating, options: [option("a")] })).toMatchObject({
      scale: null,
      scaleLabels: {},
      options: [],
    });
  });
});

test.each([
  ["the same", rating, []],
  ["another language", { ...rating, wordings: { fi: "Kuinka hyvin?", sv: "Hur väl?" } }, ["wording"]],
  ["another scale", { ...rating, scale: { min: 1, max: 10 } }, ["scale"]],
  ["another label", { ...rating, scaleLabels: {} }, ["labels"]],
  ["another mode and options", { ...rating, mode: "open", options: [option("a")] }, ["mode", "options"]],
] as const)("what changed: %s", (_name, after, parts) => {
  expect(changedParts(rating, after as QuestionWording)).toEqual(parts);
});

test("options in another order are another list", () => {
  const two = { ...rating, options: [option("a"), option("b")] };
  expect(changedParts(two, { ...two, options: two.options.toReversed() })).toEqual(["options"]);
});

test("another scale is never comparable; another wording may be", () => {
  expect(refusalOf(() => checkEdge(["wording", "scale"], "comparable"))).toEqual(
    refusal("rounds.not-comparable-scale"),
  );
  expect(refusalOf(() => checkEdge(["scale"], "break"))).toBeUndefined();
  expect(refusalOf(() => checkEdge(["wording"], "comparable"))).toBeUndefined();
});

test("an asked option that is worded otherwise becomes another one; an added language does not", () => {
  const known = [option("a", "Nopeus"), option("a-2", "Vauhti")];
  expect(
    rekeyedOptions(known, [
      { key: "a", names: { fi: "Ripeys" } },
      { key: "a-2", names: { fi: "Vauhti", en: "Speed" } },
      option("c"),
    ]).map(({ key }) => key),
  ).toEqual(["a-3", "a-2", "c"]);
});

test("what stands between two versions is the gravest of the steps between them", () => {
  const edges = new Map([
    [2, { kind: "comparable" as const, notes: { fi: "kirjoitusvirhe" } }],
    [3, { kind: "not_comparable" as const, notes: { fi: "toinen asia" } }],
    [4, { kind: "comparable" as const, notes: {} }],
  ]);
  expect(edgeBetween(edges, 1, 1)).toBeNull();
  expect(edgeBetween(edges, 1, 2)).toEqual({ kind: "comparable", notes: { fi: "kirjoitusvirhe" } });
  expect(edgeBetween(edges, 1, 4)).toEqual({ kind: "not_comparable", notes: { fi: "toinen asia" } });
  expect(edgeBetween(edges, 4, 2)?.kind).toBe("not_comparable");
  expect(edgeBetween(edges, 4, 5)).toEqual({ kind: "break", notes: {} });
});
