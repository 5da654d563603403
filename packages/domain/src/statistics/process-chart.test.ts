import { describe, expect, test } from "vitest";

import { processChart } from "./process-chart.ts";

/** 1, 2, 1, 2 …: a mean of 1.5, ranges of 1, limits at −1.16 and 4.16. */
const steady = (length: number) => Array.from({ length }, (_, index) => 1 + (index % 2));

describe("the eight rounds of the demonstration", () => {
  const rounds = [
    [15, 50, 96, 97, 62],
    [19, 59, 109, 103, 62],
    [18, 59, 113, 111, 70],
    [17, 59, 118, 123, 83],
    [21, 68, 128, 124, 79],
    [21, 72, 142, 146, 99],
    [22, 79, 160, 165, 114],
    [23, 85, 179, 194, 139],
  ].map((counts) => {
    const n = counts.reduce((sum, count) => sum + count, 0);
    return counts.reduce((sum, count, index) => sum + (index + 1) * count, 0) / n;
  });

  test("3.457 with trial limits 3.300–3.614 and no signal", () => {
    const [chart, ...others] = processChart(rounds);
    expect(others).toEqual([]);
    expect([chart?.mean, chart?.low, chart?.high].map((figure) => figure?.toFixed(3))).toEqual([
      "3.457",
      "3.300",
      "3.614",
    ]);
    expect([chart?.trial, chart?.signals]).toEqual([true, []]);
  });

  test("it splits at a break", () => {
    const charts = processChart(rounds, [3]);
    expect(charts.map((chart) => [chart.from, chart.to])).toEqual([
      [0, 2],
      [3, 7],
    ]);
    expect(charts[0]?.mean).toBeCloseTo(rounds.slice(0, 3).reduce((a, b) => a + b, 0) / 3, 12);
  });
});

describe("signals", () => {
  test("a point outside, at its place in the whole row", () => {
    const [, chart] = processChart([9, 9, ...steady(20), 6, ...steady(20).toReversed()], [2]);
    expect(chart?.signals.filter((signal) => signal.kind === "outside")).toEqual([
      { kind: "outside", at: 22, side: "above" },
    ]);
    const low = processChart([...steady(20), -4, ...steady(19)])[0]?.signals;
    expect(low?.filter((signal) => signal.kind === "outside")).toEqual([{ kind: "outside", at: 20, side: "below" }]);
  });

  test.each([
    ["eight in a row on one side", 8, true],
    ["seven are chance", 7, false],
  ])("%s", (_, length, found) => {
    const values = [...steady(13), ...Array.from({ length }, () => 2), ...steady(13)];
    const kinds = processChart(values)[0]?.signals.filter((signal) => signal.kind === "run");
    const run = { kind: "run", from: 13, to: 12 + length, side: "above" };
    expect(kinds).toEqual(found ? [run] : []);
  });

  test("a value on the mean ends a run", () => {
    const values = [3, 3, 3, 3, 2, 3, 3, 3, 3, 1, 1, 1, 1, 2, 1, 1, 1, 1];
    expect(processChart(values)[0]?.signals.filter((signal) => signal.kind === "run")).toEqual([]);
  });

  test("equal values are no signal, whatever their sum rounds to", () => {
    const [chart] = processChart(Array.from({ length: 40 }, () => 0.1));
    expect([chart?.meanRange, chart?.signals]).toEqual([0, []]);
  });

  test("from twelve values on the limits are no longer on trial", () => {
    expect(processChart(steady(11))[0]?.trial).toBe(true);
    expect(processChart(steady(12))[0]?.trial).toBe(false);
  });

  test("one value has no limits, none no chart", () => {
    expect(processChart([3.5])).toEqual([
      { from: 0, to: 0, mean: 3.5, meanRange: null, low: null, high: null, trial: true, signals: [] },
    ]);
    expect(processChart([])).toEqual([]);
  });
});
