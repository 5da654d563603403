import { describe, expect, test } from "vitest";

import type { Permission } from "#staff/permission";
import { permissionsOfRole } from "#staff/permission";
import { RuleViolation } from "#rule-violation";

import type { MeasureFacts, MeasurementFacts } from "./measure-progress.ts";
import { type ThemeFacts, type ThemeStatus, type ThemeSupply, checkThemeMove, themeMoves } from "./theme-status.ts";

const actorWith = (staffId: string, ...permissions: readonly Permission[]) => ({ staffId, permissions });
const owner = actorWith("owner", ...permissionsOfRole.theme_owner);
const triager = actorWith("triager", ...permissionsOfRole.triager);
const approver = actorWith("approver", ...permissionsOfRole.approver);
const everything = actorWith("owner", ...permissionsOfRole.theme_owner, ...permissionsOfRole.approver);
const viewer = actorWith("viewer", ...permissionsOfRole.viewer);
const otherOwner = actorWith("somebody", ...permissionsOfRole.theme_owner);

const period = (
  periodStart: string,
  periodEnd: string,
  value: number,
  more: Partial<MeasurementFacts> = {},
): MeasurementFacts => ({
  periodStart,
  periodEnd,
  value,
  qualifier: "exact",
  complete: true,
  ...more,
});
const days = (...measurements: readonly MeasurementFacts[]): MeasureFacts => ({ direction: "down", measurements });
const year2020 = period("2020-01-01", "2020-12-31", 143);

const theme = (facts: Partial<ThemeFacts>): ThemeFacts => ({
  status: "new",
  ownerId: "owner",
  actions: 0,
  targetOn: null,
  noMeasureReason: null,
  startedOn: null,
  deliveredOn: null,
  evidence: null,
  publicReason: null,
  measures: [],
  today: "2021-12-09",
  actor: owner,
  ...facts,
});

function outcome(facts: Partial<ThemeFacts>, to: ThemeStatus, supplied?: ThemeSupply): string {
  try {
    const move = checkThemeMove(theme(facts), to, supplied);
    return JSON.stringify(move);
  } catch (error) {
    if (!(error instanceof RuleViolation)) throw error;
    const { missing } = error.details;
    return Array.isArray(missing) ? `lacks ${missing.join(" ")}` : error.code;
  }
}

type Case = readonly [string, Partial<ThemeFacts>, ThemeStatus, ThemeSupply | undefined, string];

const delivered: Partial<ThemeFacts> = {
  status: "delivered",
  startedOn: "2021-01-11",
  deliveredOn: "2021-03-31",
  actor: approver,
};

