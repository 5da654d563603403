import { describe, expect, test } from "vitest";

import { type CompleteAnswers, driverAnalysis } from "./driver-analysis.ts";
import { relativeWeights } from "./relative-weights.ts";
import { eigenOf } from "./symmetric-matrix.ts";

describe("eigenvalues and vectors", () => {
  test.each([
    [
      [
        [2, 1],
        [1, 2],
      ],
      [3, 1],
    ],
    [[[5]], [5]],
    [
      [
        [1, 0, 0],
        [0, 4, 0],
        [0, 0, 2],
      ],
      [4, 2, 1],
    ],
    [
      [
        [2, -1, 0],
        [-1, 2, -1],
        [0, -1, 2],
      ],
      [2 + Math.SQRT2, 2, 2 - Math.SQRT2],
    ],
    [[], []],
  ])("of %j", (matrix, values) => {
    const found = eigenOf(matrix);
    expect(found.values.map((value) => value.toFixed(12))).toEqual(values.map((value) => value.toFixed(12)));
    const rebuilt = matrix.map((row, r) =>
      row.map((_, c) =>
        found.values.reduce(
          (sum, value, k) => sum + value * (found.vectors[k]?.[r] ?? 0) * (found.vectors[k]?.[c] ?? 0),
          0,
        ),
      ),
    );
    expect(rebuilt.flat().map((value) => Number(value.toFixed(12)) + 0)).toEqual(matrix.flat());
  });

  test("twelve alike: one large, eleven small", () => {
    const matrix = Array.from({ length: 12 }, (_, r) => Array.from({ length: 12 }, (_own, c) => (r === c ? 1 : 0.5)));
    expect(eigenOf(matrix).values.map((value) => value.toFixed(10))).toEqual([
      "6.5000000000",
      ...Array.from({ length: 11 }, () => "0.5000000000"),
    ]);
  });

  test.each([
    [
      [
        [1, 2],
        [3, 1],
      ],
    ],
    [[[1, 2]]],
  ])("%j is refused", (matrix) => {
    expect(() => eigenOf(matrix)).toThrow(RangeError);
  });
});

describe("Johnson's relative weights", () => {
  test("r12 = .5, r_y = (.6, .4): R² .3733, weights .2867 and .0867", () => {
    const found = relativeWeights(
      [
        [1, 0.5],
        [0.5, 1],
      ],
      [0.6, 0.4],
    );
    expect(found?.rSquared.toFixed(4)).toBe("0.3733");
    expect(found?.weights.map((weight) => weight.toFixed(4))).toEqual(["0.2867", "0.0867"]);
  });

  test("drivers that have nothing to do with each other weigh their squared correlations", () => {
    const found = relativeWeights(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [0.5, -0.3, 0],
    );
    expect(found?.weights.map((weight) => weight.toFixed(10))).toEqual([
      "0.2500000000",
      "0.0900000000",
      "0.0000000000",
    ]);
  });

  test("a driver that follows from the others cannot be told apart", () => {
    expect(
      relativeWeights(
        [
          [1, 1],
          [1, 1],
        ],
        [0.5, 0.5],
      ),
    ).toBeNull();
    expect(() => relativeWeights([[1]], [0.1, 0.2])).toThrow(RangeError);
  });
});

/** Two drivers of 1–5: the first goes with the outcome, the second hardly; both rated by everybody in every way. */
function answers(times: number): CompleteAnswers[] {
  const scale = [1, 2, 3, 4, 5];
  return scale.flatMap((first) =>
    scale.flatMap((second) => [
      { drivers: [first, Math.min(5, second + 1)], outcome: Math.max(1, first - (second % 2)), count: times },
    ]),
  );
}

describe("drivers", () => {
  test("importance beside performance", () => {
    const found = driverAnalysis(answers(4));
    if (found.state !== "shown") throw new Error(found.state);
    expect(found.n).toBe(100);
    expect(found.drivers.map((driver) => driver.quadrant)).toEqual(["concentrate", "possible-overkill"]);
    expect(found.drivers.reduce((sum, driver) => sum + driver.weight, 0)).toBeCloseTo(found.rSquared, 12);
    expect(found.drivers.reduce((sum, driver) => sum + driver.importance, 0)).toBeCloseTo(1, 12);
    expect(found.drivers.map((driver) => driver.performance)).toEqual([3, 3.8]);
  });

  test("one driver alone weighs the squared correlation", () => {
    const pairs: [number, number][] = [
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
      [5, 5],
    ];
    const found = driverAnalysis(pairs.map(([driver, outcome]) => ({ drivers: [driver], outcome, count: 20 })));
    expect(found.state === "shown" ? found.rSquared : 0).toBeCloseTo(0.64, 12);
  });

  test("fewer than a hundred, or than ten for each driver, are too few", () => {
    expect(driverAnalysis(answers(3))).toEqual({ state: "too-few", n: 75, needed: 100 });
    const many = { drivers: Array.from({ length: 11 }, () => 3), outcome: 3, count: 109 };
    expect(driverAnalysis([many])).toEqual({ state: "too-few", n: 109, needed: 110 });
    expect(driverAnalysis([])).toEqual({ state: "too-few", n: 0, needed: 100 });
  });

  test.each<[string, CompleteAnswers[]]>([
    [
      "a driver that everybody rates alike",
      answers(4).map((answer) => ({ ...answer, drivers: [answer.drivers[0] ?? 0, 3] })),
    ],
    ["the same driver twice", answers(4).map((answer) => ({ ...answer, drivers: [answer.outcome, answer.outcome] }))],
    ["an outcome that does not vary", answers(4).map((answer) => ({ ...answer, outcome: 4 }))],
  ])("%s: nothing to weigh", (_, given) => {
    expect(driverAnalysis(given)).toEqual({ state: "undetermined", n: 100 });
  });

  test("answers to different drivers are refused", () => {
    expect(() =>
      driverAnalysis([
        { drivers: [1], outcome: 1, count: 1 },
        { drivers: [], outcome: 1, count: 1 },
      ]),
    ).toThrow(RangeError);
  });
});
