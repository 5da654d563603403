import { describe, expect, test } from "vitest";

import { type BaseState, baseState, cellsOfTotal, splitStates } from "./few-answers.ts";

test.each<[number, BaseState]>([
  [0, "suppressed"],
  [9, "suppressed"],
  [10, "indicative"],
  [29, "indicative"],
  [30, "shown"],
])("n = %i is %s", (n, state) => {
  expect(baseState(n)).toBe(state);
});

test("an organisation's own thresholds", () => {
  expect(baseState(12, { suppressBelow: 20, indicativeBelow: 50 })).toBe("suppressed");
  expect(baseState(49, { suppressBelow: 20, indicativeBelow: 50 })).toBe("indicative");
});

function hiddenOf(bases: readonly number[]): number[] {
  const states = splitStates(bases);
  return bases.filter((_, index) => states[index] === "suppressed");
}

describe("beside a known total", () => {
  test.each([
    ["nothing to hide", [214, 127, 143], []],
    ["one hidden cell takes the next smallest with it (620 − 612 = 8)", [214, 127, 143, 71, 34, 23, 8], [23, 8]],
    ["two hidden cells that are enough together", [200, 9, 8], [9, 8]],
    ["two hidden cells that are too few together", [200, 40, 3, 4], [40, 3, 4]],
    ["an empty cell protects nobody", [200, 40, 8, 0], [40, 8, 0]],
    ["only empty cells are hidden: nothing is given away", [200, 40, 0, 0], [0, 0]],
    ["of two cells as small, one", [50, 50, 5], [50, 5]],
    ["nothing left to hide", [5], [5]],
    ["both must go where there are two", [600, 5], [600, 5]],
  ])("%s", (_, bases, hidden) => {
    expect(hiddenOf(bases)).toEqual(hidden);
  });

  test("what stays hidden can never be computed, over many splits", () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 2000; round += 1) {
      const bases = Array.from({ length: 2 + next(6) }, () => next(60));
      const hidden = hiddenOf(bases);
      const people = hidden.filter((n) => n > 0);
      const together = people.reduce((sum, n) => sum + n, 0);
      const safe = people.length === 0 || hidden.length === bases.length || (people.length > 1 && together >= 10);
      expect({ bases, safe }).toEqual({ bases, safe: true });
      expect(bases.filter((n) => n < 10).every((n) => hidden.includes(n))).toBe(true);
    }
  });
});

describe("a total beside its cells", () => {
  test.each([
    ["leaves out the few, and takes nothing from the others", [300, 40, 5], [300, 40]],
    ["takes in those that are enough together", [300, 6, 7], [300, 6, 7]],
    ["leaves out those that are too few together", [300, 4, 5], [300]],
    ["is of everything where nothing is hidden", [300, 10], [300, 10]],
    ["is of nothing where all are few", [9], []],
  ])("%s", (_, bases, counted) => {
    const within = cellsOfTotal(bases);
    expect(bases.filter((_base, index) => within[index])).toEqual(counted);
  });
});
