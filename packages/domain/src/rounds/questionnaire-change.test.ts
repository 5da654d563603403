import { expect, test } from "vitest";

import { questionnaireChanges } from "./questionnaire-change.ts";

const asked = (questionId: string, version = 1, fi = questionId, max = 5) => ({
  questionId,
  version,
  wording: { wordings: { fi }, scale: { min: 1, max }, scaleLabels: {}, mode: null, options: [] },
});
const told = (...args: Parameters<typeof questionnaireChanges>) =>
  questionnaireChanges(...args).map(({ questionId, what, parts }) => [questionId, what, parts.join(" ")]);

test("new, reworded, on another scale, asked again, left out; what stays is not told", () => {
  const before = [asked("stays"), asked("reworded"), asked("rescaled"), asked("gone")];
  const here = [
    asked("again"),
    asked("stays"),
    asked("reworded", 2, "toisin"),
    asked("rescaled", 3, "rescaled", 10),
    asked("new"),
  ];
  expect(told(before, here, new Set(["stays", "reworded", "rescaled", "gone", "again"]))).toEqual([
    ["again", "again", ""],
    ["reworded", "changed", "wording"],
    ["rescaled", "changed", "scale"],
    ["new", "new", ""],
    ["gone", "left-out", ""],
  ]);
});

test("in the first round nothing is news", () => {
  expect(told(null, [asked("a")], new Set())).toEqual([]);
});
