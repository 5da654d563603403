import { describe, expect, test } from "vitest";

import { shareDifference } from "./share-difference.ts";
import { topBox } from "./top-box.ts";

describe("Newcombe's interval of a difference, as he printed it (1998, method 10)", () => {
  test.each([
    [56, 70, 48, 80, "0.2000", "0.0524", "0.3339"],
    [9, 10, 3, 10, "0.6000", "0.1705", "0.8090"],
    [6, 7, 2, 7, "0.5714", "0.0582", "0.8062"],
    [5, 56, 0, 29, "0.0893", "-0.0381", "0.1926"],
    [10, 10, 0, 20, "1.0000", "0.6791", "1.0000"],
    [10, 10, 0, 10, "1.0000", "0.6075", "1.0000"],
  ])("%i/%i − %i/%i", (a, nA, b, nB, ...figures) => {
    const found = shareDifference({ count: a, n: nA }, { count: b, n: nB });
    expect([found?.difference, found?.low, found?.high].map((share) => share?.toFixed(4))).toEqual(figures);
  });
});

test("the score test is Pearson's χ²", () => {
  // (56·32 − 14·48)²·150/(70·80·104·46) = 7.0234
  const found = shareDifference({ count: 56, n: 70 }, { count: 48, n: 80 });
  expect(((found?.z ?? 0) ** 2).toFixed(4)).toBe("7.0234");
  expect([found?.p.toFixed(5), found?.significant]).toEqual(["0.00805", true]);
  expect(found?.detectable.toFixed(3)).toBe("0.211");
});

test.each([
  ["no base", 0, 0, 3, 10],
  ["nobody on either side", 0, 20, 0, 10],
  ["everybody on both sides", 20, 20, 10, 10],
])("%s: nothing to test", (_, a, nA, b, nB) => {
  expect(shareDifference({ count: a, n: nA }, { count: b, n: nB })).toBeNull();
});

describe("top box", () => {
  test("the two highest of five: 333 of 620", () => {
    const { count, n, share } = topBox({ counts: [23, 85, 179, 194, 139] });
    expect([count, n]).toEqual([333, 620]);
    expect([share?.value, share?.low, share?.high].map((part) => ((part ?? 0) * 100).toFixed(1))).toEqual([
      "53.7",
      "49.8",
      "57.6",
    ]);
  });

  test.each([
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 2, 21],
    [[4, 6], 1, 6],
    [[1, 2, 3, 4], 3, 9],
    [[0, 0, 0], 2, 0],
  ])("%j, the %i highest: %i", (counts, boxes, count) => {
    expect(topBox({ counts }, boxes).count).toBe(count);
  });

  test("nobody: no share", () => {
    expect(topBox({ counts: [0, 0, 0] }).share).toBeNull();
  });

  test.each([0, 2, 3, 1.5])("%d of two ratings is no top box", (boxes) => {
    expect(() => topBox({ counts: [4, 6] }, boxes)).toThrow(RangeError);
  });
});
