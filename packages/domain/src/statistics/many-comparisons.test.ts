import { describe, expect, test } from "vitest";

import { letteredMeans, letteredShares } from "./cross-table-letters.ts";
import { benjaminiHochberg, holm } from "./many-comparisons.ts";

const inFigures = (ps: readonly number[]) => ps.map((p) => Number(p.toFixed(10)));

describe("many comparisons", () => {
  test.each([
    ["as worked out", [0.01, 0.04, 0.03, 0.005], [0.03, 0.06, 0.06, 0.02], [0.02, 0.04, 0.04, 0.02]],
    ["ties stay ties", [0.02, 0.01, 0.02], [0.04, 0.03, 0.04], [0.02, 0.02, 0.02]],
    ["never above one", [0.9, 0.8], [1, 1], [0.9, 0.9]],
    ["a later one is never below an earlier", [0.01, 0.011, 0.9], [0.03, 0.03, 0.9], [0.0165, 0.0165, 0.9]],
    ["one alone is left as it is", [0.04], [0.04], [0.04]],
    ["nought and one", [0, 1], [0, 1], [0, 1]],
    ["none", [], [], []],
  ])("%s", (_, ps, byHolm, byBenjamini) => {
    expect(inFigures(holm(ps))).toEqual(byHolm);
    expect(inFigures(benjaminiHochberg(ps))).toEqual(byBenjamini);
  });

  test.each([[[-0.1]], [[1.1]], [[Number.NaN]]])("%j is refused", (ps) => {
    expect(() => holm(ps)).toThrow(RangeError);
    expect(() => benjaminiHochberg(ps)).toThrow(RangeError);
  });
});

describe("letters of a cross-table", () => {
  const on = (counts: number[]) => ({ scaleMin: 1, counts });
  const groups = [
    on([4, 22, 57, 71, 60]),
    on([7, 22, 41, 37, 20]),
    on([6, 20, 44, 44, 29]),
    on([2, 11, 19, 24, 15]),
    on([2, 6, 9, 10, 7]),
    null,
    null,
  ];

  test("the demonstration's groups: only work above study, by Holm over ten tests", () => {
    const { columns, pairs } = letteredMeans(groups);
    expect(pairs).toHaveLength(10);
    expect(columns.map((column) => column.letter).join("")).toBe("ABCDEFG");
    expect(columns.map((column) => column.marks.map((mark) => [mark.letter, mark.level]))).toEqual([
      [["B", "clear"]],
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect(columns[0]?.marks[0]?.adjusted.toFixed(4)).toBe("0.0045");
    const family = pairs.find((pair) => pair.first === 0 && pair.second === 2);
    expect([family?.p.toFixed(3), family?.adjusted.toFixed(2)]).toEqual(["0.024", "0.21"]);
  });

  test("small letters up to .05, in the higher column, in the order of the columns", () => {
    const { columns } = letteredShares([
      { count: 40, n: 100 },
      { count: 58, n: 100 },
      { count: 20, n: 100 },
    ]);
    expect(columns.map((column) => column.marks.map((mark) => [mark.letter, mark.lower]))).toEqual([
      [["C", 2]],
      [
        ["a", 0],
        ["C", 2],
      ],
      [],
    ]);
  });

  test("no columns, one column, and none to test", () => {
    expect(letteredMeans([])).toEqual({ columns: [], pairs: [] });
    expect(letteredMeans([groups[0] ?? null, null]).pairs).toEqual([]);
    expect(
      letteredShares([
        { count: 0, n: 40 },
        { count: 0, n: 50 },
      ]).columns.map((column) => column.marks),
    ).toEqual([[], []]);
  });

  test("after Z comes AA", () => {
    const letters = letteredMeans(Array.from({ length: 29 }, () => null)).columns.map((column) => column.letter);
    expect(letters.slice(24)).toEqual(["Y", "Z", "AA", "AB", "AC"]);
  });
});
