import { describe, expect, test } from "vitest";

import { shareTenths, shareText, wilsonInterval } from "./share-interval.ts";

describe("Wilson's interval", () => {
  test.each([
    [333, 620, "53.7", "49.8", "57.6"],
    [0, 10, "0.0", "0.0", "27.8"],
    [10, 10, "100.0", "72.2", "100.0"],
    [1, 10, "10.0", "1.8", "40.4"],
    [81, 263, "30.8", "25.5", "36.6"],
    [148, 360, "41.1", "36.1", "46.3"],
    // R. G. Newcombe (1998), the table of single proportions.
    [15, 148, "10.1", "6.2", "16.0"],
    [0, 20, "0.0", "0.0", "16.1"],
    [1, 29, "3.4", "0.6", "17.2"],
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
    [1, 3000, 1],
    [1, 1_000_000, 1],
  ])("%i of %i is %i tenths of a percent", (count, n, tenths) => {
    expect(shareTenths(count, n)).toBe(tenths);
  });

  test("no base, no share", () => {
    expect(() => shareTenths(0, 0)).toThrow(RangeError);
  });

  test("fi and en", () => {
    expect(shareText(1, 3000, "fi")).toBe("0,1\u00a0%");
    expect(shareText(0, 3000, "fi")).toBe("0\u00a0%");
    expect(shareText(371, 372, "fi")).toBe("99,7\u00a0%");
    expect(shareText(372, 372, "fi")).toBe("100\u00a0%");
    expect(shareText(2999, 3000, "en")).toBe("99.9%");
  });
});
