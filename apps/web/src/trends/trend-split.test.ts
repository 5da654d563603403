import type { SeriesRow, TrendView } from "@kuultu/domain/trends/trend-view";
import { expect, test } from "vitest";

import { batteriesOf, comparisonsOf, facetInputs } from "./trend-split.ts";

const series = (key: string, surveyId = "one"): SeriesRow => ({
  id: `${surveyId} ${key}`,
  key,
  names: {},
  surveyId,
  latest: null,
});
const overall = series("satisfaction-overall");
const sentence = { fact: "", judgement: "", detail: "" };
const blank = {
  roundId: "",
  n: 50,
  sd: null,
  low: null,
  high: null,
  counts: null,
  cannotSay: null,
  change: null,
  published: null,
  state: "shown",
} as const;
const view: TrendView = {
  series: "satisfaction-overall",
  seriesId: "s",
  names: {},
  kind: "rating",
  scaleMin: 1,
  scaleMax: 5,
  points: [
    { ...blank, round: "2020-1", on: "2020-04-01", mean: "3.00", by: null },
    { ...blank, round: "2021-1", on: "2021-04-01", mean: "3.10", by: null },
    { ...blank, round: "2021-2", on: "2021-08-01", mean: "3.20", by: null },
    { ...blank, round: "2021-2", on: "2021-08-01", mean: "3.30", by: "phone" },
    { ...blank, round: "2021-2", on: "2021-08-01", mean: "3.40", by: "email" },
  ],
  pools: [
    {
      label: "2020",
      rounds: ["2020-1"],
      state: "shown",
      n: 50,
      mean: "3.00",
      sd: 1,
      low: null,
      high: null,
      counts: null,
      published: null,
    },
    {
      label: "2021",
      rounds: ["2021-1", "2021-2"],
      state: "shown",
      n: 100,
      mean: "3.15",
      sd: 1,
      low: null,
      high: null,
      counts: null,
      published: null,
    },
  ],
  edges: [],
  comparison: null,
  sentence: { fi: sentence, sv: sentence, en: sentence, ru: sentence },
  flags: [],
};

test("a battery is several questions of the same survey that begin alike, and none of them the chosen one", () => {
  const rows = [
    overall,
    series("channel-phone"),
    series("channel-email"),
    series("channel-web"),
    series("channel-web", "other"),
    series("equal-treatment"),
  ];
  expect(batteriesOf(rows, overall).map((battery) => [battery.prefix, battery.series.length])).toEqual([
    ["channel", 3],
  ]);
  expect(batteriesOf(rows, series("channel-web"))).toEqual([]);
});

test("a round is compared with years that it is no part of, and with other rounds, newest first", () => {
  expect(comparisonsOf(view).map((one) => one.value)).toEqual(["2021-2,2021-1", "2021-2,2020-1", "2021-2,2020"]);
});

test("facet values stand in the order of their names; a value without a name shows itself", () => {
  const inputs = facetInputs(view, new Map([["email", { en: "E-mail" }]]), "en");
  expect(inputs.map((input) => [input.name, input.points.length])).toEqual([
    ["E-mail", 1],
    ["phone", 1],
  ]);
});
