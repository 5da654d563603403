import { describe, expect, test } from "vitest";

import { effectiveBase, postStratification } from "./post-stratification.ts";
import { meanOf, numberOf, ratingStatistics } from "./rating-statistics.ts";
import { weightedSample, weightedShare, weightedStatistics } from "./weighted-statistics.ts";

/** The reputation study by collection channel: website, phone, service points, e-service. */
const channels = [
  [1, 8, 19, 25, 18],
  [0, 3, 11, 12, 8],
  [0, 3, 15, 23, 22],
  [1, 4, 14, 21, 17],
].map((counts) => ({ scaleMin: 1, counts }));
const population = [0.4, 0.2, 0.15, 0.25];
const strata = [71, 34, 63, 57].map((n, index) => ({ n, population: population[index] ?? 0 }));

describe("the reputation study, weighted to its population", () => {
  const found = postStratification(strata);

  test("3.84 becomes 3.80, with a design effect of 1.099 and an effective base of 204.8", () => {
    const plain = ratingStatistics({ scaleMin: 1, counts: [2, 18, 59, 81, 65] });
    expect((plain.mean === null ? 0 : numberOf(plain.mean)).toFixed(2)).toBe("3.84");
    const weighted = weightedStatistics(
      channels.map((ratings, index) => ({ weight: found?.weights[index] ?? 0, ratings })),
    );
    expect([weighted?.n, weighted?.mean.toFixed(2)]).toEqual([225, "3.80"]);
    expect([weighted?.designEffect.toFixed(3), weighted?.effectiveN.toFixed(1)]).toEqual(["1.099", "204.8"]);
    expect([found?.designEffect.toFixed(3), found?.effectiveN.toFixed(1)]).toEqual(["1.099", "204.8"]);
  });

  test("the weights are population over sample, none trimmed, and add up to the base", () => {
    expect(found?.weights.map((weight) => weight?.toFixed(4))).toEqual(["1.2676", "1.3235", "0.5357", "0.9868"]);
    expect(found?.trimmed).toEqual([false, false, false, false]);
    expect(strata.reduce((sum, { n }, index) => sum + n * (found?.weights[index] ?? 0), 0)).toBeCloseTo(225, 10);
  });
});

describe("weights", () => {
  test("trimmed to 0.3–3 and brought back to a mean of one", () => {
    const found = postStratification([
      { n: 10, population: 500 },
      { n: 80, population: 400 },
      { n: 10, population: 20 },
    ]);
    // 5.43, 0.54, 0.22 → 3, 0.54…, 0.3, then over their mean over the hundred.
    expect(found?.trimmed).toEqual([true, false, true]);
    const [first, second, third] = (found?.weights ?? []).map((weight) => weight ?? 0);
    expect((first ?? 0) / (third ?? 1)).toBeCloseTo(10, 12);
    expect((first ?? 0) / (second ?? 1)).toBeCloseTo(3 / (400 / 920 / 0.8), 12);
    expect(10 * (first ?? 0) + 80 * (second ?? 0) + 10 * (third ?? 0)).toBeCloseTo(100, 12);
  });

  test("a stratum that nobody answered from leaves part of the population without a voice", () => {
    const found = postStratification([
      { n: 30, population: 50 },
      { n: 0, population: 20 },
      { n: 30, population: 30 },
    ]);
    expect(found?.weights).toEqual([1.25, null, 0.75]);
    expect(found?.uncovered).toBeCloseTo(0.2, 12);
  });

  test.each([
    ["nobody answered", [{ n: 0, population: 5 }]],
    ["the population is empty", [{ n: 5, population: 0 }]],
    ["no strata", []],
  ])("%s: no weights", (_, given) => {
    expect(postStratification(given)).toBeNull();
  });

  test("negative figures are refused", () => {
    expect(() => postStratification([{ n: 5, population: -1 }])).toThrow(RangeError);
  });

  test("Kish's effective base", () => {
    expect(effectiveBase([{ weight: 2, n: 620 }])).toBe(620);
    expect(
      effectiveBase([
        { weight: 1, n: 50 },
        { weight: 3, n: 50 },
      ]),
    ).toBe(80);
    expect(effectiveBase([])).toBe(0);
  });
});

describe("weighted figures", () => {
  const counts = [23, 85, 179, 194, 139];

  test("equal weights change nothing", () => {
    const plain = ratingStatistics({ scaleMin: 1, counts });
    const weighted = weightedStatistics([{ weight: 2, ratings: { scaleMin: 1, counts } }]);
    expect(weighted?.mean).toBeCloseTo(
      numberOf(meanOf({ scaleMin: 1, counts }) ?? { numerator: 0n, denominator: 1n }),
      12,
    );
    expect([weighted?.sd, weighted?.low, weighted?.high].map((figure) => figure?.toFixed(10))).toEqual(
      [plain.sd, plain.low, plain.high].map((figure) => figure?.toFixed(10)),
    );
    expect(weighted === null ? null : weightedSample(weighted)?.n).toBeCloseTo(620, 10);
  });

  test("the interval is clipped to the scale; one answer has none", () => {
    expect(weightedStatistics([{ weight: 1, ratings: { scaleMin: 1, counts: [0, 0, 0, 1, 2] } }])?.high).toBe(5);
    const one = weightedStatistics([{ weight: 0.4, ratings: { scaleMin: 1, counts: [0, 1, 0, 0, 0] } }]);
    expect([one?.n, one?.mean, one?.sd, one?.low]).toEqual([1, 2, null, null]);
    expect(one === null ? "" : weightedSample(one)).toBeNull();
  });

  test("nobody: nothing", () => {
    expect(weightedStatistics([])).toBeNull();
    expect(weightedStatistics([{ weight: 1, ratings: { scaleMin: 1, counts: [0, 0] } }])).toBeNull();
    expect(weightedShare([{ weight: 0, count: 3, n: 5 }])).toBeNull();
  });

  test("a weighted share", () => {
    const share = weightedShare([
      { weight: 1, count: 10, n: 50 },
      { weight: 3, count: 40, n: 50 },
    ]);
    expect(share?.value).toBeCloseTo(0.65, 12);
    // Wilson for 52 of the effective 80.
    expect([share?.low.toFixed(4), share?.high.toFixed(4)]).toEqual(["0.5408", "0.7455"]);
    expect(
      weightedShare([
        { weight: 0.7, count: 9, n: 9 },
        { weight: 1.3, count: 7, n: 7 },
      ])?.high,
    ).toBe(1);
  });
});
