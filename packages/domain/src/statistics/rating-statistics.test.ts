import { describe, expect, test } from "vitest";

import { differenceOf, meanOf, meanText, numberOf, pooledCounts, ratingStatistics } from "./rating-statistics.ts";

describe("rounding half away from zero on the exact fraction", () => {
  test.each([
    [201n, 200n, 2, "1.01"],
    [-201n, 200n, 2, "-1.01"],
    [1n, 200n, 2, "0.01"],
    [-1n, 200n, 2, "-0.01"],
    [-1n, 201n, 2, "0.00"],
    [1n, 201n, 2, "0.00"],
    [2n, 3n, 2, "0.67"],
    [4999n, 1000n, 2, "5.00"],
    [7n, 2n, 0, "4"],
    [5n, 1n, 2, "5.00"],
    [2675n, 1000n, 2, "2.68"],
  ])("%d/%d to %i decimals is %s", (numerator, denominator, decimals, text) => {
    expect(meanText({ numerator, denominator }, decimals)).toBe(text);
  });
});

describe("the demonstration's rounds", () => {
  test("2021-2: every figure as it is printed", () => {
    const found = ratingStatistics({ scaleMin: 1, counts: [23, 85, 179, 194, 139] });
    expect([found.n, found.sum]).toEqual([620, 2201]);
    expect(found.mean === null ? null : meanText(found.mean)).toBe("3.55");
    expect(found.sd?.toFixed(4)).toBe("1.0930");
    expect([found.low?.toFixed(3), found.high?.toFixed(3)]).toEqual(["3.464", "3.636"]);
  });

  test("the year 2020 is the pool of its respondents", () => {
    const year = pooledCounts([
      [17, 59, 118, 123, 83],
      [21, 68, 128, 124, 79],
      [21, 72, 142, 146, 99],
    ]);
    const found = ratingStatistics({ scaleMin: 1, counts: year });
    expect([found.n, found.sum]).toEqual([1300, 4498]);
    expect(found.mean === null ? null : meanText(found.mean)).toBe("3.46");
  });

  test.each([
    [[15, 50, 96, 97, 62], "3.44"],
    [[19, 59, 109, 103, 62], "3.37"],
    [[18, 59, 113, 111, 70], "3.42"],
    [[2, 18, 59, 81, 65], "3.84"],
    [[2, 17, 57, 80, 64], "3.85"],
    [[6, 30, 71, 77, 41], "3.52"],
  ])("%j has the mean %s", (counts, mean) => {
    expect(meanText(meanOf({ scaleMin: 1, counts }) ?? { numerator: 0n, denominator: 1n })).toBe(mean);
  });
});

describe("few and many answers", () => {
  test("nobody: no mean", () => {
    expect(ratingStatistics({ scaleMin: 1, counts: [0, 0, 0, 0, 0] })).toEqual({
      n: 0,
      sum: 0,
      mean: null,
      sd: null,
      low: null,
      high: null,
    });
  });

  test("one answer: a mean, but neither SD nor interval", () => {
    const found = ratingStatistics({ scaleMin: 1, counts: [0, 0, 0, 1, 0] });
    expect([found.n, found.sd, found.low, found.high]).toEqual([1, null, null, null]);
    expect(found.mean).toEqual({ numerator: 4n, denominator: 1n });
  });

  test("the interval is clipped to the scale", () => {
    const found = ratingStatistics({ scaleMin: 1, counts: [0, 0, 0, 1, 2] });
    expect(found.high).toBe(5);
    expect(found.low).toBeGreaterThan(1);
    expect(ratingStatistics({ scaleMin: 1, counts: [2, 1, 0, 0, 0] }).low).toBe(1);
  });

  test("ten million answers stay exact", () => {
    const found = ratingStatistics({ scaleMin: 1, counts: [0, 0, 5_000_001, 4_999_999, 0] });
    expect(found.sum).toBe(34_999_999);
    expect(found.mean === null ? null : meanText(found.mean, 7)).toBe("3.4999999");
    expect(found.mean === null ? null : meanText(found.mean)).toBe("3.50");
    expect(found.sd?.toFixed(6)).toBe("0.500000");
  });

  test("billions of answers, whose squares no number holds exactly, too", () => {
    const found = ratingStatistics({ scaleMin: 1, counts: [4_000_000_000, 0, 0, 0, 4_000_000_001] });
    expect(found.mean).toEqual({ numerator: 24_000_000_005n, denominator: 8_000_000_001n });
    expect(found.mean === null ? null : meanText(found.mean, 10)).toBe("3.0000000002");
    expect(found.sd?.toFixed(9)).toBe("2.000000000");
  });

  test("a fraction of hundreds of digits still has its nearest number", () => {
    const huge = 10n ** 400n;
    expect(numberOf({ numerator: 2n * huge, denominator: 3n * huge })).toBeCloseTo(2 / 3, 14);
    expect(numberOf({ numerator: -2n * huge, denominator: 3n * huge })).toBeCloseTo(-2 / 3, 14);
  });

  test("no variance: an interval without length", () => {
    const found = ratingStatistics({ scaleMin: 1, counts: [0, 0, 7, 0, 0] });
    expect([found.sd, found.low, found.high]).toEqual([0, 3, 3]);
  });

  test("a count that is not whole is refused", () => {
    expect(() => ratingStatistics({ scaleMin: 1, counts: [1.5, 2] })).toThrow(RangeError);
  });

  test("a scale may begin at nought or below", () => {
    expect(ratingStatistics({ scaleMin: 0, counts: [10, 30] }).sum).toBe(30);
    expect(ratingStatistics({ scaleMin: -2, counts: [1, 0, 0, 0, 0] }).sum).toBe(-2);
  });
});

test("a difference is exact", () => {
  const difference = differenceOf({ numerator: 2201n, denominator: 620n }, { numerator: 4498n, denominator: 1300n });
  expect(meanText(difference)).toBe("0.09");
  expect(numberOf(difference)).toBeCloseTo(0.09, 12);
});
