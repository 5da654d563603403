import type { SurveyQuestionView } from "@kuultu/domain/rounds/survey-view";
import { expect, test } from "vitest";

import {
  blankDraft,
  draftOf,
  labelledValues,
  moved,
  newOptionKey,
  newVersionParts,
  scaleOf,
  wordingOf,
} from "./question-draft.ts";

const version = {
  id: "v1",
  version: 1,
  wordings: { fi: "Kuinka hyvin?" },
  scale: { min: 1, max: 5 },
  scaleLabels: {},
  mode: null,
  options: [],
  rounds: ["2025-1"],
  edge: null,
};
const question: SurveyQuestionView = {
  id: "q",
  key: "q",
  kind: "rating",
  dimensionId: null,
  version: 1,
  newestAsked: true,
  asked: true,
  versions: [version],
};
const partsOf = (of: SurveyQuestionView, change: Partial<typeof blankDraft>) => {
  const wording = wordingOf({ ...draftOf(of), ...change });
  return wording === null ? null : newVersionParts(of, wording);
};

test("what was asked and is changed makes a new version; what is the same does not", () => {
  expect(partsOf(question, {})).toEqual([]);
  expect(partsOf(question, { wordings: { fi: " Kuinka hyvin? ", sv: "" } })).toEqual([]);
  expect(partsOf(question, { wordings: { fi: "Toisin?" }, max: "10" })).toEqual(["wording", "scale"]);
  expect(partsOf({ ...question, newestAsked: false }, { wordings: { fi: "Toisin?" } })).toEqual([]);
});

test("a version that nobody has been asked is held against the asked one before it", () => {
  const second = { ...version, id: "v2", version: 2, wordings: { fi: "Toisin?" } };
  expect(partsOf({ ...question, newestAsked: false, versions: [second, version] }, {})).toEqual(["wording"]);
});

test("nothing is sent without words, without a scale, or with an empty option", () => {
  expect(wordingOf(blankDraft)).toBeNull();
  expect(wordingOf({ ...blankDraft, wordings: { fi: "K" }, max: "x" })).toBeNull();
  const choice = { ...blankDraft, kind: "single_choice" as const, wordings: { fi: "K" } };
  const option = (key: string, fi: string) => ({ key, names: { fi } });
  expect(wordingOf({ ...choice, options: [option("a", "A"), option("b", " ")] })).toBeNull();
  expect(wordingOf({ ...choice, options: [option("a", "A"), option("b", "B")] })?.options).toHaveLength(2);
});

test("scales are whole numbers, the lowest first; a short one has a label at each value", () => {
  expect(scaleOf({ min: "−2", max: "2" })).toEqual({ min: -2, max: 2 });
  expect(scaleOf({ min: "5", max: "1" })).toBeNull();
  expect(scaleOf({ min: "0", max: "1,5" })).toBeNull();
  expect(labelledValues(blankDraft)).toEqual([1, 2, 3, 4, 5]);
  expect(labelledValues({ ...blankDraft, max: "100", labels: { "50": { fi: "puolet" } } })).toEqual([1, 50, 100]);
});

test("a new option takes a key that none has had, and elements move by one place within the list", () => {
  expect(newOptionKey(["option-1", "option-3"])).toBe("option-4");
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
});
