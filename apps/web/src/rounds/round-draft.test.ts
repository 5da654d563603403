import { expect, test } from "vitest";

import { readCount } from "./round-draft.ts";

test.each([
  ["", null],
  ["  ", null],
  ["0", 0],
  ["4080", 4080],
  ["4 080", 4080],
  ["4\u00a0080", 4080],
  ["-1", undefined],
  ["4,5", undefined],
  ["9999999999", undefined],
] as const)("the count in %j is %s", (text, count) => {
  expect(readCount(text)).toBe(count);
});
