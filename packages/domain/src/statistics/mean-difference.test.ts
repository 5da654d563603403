import { describe, expect, test } from "vitest";

import { mannWhitney } from "./mann-whitney.ts";
import { meanDifference, welchTest } from "./mean-difference.ts";
import { meanText } from "./rating-statistics.ts";

describe("Welch's test", () => {
  const round = { scaleMin: 1, counts: [23, 85, 179, 194, 139] };
  const year = { scaleMin: 1, counts: [59, 199, 388, 393, 261] };

  test("2021-2 against the year 2020: every figure as it is printed", () => {
    const found = meanDifference(round, year);
    if (found === null) throw new Error("no difference");
    expect(meanText(found.difference)).toBe("0.09");
    expect(found.t.toFixed(3)).toBe("1.679");
    expect(found.df.toFixed(1)).toBe("1234.1");
    expect(found.p.toFixed(3)).toBe("0.093");
    expect([found.low.toFixed(3), found.high.toFixed(3)]).toEqual(["-0.015", "0.195"]);
    expect(found.significant).toBe(false);
    expect(found.detectable.toFixed(2)).toBe("0.15");
  });

  test("the other way round only the signs change", () => {
    const there = meanDifference(round, year);
    const back = meanDifference(year, round);
    expect(back?.t).toBeCloseTo(-(there?.t ?? 0), 12);
    expect(back?.low).toBeCloseTo(-(there?.high ?? 0), 12);
    expect(back?.p).toBeCloseTo(there?.p ?? 0, 12);
  });

  test("a change that is hardly chance", () => {
    expect(meanDifference({ scaleMin: 1, counts: [0, 10, 30, 90, 70] }, round)?.significant).toBe(true);
  });

  test.each([
    ["one answer", [0, 0, 1, 0, 0], [1, 2, 3, 2, 1]],
    ["no answers", [0, 0, 0, 0, 0], [1, 2, 3, 2, 1]],
    ["all alike on both sides", [0, 0, 50, 0, 0], [0, 50, 0, 0, 0]],
  ])("%s: nothing to test", (_, a, b) => {
    expect(meanDifference({ scaleMin: 1, counts: a }, { scaleMin: 1, counts: b })).toBeNull();
  });

  test("an effective base need not be whole", () => {
    const found = welchTest({ n: 204.8, mean: 3.8, variance: 1 }, { n: 150.5, mean: 3.5, variance: 1.1 });
    expect([found?.t.toFixed(4), found?.df.toFixed(1), found?.significant]).toEqual(["2.7170", "313.4", true]);
    expect(welchTest({ n: 1, mean: 3, variance: 0 }, { n: 40, mean: 3.5, variance: 1 })).toBeNull();
  });
});

/** Counts of values given in tenths, from −20 to 60. */
function inTenths(...values: number[]) {
  const counts = Array.from({ length: 81 }, () => 0);
  for (const value of values) counts[value + 20] = (counts[value + 20] ?? 0) + 1;
  return { scaleMin: -20, counts };
}

describe("Student's sleep data", () => {
  const first = inTenths(7, -16, -2, -12, -1, 34, 37, 8, 0, 20);
  const second = inTenths(19, 8, 11, 1, -1, 44, 55, 16, 46, 34);

  test("Welch as it is published", () => {
    const found = meanDifference(first, second);
    expect([found?.t.toFixed(4), found?.df.toFixed(3), found?.p.toFixed(5)]).toEqual(["-1.8608", "17.776", "0.07939"]);
    expect([((found?.low ?? 0) / 10).toFixed(7), ((found?.high ?? 0) / 10).toFixed(7)]).toEqual([
      "-3.3654832",
      "0.2054832",
    ]);
  });

  test("Mann and Whitney as R prints it", () => {
    const found = mannWhitney(first.counts, second.counts);
    expect([found?.u, found?.superiority, found?.p.toFixed(5)]).toEqual([25.5, 0.255, "0.06933"]);
  });
});

describe("Mann and Whitney", () => {
  test("the other side sees the rest of the pairs", () => {
    const there = mannWhitney([5, 3, 9, 1], [2, 2, 7, 8]);
    const back = mannWhitney([2, 2, 7, 8], [5, 3, 9, 1]);
    expect((there?.u ?? 0) + (back?.u ?? 0)).toBe(18 * 19);
    expect(back?.z).toBe(-(there?.z ?? 0));
    expect(back?.p).toBe(there?.p);
  });

  test("no difference at all", () => {
    expect(mannWhitney([1, 4, 1], [1, 4, 1])).toMatchObject({ superiority: 0.5, z: 0, p: 1 });
  });

  test.each([
    ["nobody on one side", [0, 0, 0], [1, 2, 3]],
    ["nobody at all", [], []],
    ["all answers alike", [0, 9, 0], [0, 4, 0]],
  ])("%s: nothing to test", (_, a, b) => {
    expect(mannWhitney(a, b)).toBeNull();
  });

  test("ten million answers with one that differs", () => {
    expect(mannWhitney([0, 5_000_000], [1, 5_000_000])?.z).toBeCloseTo(0.9999998, 6);
  });
});
