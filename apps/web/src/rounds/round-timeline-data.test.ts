import type { RoundRow } from "@kuultu/domain/rounds/round-view";
import { expect, test } from "vitest";

import { neighboursOf, surveyLines } from "./round-timeline-data.ts";

const ledger = { received: 0, categorised: 0, routed: 0, duplicate: 0, rejected: 0, open: 0 };
const round = (id: string, surveyId: string, opensOn: string | null, responses = 0): RoundRow => ({
  id,
  surveyId,
  surveyNames: { en: surveyId },
  name: id,
  state: "closed",
  opensOn,
  closesOn: null,
  publishedOn: null,
  responses,
  ledger,
});

test("a line for each survey in order of time, the liveliest survey first, heights against its own largest", () => {
  const lines = surveyLines([
    round("b", "yearly", "2021-01-01", 620),
    round("a", "yearly", "2020-01-01", 310),
    round("r", "once", "2019-01-01", 9),
  ]);
  expect(lines.map((line) => [line.surveyId, line.rounds.map((one) => [one.id, one.height])])).toEqual([
    [
      "yearly",
      [
        ["a", 0.5],
        ["b", 1],
      ],
    ],
    ["once", [["r", 1]]],
  ]);
});

test("a round without days stands last, and one without answers has no height", () => {
  const [line] = surveyLines([round("planned", "yearly", null), round("held", "yearly", "2020-01-01")]);
  expect(line?.rounds.map((one) => [one.id, one.height])).toEqual([
    ["held", 0],
    ["planned", 0],
  ]);
});

test("neighbours are those of the same survey", () => {
  const [line] = surveyLines([
    round("a", "yearly", "2020-01-01"),
    round("b", "yearly", "2020-05-01"),
    round("c", "yearly", "2020-09-01"),
  ]);
  if (line === undefined) throw new Error("no line");
  expect([neighboursOf(line, "b").before?.id, neighboursOf(line, "b").after?.id]).toEqual(["a", "c"]);
  expect(neighboursOf(line, "a").before).toBeNull();
});
