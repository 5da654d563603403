import { describe, expect, it } from "vitest";

import { forecast, lastWorkingDays, type Present, twiceTargetFrom } from "./flow-forecast.ts";
import { roughly } from "./flow.ts";

// 2 March 2026 is a Monday.
const monday = "2026-03-02";
const steady: Present = {
  today: monday,
  processed: Array.from({ length: 10 }, () => 10),
  processedToday: 0,
  late: 0,
  due: [],
};

describe("whether the backlog keeps its target", () => {
  it("says that nothing is open", () => {
    expect(forecast(steady)).toEqual({ kind: "nothing-open" });
  });

  it("tells no pace from fewer than five working days", () => {
    const due = [{ day: monday, open: 1 }];
    expect(forecast({ ...steady, processed: [9, 9, 9, 9], due })).toEqual({
      kind: "too-few-days",
      workingDays: 4,
      needed: 5,
    });
  });

  it("takes the median: one great day is no pace", () => {
    const processed = [0, 0, 200, 3, 4, 4, 4, 5, 6, 7];
    expect(forecast({ ...steady, processed, due: [{ day: monday, open: 4 }] })).toEqual({ kind: "keeps", perDay: 4 });
  });

  it.each([
    ["today's whole pace", {}, [{ day: monday, open: 10 }], { kind: "keeps", perDay: 10 }],
    ["one too many today", {}, [{ day: monday, open: 11 }], { kind: "misses", perDay: 10, items: 1, firstOn: monday }],
    [
      "what today has brought is gone",
      { processedToday: 8 },
      [{ day: monday, open: 5 }],
      { kind: "misses", perDay: 10, items: 3, firstOn: monday },
    ],
    [
      "a weekend brings nothing",
      {},
      [
        { day: "2026-03-06", open: 50 },
        { day: "2026-03-08", open: 2 },
      ],
      { kind: "misses", perDay: 10, items: 2, firstOn: "2026-03-08" },
    ],
    [
      "late items are done first and do not miss again",
      { late: 100 },
      [{ day: "2026-03-03", open: 4 }],
      { kind: "misses", perDay: 10, items: 4, firstOn: "2026-03-03" },
    ],
    ["late items alone miss nothing more", { late: 100 }, [], { kind: "keeps", perDay: 10 }],
    [
      "the largest gap counts, the first day is told",
      {},
      [
        { day: "2026-03-04", open: 40 },
        { day: "2026-03-03", open: 25 },
        { day: "2026-03-06", open: 0 },
      ],
      { kind: "misses", perDay: 10, items: 35, firstOn: "2026-03-03" },
    ],
  ])("%s", (_, change, due, expected) => {
    expect(forecast({ ...steady, ...change, due })).toEqual(expected);
  });
});

it("looks back over whole working days", () => {
  expect(lastWorkingDays(monday, 3)).toEqual(["2026-02-27", "2026-02-26", "2026-02-25"]);
});

it("finds what is over twice as old as its target", () => {
  expect(twiceTargetFrom(monday, 5)).toBe("2026-02-23");
  expect(twiceTargetFrom("2026-03-04", 1)).toBe("2026-03-03");
});

it.each([
  [0.4, 1],
  [7, 7],
  [38, 40],
  [134, 130],
  [1234, 1200],
])("an estimate of %d is about %d", (estimate, about) => {
  expect(roughly(estimate)).toBe(about);
});