const cases: readonly Case[] = [
  [
    "a triager names an owner",
    { ownerId: null, actor: triager },
    "under_review",
    { ownerId: "x" },
    '{"status":"under_review","ownerId":"x"}',
  ],
  ["review without an owner", { ownerId: null, actor: triager }, "under_review", undefined, "lacks owner"],
  ["a viewer reviews", { actor: viewer }, "under_review", undefined, "not-permitted"],

  ["a plan of nothing", { status: "under_review" }, "planned", undefined, "lacks action target_date measure_or_reason"],
  [
    "a plan",
    { status: "under_review", actions: 1, measures: [days()] },
    "planned",
    { targetOn: "2022-06-30" },
    '{"status":"planned","targetOn":"2022-06-30"}',
  ],
  [
    "a plan without a measure but with the reason",
    { status: "under_review", actions: 1, targetOn: "2022-06-30" },
    "planned",
    { noMeasureReason: "thanks only" },
    '{"status":"planned","noMeasureReason":"thanks only"}',
  ],
  [
    "a blank reason is none",
    { status: "under_review", actions: 1, targetOn: "2022-06-30" },
    "planned",
    { noMeasureReason: " " },
    "lacks measure_or_reason",
  ],
  [
    "another theme's owner plans",
    { status: "under_review", actions: 1, actor: otherOwner },
    "planned",
    undefined,
    "not-permitted",
  ],
  ["straight from new to planned", { actions: 1 }, "planned", undefined, "themes.transition-not-allowed"],

  [
    "an owner proposes to decline",
    { status: "planned" },
    "declined",
    { publicReason: "no" },
    '{"status":"planned","publicReason":"no"}',
  ],
  [
    "an approver declines what was proposed",
    { status: "planned", publicReason: "no", actor: approver },
    "declined",
    undefined,
    '{"status":"declined"}',
  ],
  [
    "declining without a public reason",
    { status: "under_review", actor: approver },
    "declined",
    undefined,
    "lacks public_reason",
  ],
  [
    "a triager declines",
    { status: "under_review", actor: triager },
    "declined",
    { publicReason: "no" },
    "not-permitted",
  ],
  [
    "declining what is in progress",
    { status: "in_progress", actor: approver },
    "declined",
    { publicReason: "no" },
    "themes.transition-not-allowed",
  ],

  ["starting without a day", { status: "planned" }, "in_progress", undefined, "lacks start_date"],
  ["starting tomorrow", { status: "planned" }, "in_progress", { startedOn: "2021-12-10" }, "lacks start_date"],
  [
    "starting today",
    { status: "planned" },
    "in_progress",
    { startedOn: "2021-12-09" },
    '{"status":"in_progress","startedOn":"2021-12-09"}',
  ],

  [
    "delivering nothing",
    { status: "in_progress", startedOn: "2021-05-01" },
    "delivered",
    undefined,
    "lacks evidence delivery_date",
  ],
  [
    "delivering before the start",
    { status: "in_progress", startedOn: "2021-05-01" },
    "delivered",
    { evidence: "e", deliveredOn: "2021-04-30" },
    "lacks delivery_date",
  ],
  [
    "delivering",
    { status: "in_progress", startedOn: "2021-05-01" },
    "delivered",
    { evidence: "e", deliveredOn: "2021-09-14" },
    '{"status":"delivered","evidence":"e","deliveredOn":"2021-09-14"}',
  ],

  ["verifying without a measure", delivered, "verified", undefined, "lacks baseline completed_measurement"],
  [
    "verifying without a baseline",
    { ...delivered, measures: [days(period("2021-04-01", "2021-06-30", 74))] },
    "verified",
    undefined,
    "lacks baseline completed_measurement",
  ],
  [
    "verifying on an unfinished year",
    { ...delivered, measures: [days(year2020, period("2021-04-01", "2021-12-31", 74, { complete: false }))] },
    "verified",
    undefined,
    "lacks completed_measurement",
  ],
  [
    "verifying on a period that has ended but is not complete",
    { ...delivered, measures: [days(year2020, period("2021-04-01", "2021-06-30", 74, { complete: false }))] },
    "verified",
    undefined,
    "lacks completed_measurement",
  ],
  [
    "verifying on a period said complete that has not ended",
    { ...delivered, measures: [days(year2020, period("2021-04-01", "2021-12-31", 74))] },
    "verified",
    undefined,
    "lacks completed_measurement",
  ],
  [
    "verifying on a period that began before delivery",
    { ...delivered, measures: [days(year2020, period("2021-01-01", "2021-06-30", 74))] },
    "verified",
    undefined,
    "lacks completed_measurement",
  ],
  [
    "verifying on a figure with a qualifier",
    { ...delivered, measures: [days(year2020, period("2021-04-01", "2021-06-30", 74, { qualifier: "about" }))] },
    "verified",
    undefined,
    "lacks completed_measurement",
  ],
  [
    "verifying what moved the wrong way",
    { ...delivered, measures: [days(year2020, period("2021-04-01", "2021-06-30", 150))] },
    "verified",
    undefined,
    "lacks moved_intended_way",
  ],
  [
    "verifying what fell back",
    {
      ...delivered,
      measures: [days(year2020, period("2021-04-01", "2021-06-30", 74), period("2021-07-01", "2021-09-30", 150))],
    },
    "verified",
    undefined,
    "lacks moved_intended_way",
  ],
  [
    "verifying",
    { ...delivered, measures: [days(year2020, period("2021-04-01", "2021-06-30", 74))] },
    "verified",
    undefined,
    '{"status":"verified"}',
  ],
  [
    "the baseline and the result of two different measures",
    { ...delivered, measures: [days(year2020), days(period("2021-04-01", "2021-06-30", 74))] },
    "verified",
    undefined,
    "lacks completed_measurement",
  ],
  [
    "verifying one's own theme",
    { ...delivered, actor: everything, measures: [days(year2020, period("2021-04-01", "2021-06-30", 74))] },
    "verified",
    undefined,
    "lacks other_approver",
  ],
  [
    "verifying a theme that has been left without an owner",
    {
      ...delivered,
      ownerId: null,
      actor: everything,
      measures: [days(year2020, period("2021-04-01", "2021-06-30", 74))],
    },
    "verified",
    undefined,
    "lacks owner",
  ],
  ["an owner verifies", { ...delivered, actor: owner }, "verified", undefined, "not-permitted"],
  [
    "verifying what could be chance",
    { ...delivered, measures: [{ ...days(year2020, period("2021-04-01", "2021-06-30", 142)), couldBeChance: true }] },
    "verified",
    undefined,
    "lacks reason",
  ],
  [
    "verifying what could be chance, with the reason",
    { ...delivered, measures: [{ ...days(year2020, period("2021-04-01", "2021-06-30", 142)), couldBeChance: true }] },
    "verified",
    { reason: "the queue itself is gone" },
    '{"status":"verified"}',
  ],

  ["back to work without a reason", { ...delivered, actor: owner }, "in_progress", undefined, "lacks reason"],
  [
    "back to work",
    { ...delivered, status: "verified", actor: owner },
    "in_progress",
    { reason: "it fell back" },
    '{"status":"in_progress","deliveredOn":null,"evidence":null}',
  ],
  [
    "reviving on old evidence",
    { status: "declined", evidence: "old" },
    "under_review",
    undefined,
    "lacks new_evidence",
  ],
  [
    "reviving",
    { status: "declined", publicReason: "no" },
    "under_review",
    { evidence: "new" },
    '{"status":"under_review","publicReason":null}',
  ],
  ["merging is another step", { status: "planned" }, "merged", undefined, "themes.transition-not-allowed"],
  ["nothing leaves a merged theme", { status: "merged" }, "under_review", undefined, "themes.transition-not-allowed"],
];

