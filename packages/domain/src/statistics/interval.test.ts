import { describe, expect, test } from "vitest";

import { meanDifference } from "./mean-difference.ts";
import { meanText } from "./rating-statistics.ts";
import { shareTenths, shareText, wilsonInterval } from "./share-interval.ts";

describe("Wilson's interval", () => {
  test.each([
    [333, 620, "53.7", "49.8", "57.6"],
    [0, 10, "0.0", "0.0", "27.8"],
    [10, 10, "100.0", "72.2", "100.0"],
    [1, 10, "10.0", "1.8", "40.4"],
    [81, 263, "30.8", "25.5", "36.6"],
    [148, 360, "41.1", "36.1", "46.3"],
  ])("%i of %i: %s %% (%s–%s)", (count, n, value, low, high) => {
    const found = wilsonInterval(count, n);
    expect(found === null ? [] : [found.value, found.low, found.high].map((share) => (share * 100).toFixed(1))).toEqual(
      [value, low, high],
    );
  });

  test("no base, no share", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  test("its ends stay within 0 and 1", () => {
    expect(wilsonInterval(0, 3)?.low).toBe(0);
    expect(wilsonInterval(3, 3)?.high).toBe(1);
  });
});

describe("a share in words", () => {
  test.each([
    [371, 372, 997],
    [372, 372, 1000],
    [2999, 3000, 999],
    [999_999, 1_000_000, 999],
    [1, 3, 333],
    [2, 3, 667],
    [1, 8, 125],
    [0, 7, 0],
    [1, 400, 3],
  ])("%i of %i is %i tenths of a percent", (count, n, tenths) => {
    expect(shareTenths(count, n)).toBe(tenths);
  });

  test("fi and en", () => {
    expect(shareText(371, 372, "fi")).toBe("99,7\u00a0%");
    expect(shareText(372, 372, "fi")).toBe("100\u00a0%");
    expect(shareText(2999, 3000, "en")).toBe("99.9%");
  });
});

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
});
