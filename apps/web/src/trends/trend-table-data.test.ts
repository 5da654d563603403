import type { TrendPoint, TrendView } from "@kuultu/domain/trends/trend-view";
import { expect, test } from "vitest";

import { trendTableData } from "./trend-table-data.ts";

const blank = {
  n: null,
  mean: null,
  sd: null,
  low: null,
  high: null,
  counts: null,
  cannotSay: null,
  by: null,
  change: null,
  published: null,
};
const points: readonly TrendPoint[] = [
  { ...blank, round: "2019-3", roundId: "1", on: "2019-12-01", state: "shown", n: 371, mean: "3.42" },
  { ...blank, round: "2020-1", roundId: "2", on: "2020-04-01", state: "shown", n: 400, mean: "3.49" },
  { ...blank, round: "2020-2", roundId: "3", on: "2020-08-01", state: "suppressed" },
  { ...blank, round: "2020-3", roundId: "4", on: "2020-12-01", state: "collecting", n: 12 },
  { ...blank, round: "2020-1", roundId: "2", on: "2020-04-01", state: "shown", n: 40, mean: "2.00", by: "phone" },
];
const sentence = { fact: "", judgement: "", detail: "" };
const view: TrendView = {
  series: "overall",
  seriesId: "s",
  names: {},
  kind: "rating",
  scaleMin: 1,
  scaleMax: 5,
  points,
  pools: [
    {
      label: "2020",
      rounds: ["2020-1"],
      state: "shown",
      n: 400,
      mean: "3.49",
      sd: 1,
      low: 3.4,
      high: 3.6,
      counts: null,
      published: null,
    },
  ],
  edges: [{ from: "2019-3", to: "2020-1", kind: "break", notes: { sv: "formulering" } }],
  comparison: {
    a: "2020-1",
    b: "2020",
    difference: "0.00",
    low: 0,
    high: 0,
    t: 0,
    df: 1,
    p: 1,
    significant: false,
    detectable: 0.2,
  },
  sentence: { fi: sentence, sv: sentence, en: sentence, ru: sentence },
  flags: [],
};

test("newest first, a break between the rounds that it parts, the compared year last, split values left out", () => {
  expect(
    trendTableData(view, "sv").map((row) => [
      row.kind,
      "point" in row ? row.point.round : row.kind === "break" ? row.note : row.pool.label,
    ]),
  ).toEqual([
    ["collecting", "2020-3"],
    ["empty", "2020-2"],
    ["figure", "2020-1"],
    ["break", "formulering"],
    ["figure", "2019-3"],
    ["pool", "2020"],
  ]);
});

test("the newest row is the newest with a figure, and the row after a break has no change to show", () => {
  const figures = trendTableData(view, "fi").filter((row) => row.kind === "figure");
  expect(figures.map((row) => [row.point.round, row.newest, row.afterBreak])).toEqual([
    ["2020-1", true, true],
    ["2019-3", false, false],
  ]);
});
