import { expect, test } from "vitest";

import { responseRate } from "./response-rate.ts";

const round = (invited: number | null, answeredInvited: number | null, answeredOpen: number | null) =>
  responseRate({ invited, answeredInvited, answeredOpen });

test.each([
  ["612 of 4 080 invited", 4080, 612, null, { rate: 0.15, answered: 612, invited: 4080 }],
  ["those of the open mode do not enter it", 4080, 612, 434, { rate: 0.15, answered: 612, invited: 4080 }],
  ["nobody answered", 100, 0, null, { rate: 0, answered: 0, invited: 100 }],
  ["open collection cannot have one", null, null, 434, { rate: null, reason: "open" }],
  ["nobody was invited", 0, null, 434, { rate: null, reason: "open" }],
  ["how many of the invited answered is not known", 4080, null, 434, { rate: null, reason: "unknown" }],
  ["how many were invited is not known", null, 612, null, { rate: null, reason: "unknown" }],
  ["nothing is known", null, null, null, { rate: null, reason: "unknown" }],
] as const)("%s", (_name, invited, answeredInvited, answeredOpen, rate) => {
  expect(round(invited, answeredInvited, answeredOpen)).toEqual(rate);
});
