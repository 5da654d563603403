import { describe, expect, test } from "vitest";

import { shownScale } from "./trend-scale.ts";

describe("the shown part of a scale", () => {
  test.each([
    { values: [3.25, 3.64], on: [1, 5], shown: { min: 3, max: 4, step: 0.2, cut: true } },
    { values: [2.73, 4.06], on: [1, 5], shown: { min: 2.5, max: 4.5, step: 0.5, cut: true } },
    { values: [1.1, 4.9], on: [1, 5], shown: { min: 1, max: 5, step: 1, cut: false } },
    { values: [4.8, 5], on: [1, 5], shown: { min: 4, max: 5, step: 0.2, cut: true } },
    { values: [3.1, 3.2], on: [1, 5], shown: { min: 3, max: 4, step: 0.2, cut: true } },
    { values: [0.69, 0.77], on: [0, 1], shown: { min: 0.6, max: 0.8, step: 0.05, cut: true } },
    { values: [0.3], on: [0, 1], shown: { min: 0.3, max: 0.4, step: 0.02, cut: true } },
    { values: [], on: [1, 5], shown: { min: 1, max: 5, step: 1, cut: false } },
  ])("$values on $on", ({ values, on, shown }) => {
    expect(shownScale(values, on[0] ?? 0, on[1] ?? 0)).toEqual(shown);
  });
});
