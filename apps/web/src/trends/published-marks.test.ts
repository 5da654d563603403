import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { expect, test } from "vitest";

import { withPublishedMarks } from "./published-marks.ts";
import { trendFormat } from "./trend-format.ts";

const published = { figure: "mean", value: "3.55", qualifier: "exact", source: "report" } as const;
const sentence = { fact: "", judgement: "", detail: "" };
const view: TrendView = {
  series: "overall",
  seriesId: "s",
  names: {},
  kind: "rating",
  scaleMin: 1,
  scaleMax: 5,
  points: [
    {
      round: "2021-2",
      roundId: "r",
      on: "2021-09-12",
      state: "shown",
      n: 620,
      mean: "3.55",
      sd: 1,
      low: 3.4,
      high: 3.6,
      counts: null,
      cannotSay: null,
      by: null,
      change: null,
      published,
    },
  ],
  pools: [],
  edges: [],
  comparison: null,
  sentence: { fi: sentence, sv: sentence, en: sentence, ru: sentence },
  flags: [],
};

test("marks the published figure once, and no other figure that begins or ends alike", () => {
  const format = trendFormat("rating", "fi");
  expect(withPublishedMarks("Muutos +3,55; arvo 13,55 on 3,55, ei 3,556.", view, format)).toBe(
    "Muutos +3,55; arvo 13,55 on 3,55◆, ei 3,556.",
  );
  expect(
    withPublishedMarks(
      "Tulos on 3,55.",
      { ...view, points: view.points.map((point) => ({ ...point, published: null })) },
      format,
    ),
  ).toBe("Tulos on 3,55.");
});

test("marks a figure that stands on a report alone", () => {
  const alone = view.points.map((point) => ({ ...point, state: "published-figure" as const, n: null, mean: null }));
  expect(withPublishedMarks("Tulos on 3,55.", { ...view, points: alone }, trendFormat("rating", "fi"))).toBe(
    "Tulos on 3,55◆.",
  );
});
