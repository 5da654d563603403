import { expect, test } from "vitest";

import { RuleViolation } from "#rule-violation";

import { checkRoundPlan, proposedRound } from "./round-plan.ts";

const round = (
  name: string,
  opensOn: string | null,
  closesOn: string | null = null,
  invited: number | null = null,
) => ({
  name,
  opensOn,
  closesOn,
  invited,
});

const threeAYear = [
  round("2020-1", "2020-04-06", "2020-05-03"),
  round("2020-2", "2020-09-07", "2020-10-04"),
  round("2020-3", "2020-12-01", "2020-12-20"),
  round("2021-1", "2021-04-05", "2021-05-02", 900),
];

test.each([
  ["three a year: as a year ago", threeAYear, round("2021-2", "2021-09-07", "2021-10-04", 900)],
  [
    "the last of the year is followed by the first of the next",
    [...threeAYear, round("2021-2", "2021-09-06"), round("2021-3", "2021-12-01", "2021-12-20", 800)],
    round("2022-1", "2022-04-05", "2022-04-24", 800),
  ],
  [
    "twice: as long after",
    [round("K1", "2021-01-10"), round("K2", "2021-03-10", "2021-03-20")],
    round("K3", "2021-05-10", "2021-05-20"),
  ],
  [
    "once: a year later",
    [round("Kysely 2019", "2019-02-28", "2019-03-10", 50)],
    round("Kysely 2020", "2020-02-28", "2020-03-09", 50),
  ],
  [
    "the last is still open: as long as the one before",
    [round("2020", "2020-05-01", "2020-05-31"), round("2021", "2021-05-01")],
    round("2022", "2022-05-01", "2022-05-31"),
  ],
  ["without days", [round("2014", null)], round("2015", null)],
  ["no round at all", [], round("", null)],
] as const)("the next round is proposed in the rhythm of the last: %s", (_name, rounds, proposal) => {
  expect(proposedRound(rounds)).toEqual(proposal);
});

test("a round that closes before it opens, or has more answers than invitations, is refused", () => {
  const plan = { opensOn: "2021-03-01", closesOn: "2021-02-01", invited: 10 };
  const code = (one: string) => expect.objectContaining({ constructor: RuleViolation, code: one });
  expect(() => checkRoundPlan(plan)).toThrow(code("rounds.turned-days"));
  expect(() => checkRoundPlan({ ...plan, closesOn: null, answeredInvited: 11 })).toThrow(
    code("rounds.more-answered-than-invited"),
  );
  expect(() => checkRoundPlan({ ...plan, closesOn: "2021-03-01", answeredInvited: 10 })).not.toThrow();
});
