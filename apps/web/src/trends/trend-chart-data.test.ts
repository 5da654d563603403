import type { TrendPoint, TrendView } from "@kuultu/domain/trends/trend-view";
import { describe, expect, test } from "vitest";

import { dayNumber, trendChartData } from "./trend-chart-data.ts";

function point(round: string, on: string, mean: string | null, more: Partial<TrendPoint> = {}): TrendPoint {
  return {
    round,
    roundId: `id-${round}`,
    on,
    state: mean === null ? "suppressed" : "shown",
    n: mean === null ? null : 100,
    mean,
    sd: null,
    low: mean === null ? null : Number(mean) - 0.1,
    high: mean === null ? null : Number(mean) + 0.1,
    counts: null,
    cannotSay: null,
    by: null,
    change: null,
    published: null,
    ...more,
  };
}

function view(points: readonly TrendPoint[], more: Partial<TrendView> = {}): TrendView {
  const sentence = { fact: "", judgement: "", detail: "" };
  return {
    series: "overall",
    seriesId: "s",
    names: {},
    kind: "rating",
    scaleMin: 1,
    scaleMax: 5,
    points,
    pools: [],
    edges: [],
    comparison: null,
    sentence: { fi: sentence, sv: sentence, en: sentence, ru: sentence },
    flags: [],
    ...more,
  };
}

const roundsOf = (stretches: readonly (readonly { readonly round: string }[])[]): string[][] =>
  stretches.map((stretch) => stretch.map((one) => one.round));

describe("the chart of a series", () => {
  test("joins comparable rounds and stops at a break, whose note is in the reader's language", () => {
    const data = trendChartData(
      view([point("c", "2021-01-01", "3.50"), point("a", "2020-01-01", "3.40"), point("b", "2020-07-01", "3.45")], {
        edges: [{ from: "a", to: "b", kind: "break", notes: { fi: "sanamuoto", en: "wording" } }],
      }),
      "fi",
    );
    expect(roundsOf(data.stretches)).toEqual([["a"], ["b", "c"]]);
    expect(data.breaks).toMatchObject([
      { x: (dayNumber("2020-01-01") + dayNumber("2020-07-01")) / 2, note: "sanamuoto" },
    ]);
  });

  test("leaves a gap at a suppressed round, without a number, and passes over one that did not ask", () => {
    const data = trendChartData(
      view([
        point("a", "2020-01-01", "3.40"),
        point("b", "2020-05-01", null),
        point("c", "2020-09-01", "3.50"),
        point("d", "2021-01-01", null, { state: "not-asked" }),
        point("e", "2021-05-01", "3.60"),
      ]),
      "en",
    );
    expect(roundsOf(data.stretches)).toEqual([["a"], ["c", "e"]]);
    expect(data.empty.map((place) => [place.round, place.reason])).toEqual([
      ["b", "suppressed"],
      ["d", "not-asked"],
    ]);
    expect(data.points.map((one) => one.round)).toEqual(["a", "c", "e"]);
  });

  test("keeps a collecting round off the axis and split points off the line", () => {
    const data = trendChartData(
      view([
        point("a", "2020-01-01", "3.40"),
        point("a", "2020-01-01", "2.10", { by: "phone" }),
        point("b", "2020-07-01", null, { state: "collecting", n: 12 }),
      ]),
      "en",
    );
    expect(data.ticks.map((tick) => tick.round)).toEqual(["a"]);
    expect(data.points.map((one) => one.y)).toEqual([3.4]);
    expect(data.to).toBe(dayNumber("2020-01-01"));
  });

  test("draws the compared year over the rounds that it pools", () => {
    const pool = {
      label: "2020",
      rounds: ["a", "b"],
      state: "shown",
      n: 200,
      mean: "3.46",
      sd: 1,
      low: 3.4,
      high: 3.52,
      counts: null,
      published: null,
    } as const;
    const comparison = {
      a: "c",
      b: "2020",
      difference: "0.09",
      low: 0,
      high: 0.2,
      t: 1,
      df: 2,
      p: 0.1,
      significant: false,
      detectable: 0.2,
    };
    const data = trendChartData(
      view([point("a", "2020-01-01", "3.40"), point("b", "2020-07-01", "3.50"), point("c", "2021-01-01", "3.55")], {
        pools: [pool],
        comparison,
      }),
      "en",
    );
    expect(data.band).toMatchObject({
      label: "2020",
      from: dayNumber("2020-01-01"),
      to: dayNumber("2020-07-01"),
      mean: 3.46,
    });
    expect(data.scale).toEqual({ min: 3, max: 4, step: 0.2, cut: true });
  });

  test("letters the delivered actions in order of time and leaves out those outside the axis", () => {
    const data = trendChartData(
      view([point("a", "2020-01-01", "3.40"), point("b", "2021-01-01", "3.50")], {
        flags: [
          { on: "2020-11-18", name: "Later", themeId: "t" },
          { on: "2020-03-09", name: "Earlier", themeId: "t" },
          { on: "2021-05-01", name: "Outside", themeId: "t" },
        ],
      }),
      "en",
    );
    expect(data.flags.map((flag) => [flag.letter, flag.name])).toEqual([
      ["A", "Earlier"],
      ["B", "Later"],
    ]);
  });

  test("has nothing to draw where nothing was asked", () => {
    expect(trendChartData(view([]), "en")).toMatchObject({ points: [], stretches: [], from: 0, to: 0 });
  });
});
