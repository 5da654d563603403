import { describe, expect, test } from "vitest";

import { orderAgreement } from "./order-agreement.ts";
import { midranks, rankStatistics } from "./rank-order.ts";

const once = (...ranks: (number | null)[]) => ({ ranks, count: 1 });

describe("rank questions", () => {
  const three = [once(1, 2, 3, 4), once(1, 3, 2, 4), once(2, 1, 3, 4)];

  test("{1234, 1324, 2134}: W is .7778", () => {
    const { n, options, concordance } = rankStatistics(three);
    expect(n).toBe(3);
    expect(concordance?.w.toFixed(4)).toBe("0.7778");
    expect([concordance?.chiSquare.toFixed(4), concordance?.df]).toEqual(["7.0000", 3]);
    expect(concordance?.p.toFixed(4)).toBe("0.0719");
    expect(options.map((option) => option.meanRank.toFixed(4))).toEqual(["1.3333", "2.0000", "2.6667", "4.0000"]);
    expect(options.map((option) => option.borda)).toEqual([8, 6, 4, 0]);
    expect(options.map((option) => option.first)).toEqual([2, 1, 0, 0]);
    expect(options[0]?.firstShare?.value).toBeCloseTo(2 / 3, 12);
  });

  test.each([
    [
      [1, 1, 3],
      [1.5, 1.5, 3],
    ],
    [
      [2, 5, 9],
      [1, 2, 3],
    ],
    [
      [1, null, null, 2],
      [1, 3.5, 3.5, 2],
    ],
    [
      [7, 7, 7],
      [2, 2, 2],
    ],
    [[], []],
  ])("%j takes the places %j", (ranks, places) => {
    expect(midranks(ranks)).toEqual(places);
  });

  test("ties are corrected for: alike throughout is one", () => {
    const tied = rankStatistics([{ ranks: [1, 1, 3, 4], count: 9 }]);
    expect(tied.concordance?.w).toBeCloseTo(1, 12);
    expect(tied.options.map((option) => option.first)).toEqual([0, 0, 0, 0]);
  });

  test("S. Siegel's three judges with ties (Kendall's worked example: W .828)", () => {
    const { concordance } = rankStatistics([
      once(1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10),
      once(2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5),
      once(2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10),
    ]);
    expect(concordance?.w.toFixed(3)).toBe("0.828");
  });

  test("counts stand for as many respondents", () => {
    expect(rankStatistics([{ ranks: [1, 2], count: 2 }, once(2, 1)])).toEqual(
      rankStatistics([once(1, 2), once(2, 1), once(1, 2)]),
    );
  });

  test.each([
    ["nobody", [], 0],
    ["one respondent", [once(1, 2, 3)], 1],
    ["one option", [once(1), once(1)], 2],
    ["everything tied by everybody", [once(1, 1), once(1, 1)], 2],
  ])("%s: no agreement to speak of", (_, rankings, n) => {
    const found = rankStatistics(rankings);
    expect([found.n, found.concordance]).toEqual([n, null]);
  });

  test("different options are refused", () => {
    expect(() => rankStatistics([once(1, 2), once(1, 2, 3)])).toThrow(RangeError);
  });
});

describe("the orders of groups", () => {
  test.each([
    [
      "alike",
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
      "same",
      3,
    ],
    [
      "alike by mean ranks",
      [
        [1.2, 2.9, 1.9],
        [1.4, 2.1, 2.0],
      ],
      "same",
      2,
    ],
    [
      "one ties what the others tell apart",
      [
        [1, 2, 3],
        [1, 2.5, 2.5],
        [1, 2, 3],
      ],
      "ties",
      2,
    ],
    [
      "the first alike",
      [
        [1, 2, 3],
        [1, 3, 2],
        [1, 2, 3],
      ],
      "same-first",
      2,
    ],
    [
      "one with another first",
      [
        [1, 2, 3],
        [1, 2, 3],
        [2, 1, 3],
      ],
      "different-firsts",
      2,
    ],
    [
      "three different firsts",
      [
        [1, 2, 3],
        [2, 1, 3],
        [3, 2, 1],
      ],
      "different-firsts",
      1,
    ],
    [
      "unranked ones are last together",
      [
        [1, null, null],
        [1, 2, 2],
      ],
      "same",
      2,
    ],
  ])("%s", (_, orders, kind, agreeing) => {
    expect(orderAgreement(orders)).toMatchObject({ kind, agreeing, groups: orders.length });
  });

  test("the firsts of each group", () => {
    expect(
      orderAgreement([
        [2, 1, 3],
        [1.5, 1.5, 3],
      ])?.firsts,
    ).toEqual([[1], [0, 1]]);
  });

  test("one group agrees with nobody, and different options are refused", () => {
    expect(orderAgreement([[1, 2]])).toBeNull();
    expect(() =>
      orderAgreement([
        [1, 2],
        [1, 2, 3],
      ]),
    ).toThrow(RangeError);
  });
});
