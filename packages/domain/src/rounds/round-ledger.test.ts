import { expect, test } from "vitest";

import { refusal } from "#testing/refusal";

import { ledgerSums, processed, processedShare, roundLedger } from "./round-ledger.ts";
import { checkRoundMove, isInTrends } from "./round-status.ts";
import { type RoundState, roundStates } from "./round-view.ts";

test("every status lies in one part of the ledger", () => {
  const ledger = roundLedger({
    new: 1,
    in_review: 2,
    waiting: 4,
    categorised: 8,
    answered: 16,
    closed: 32,
    routed: 64,
    duplicate: 128,
    rejected: 256,
  });
  expect(ledger).toEqual({ received: 511, categorised: 56, routed: 64, duplicate: 128, rejected: 256, open: 7 });
  expect(processed(ledger)).toBe(504);
  expect(ledgerSums(ledger)).toBe(true);
  expect(ledgerSums({ ...ledger, open: 8 })).toBe(false);
});

test.each([
  [372, 0, 1000],
  [371, 1, 997],
  [2999, 1, 999],
  [9_999_999, 1, 999],
  [38, 23, 623],
  [0, 5, 0],
])("%i processed and %i open: %i tenths of a percent", (closed, open, tenths) => {
  expect(processedShare(roundLedger({ closed, new: open }))).toBe(tenths);
});

test("nothing received has no share", () => {
  expect(processedShare(roundLedger({}))).toBeNull();
});

test("moves of a round", () => {
  const allowed = roundStates.flatMap((from) =>
    roundStates.filter((to) => refusal(() => checkRoundMove(from, to)) === undefined).map((to) => `${from} ${to}`),
  );
  expect(allowed).toEqual(["planned collecting", "collecting closed", "closed collecting", "closed published"]);
});

test.each<[RoundState, boolean]>([
  ["planned", false],
  ["collecting", false],
  ["closed", true],
  ["published", true],
])("%s is in trends: %s", (state, shown) => {
  expect(isInTrends(state)).toBe(shown);
});
