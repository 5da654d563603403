import { expect, test } from "vitest";

import { readNumber } from "./read-number.ts";

test.each([
  ["3,5", 3.5],
  ["3.5", 3.5],
  ["12 000", 12_000],
  ["12\u00a0000", 12_000],
  ["−4", -4],
  ["  ", null],
  ["1,2,3", "unreadable"],
  ["74 days", "unreadable"],
])("%j is %j", (typed, expected) => {
  expect(readNumber(typed)).toBe(expected);
});
