import { expect, test } from "vitest";

import { initials } from "./initials.ts";

test.each([
  ["Demo Analyst", "DA"],
  ["Esittely Ääkkönen Omistaja", "EO"],
  ["Kuultu", "K"],
  ["", ""],
])("initials of %j are %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