test.each(cases)("%s", (_, facts, to, supplied, expected) => {
  expect(outcome(facts, to, supplied)).toBe(expected);
});

describe("the moves that a person is offered", () => {
  test("an owner sees what a plan still lacks", () => {
    expect(themeMoves(theme({ status: "under_review", actions: 1 }))).toEqual([
      { to: "planned", missing: ["target_date", "measure_or_reason"] },
      { to: "declined", missing: ["public_reason"] },
    ]);
  });

  test("the step onwards comes first, declining last", () => {
    const offered = (facts: Partial<ThemeFacts>) => themeMoves(theme(facts)).map((move) => move.to);
    expect(offered({ status: "under_review" })).toEqual(["planned", "declined"]);
    expect(offered({ status: "planned" })).toEqual(["in_progress", "declined"]);
    expect(offered({ status: "delivered", actor: everything })).toEqual(["verified", "in_progress"]);
  });

  test("an approver may decline and verify only", () => {
    expect(themeMoves(theme({ status: "under_review", actor: approver })).map((move) => move.to)).toEqual(["declined"]);
    expect(themeMoves(theme({ ...delivered })).map((move) => move.to)).toEqual(["verified"]);
  });

  test("a viewer is offered nothing", () => {
    for (const status of ["new", "under_review", "planned", "delivered"] as const)
      expect(themeMoves(theme({ status, actor: viewer }))).toEqual([]);
  });
});
