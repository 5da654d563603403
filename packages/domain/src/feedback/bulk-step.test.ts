import { describe, expect, it, test } from "vitest";

import { doubtOf, isOnlyPartOfWords } from "./bulk-doubt.ts";
import { type BulkChange, bulkLooksAt, bulkStartSchema, type BulkFacts, decideBulk } from "./bulk-step.ts";

const [theme, other] = ["0198f0c0-0000-7000-8000-000000000001", "0198f0c0-0000-7000-8000-000000000002"];
const today = "2021-12-09";
const fresh: BulkFacts = {
  status: "new",
  statusReason: null,
  replyExpected: false,
  themeIds: [],
  kind: "other",
  assigneeId: null,
  teamId: null,
  waitingUntil: null,
};
const outcome = (change: BulkChange, facts: Partial<BulkFacts>) =>
  decideBulk(change, { ...fresh, ...facts }, today, "a reason");

describe("what a bulk step makes of an item", () => {
  const cases: readonly [string, BulkChange, Partial<BulkFacts>, ReturnType<typeof decideBulk>][] = [
    [
      "coded",
      { step: "code", themeIds: [theme, other] },
      { themeIds: [theme] },
      { becomes: { status: "in_review", statusReason: null, addThemeIds: [other] } },
    ],
    ["coded already", { step: "code", themeIds: [theme] }, { themeIds: [theme, other] }, { leftAlone: "already-so" }],
    [
      "coded while routed",
      { step: "code", themeIds: [theme] },
      { status: "routed", themeIds: [theme] },
      { leftAlone: "feedback.transition-not-allowed" },
    ],
    [
      "the last theme of a closed one",
      { step: "uncode", themeId: theme },
      { status: "closed", themeIds: [theme] },
      { leftAlone: "feedback.needs-theme-or-reason" },
    ],
    ["a theme it has not", { step: "uncode", themeId: theme }, {}, { leftAlone: "already-so" }],
    [
      "no theme where there is one",
      { step: "no_theme", reason: "too_general" },
      { themeIds: [theme] },
      { leftAlone: "feedback.already-coded" },
    ],
    ["done without a theme", { step: "done" }, {}, { leftAlone: "feedback.needs-theme-or-reason" }],
    [
      "done, a reply due",
      { step: "done" },
      { themeIds: [theme], replyExpected: true },
      { becomes: { status: "categorised", statusReason: null } },
    ],
    ["done already", { step: "done" }, { status: "closed" }, { leftAlone: "already-so" }],
    [
      "rejected for something else",
      { step: "reject", reason: "abusive" },
      { status: "rejected", statusReason: "test_response" },
      { leftAlone: "feedback.transition-not-allowed" },
    ],
    [
      "routed there already",
      { step: "route", routingClass: "appeal" },
      { status: "routed", statusReason: "appeal" },
      { leftAlone: "already-so" },
    ],
    [
      "waiting for another day",
      { step: "wait", until: "2021-12-20" },
      { status: "waiting", waitingUntil: "2021-12-13" },
      { becomes: { status: "waiting", statusReason: null, waitingUntil: "2021-12-20" } },
    ],
    [
      "given to one who cannot read it",
      { step: "assign", assigneeId: theme, teamId: null },
      { ownerMayRead: false },
      { leftAlone: "feedback.assignee-cannot-read" },
    ],
    ["given to nobody, as it is", { step: "assign", assigneeId: null, teamId: null }, {}, { leftAlone: "already-so" }],
    ["reopened while open", { step: "reopen" }, { status: "waiting" }, { leftAlone: "already-so" }],
    ["of another kind", { step: "kind", kind: "idea" }, { status: "rejected" }, { becomes: { kind: "idea" } }],
  ];
  test.each(cases)("%s", (_name, change, facts, expected) => {
    expect(outcome(change, facts)).toEqual(expected);
  });
});

it("looks at all that makes a difference: facts that a change leaves out never change its outcome", () => {
  const changes: readonly BulkChange[] = [
    { step: "code", themeIds: [theme] },
    { step: "uncode", themeId: theme },
    { step: "no_theme", reason: "empty" },
    { step: "kind", kind: "praise" },
    { step: "done" },
    { step: "reject", reason: "abusive" },
    { step: "route", routingClass: "appeal" },
    { step: "wait", until: null },
    { step: "assign", assigneeId: theme, teamId: null },
    { step: "reopen" },
  ];
  const varied: Partial<BulkFacts>[] = [
    { themeIds: [theme] },
    { themeIds: [other] },
    { kind: "praise" },
    { replyExpected: true },
    { answered: true, replyExpected: true },
    { assigneeId: theme },
    { teamId: theme },
    { waitingUntil: "2022-01-01" },
    { ownerMayRead: false },
  ];
  const states = ["new", "waiting", "categorised", "answered", "closed", "routed", "rejected"] as const;
  for (const change of changes) {
    for (const status of states) {
      for (const facts of varied) {
        if (Object.keys(facts).some((field) => bulkLooksAt[change.step].includes(field as keyof BulkFacts))) continue;
        expect([change.step, status, outcome(change, { status, ...facts })]).toEqual([
          change.step,
          status,
          outcome(change, { status }),
        ]);
      }
    }
  }
});

it("reopens only with a reason", () => {
  const asked = { change: { step: "reopen" }, selection: { filter: {} } };
  expect(bulkStartSchema.safeParse(asked).success).toBe(false);
  expect(bulkStartSchema.safeParse({ ...asked, reason: "Uusia tietoja" }).success).toBe(true);
});

test.each([
  ["Neuvontatilan ovi on liian raskas.", "neuvonta", true],
  ["Neuvonnassa ei vastattu.", "neuvonta", false],
  ["Neuvontatilassa annettiin neuvontaa.", "neuvonta", false],
  ["Ingen rådgivning alls.", "rådgivning", false],
  ["Ei osumaa sanalla.", "neuvonta", false],
])("%s is found by only a part of a word: %s", (text, search, expected) => {
  expect(isOnlyPartOfWords(text, search)).toBe(expected);
});

it("names what speaks against an item", () => {
  const plain = { search: undefined, text: "", otherOwner: false, replyExpected: false };
  const reject: BulkChange = { step: "reject", reason: "abusive" };
  expect(doubtOf(reject, plain)).toBeNull();
  expect(doubtOf(reject, { ...plain, replyExpected: true })).toBe("reply-expected");
  expect(doubtOf({ step: "done" }, { ...plain, otherOwner: true })).toBe("other-owner");
});
