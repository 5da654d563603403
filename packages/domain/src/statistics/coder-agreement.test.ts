import { describe, expect, test } from "vitest";

import { agreementVerdict, cohenKappa, themeKappa } from "./coder-agreement.ts";
import { type MeasurementLevel, krippendorffAlpha } from "./krippendorff-alpha.ts";
import { brierScore, suggestionQuality } from "./suggestion-quality.ts";

describe("Cohen's κ", () => {
  test("a=40 b=6 c=9 d=145: .793", () => {
    const found = themeKappa({ both: 40, firstOnly: 6, secondOnly: 9, neither: 145 });
    expect([found?.n, found?.observed, found?.kappa.toFixed(3)]).toEqual([200, 0.925, "0.793"]);
  });

  test("two judges, three categories, 200 cases (Cohen 1960): p_o .70, p_e .41, κ .492", () => {
    const found = cohenKappa([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]);
    expect([found?.observed, found?.expected, found?.kappa.toFixed(3)]).toEqual([0.7, 0.41, "0.492"]);
  });

  test.each([
    [
      "all alike",
      [
        [7, 0],
        [0, 3],
      ],
      1,
    ],
    [
      "as by chance",
      [
        [4, 4],
        [4, 4],
      ],
      0,
    ],
    [
      "never alike",
      [
        [0, 5],
        [5, 0],
      ],
      -1,
    ],
  ])("%s", (_, table, kappa) => {
    expect(cohenKappa(table)?.kappa).toBe(kappa);
  });

  test.each([
    [
      "nothing coded",
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      "one category throughout",
      [
        [0, 0],
        [0, 12],
      ],
    ],
    ["no categories", []],
  ])("%s: no κ", (_, table) => {
    expect(cohenKappa(table)).toBeNull();
  });

  test("a table that is not square is refused", () => {
    expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
  });
});

test.each([
  [1, "rely"],
  [0.8, "rely"],
  [0.7999, "tentative"],
  [0.667, "tentative"],
  [0.6669, "revise"],
  [-0.2, "revise"],
])("%d: %s", (coefficient, verdict) => {
  expect(agreementVerdict(coefficient)).toBe(verdict);
});

/** From one row of values for each coder, "." for none, to one list for each unit. */
function units(...coders: string[]): (number | null)[][] {
  const rows = coders.map((coder) => coder.split(" "));
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => (row[unit] === "." ? null : Number(row[unit]))));
}

describe("Krippendorff's α, the examples of his paper of 2011", () => {
  test("A: two coders, two categories: .095", () => {
    const found = krippendorffAlpha(units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "nominal");
    expect([found?.alpha.toFixed(3), found?.values]).toEqual(["0.095", 20]);
  });

  test("B: two coders, five categories: .692", () => {
    const found = krippendorffAlpha(units("1 1 2 2 4 3 3 3 5 4 4 1", "2 1 2 2 2 3 3 3 5 4 4 4"), "nominal");
    expect([found?.alpha.toFixed(3), found?.values]).toEqual(["0.692", 24]);
  });

  test.each<[MeasurementLevel, string]>([
    ["nominal", "0.743"],
    ["ordinal", "0.815"],
    ["interval", "0.849"],
  ])("C: four coders, five values, some missing, %s: %s", (level, alpha) => {
    const four = units(
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 .",
    );
    const found = krippendorffAlpha(four, level);
    expect([found?.alpha.toFixed(3), found?.units, found?.values]).toEqual([alpha, 11, 40]);
  });
});

test.each([
  [
    "nothing to pair",
    [
      [1, null],
      [null, 2],
    ],
  ],
  [
    "all alike",
    [
      [3, 3],
      [3, 3, 3],
    ],
  ],
  ["no units", []],
])("α, %s: none", (_, given) => {
  expect(krippendorffAlpha(given, "ordinal")).toBeNull();
});

describe("suggestions", () => {
  test("TP 40 FP 9 FN 6: P .816, R .870", () => {
    const { precision, recall } = suggestionQuality({ truePositives: 40, falsePositives: 9, falseNegatives: 6 });
    expect([precision?.value.toFixed(3), recall?.value.toFixed(3)]).toEqual(["0.816", "0.870"]);
    expect([precision?.low.toFixed(3), recall?.high.toFixed(3)]).toEqual(["0.686", "0.939"]);
    expect(suggestionQuality({ truePositives: 0, falsePositives: 0, falseNegatives: 3 }).precision).toBeNull();
  });

  test("Brier's score", () => {
    expect(
      brierScore([
        { confidence: 0.9, right: true },
        { confidence: 0.4, right: false },
      ]),
    ).toBeCloseTo(0.085, 12);
    expect(brierScore([])).toBeNull();
  });
});
