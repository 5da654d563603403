import { describe, expect, test } from "vitest";

import { changeDecomposition } from "./change-decomposition.ts";
import { convertedMean } from "./display-scale.ts";
import { type Fraction, differenceOf, meanText, numberOf, sumOf } from "./rating-statistics.ts";

const group = (before: number[], after: number[]) => ({
  before: { scaleMin: 1, counts: before },
  after: { scaleMin: 1, counts: after },
});
const inFigures = (fractions: readonly Fraction[]) =>
  fractions.map((fraction) => Number(numberOf(fraction).toFixed(12)) + 0);

describe("the change between two rounds", () => {
  test.each([
    // Shares .5/.5 → .25/.75 at unchanged means 1 and 2.
    ["only the mix", [group([50, 0], [25, 0]), group([0, 50], [0, 75])], 0.25, 0.25, 0],
    ["only within", [group([50, 0], [25, 25]), group([50, 0], [50, 0])], 0.25, 0, 0.25],
    // Two groups that each rise, while the whole falls (Simpson).
    ["against each other", [group([8, 2], [70, 30]), group([20, 80], [1, 9])], -0.39090909, -0.49090909, 0.1],
    ["no change", [group([5, 5], [50, 50])], 0, 0, 0],
  ])("%s", (_, groups, change, mix, within) => {
    const found = changeDecomposition(groups);
    if (found === null) throw new Error("no change");
    expect(inFigures([found.change])[0]).toBeCloseTo(change, 8);
    expect(inFigures([found.mix])[0]).toBeCloseTo(mix, 8);
    expect(inFigures([found.within])[0]).toBeCloseTo(within, 8);
  });

  test("fewer of those below and more of those above both raise the mean", () => {
    const found = changeDecomposition([group([50, 0], [25, 0]), group([0, 50], [0, 75])]);
    expect(inFigures(found?.groups.map((part) => part.mix) ?? [])).toEqual([0.15625, 0.09375]);
  });

  test("a group that comes or goes is mix alone", () => {
    const found = changeDecomposition([group([30, 30], [30, 30]), group([0, 0], [0, 60]), group([0, 0], [0, 0])]);
    expect(inFigures(found?.groups.map((part) => part.within) ?? [])).toEqual([0, 0, 0]);
    expect(inFigures([found?.change ?? { numerator: 0n, denominator: 1n }])).toEqual([0.25]);
  });

  test("the parts add up to the change, exactly, over many groups of many answers", () => {
    let seed = 11;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 200; round += 1) {
      const counts = () => Array.from({ length: 5 }, () => (next(4) === 0 ? 0 : next(2_000_000)));
      const found = changeDecomposition(Array.from({ length: 1 + next(12) }, () => group(counts(), counts())));
      if (found === null) continue;
      const parts = sumOf([found.mix, found.within, ...found.groups.flatMap((part) => [part.mix, part.within])]);
      expect(differenceOf(parts, sumOf([found.change, found.change])).numerator).toBe(0n);
      expect(Number.isFinite(numberOf(found.mix))).toBe(true);
    }
  });

  test("a round without answers has nothing to compare", () => {
    expect(changeDecomposition([group([0, 0], [3, 4])])).toBeNull();
    expect(changeDecomposition([])).toBeNull();
  });
});

describe("display scales", () => {
  const mean = { numerator: 355n, denominator: 100n };
  const five = { min: 1, max: 5 };

  test.each([
    [{ min: 0, max: 100 }, "63.750"],
    [{ min: 4, max: 10 }, "7.825"],
    [five, "3.550"],
    [{ min: -2, max: 2 }, "0.550"],
  ])("3.55 of 1–5 on %j is %s", (to, text) => {
    expect(meanText(convertedMean(mean, five, to), 3)).toBe(text);
  });

  test("a scale without length is refused", () => {
    expect(() => convertedMean(mean, { min: 3, max: 3 }, five)).toThrow(RangeError);
  });
});
