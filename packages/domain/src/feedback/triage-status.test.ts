import { describe, expect, test } from "vitest";

import { refusal } from "#testing/refusal";

import {
  type FeedbackStatus,
  type TriageFacts,
  type TriageState,
  afterCoding,
  afterDone,
  afterDuplicate,
  afterNoTheme,
  afterReject,
  afterReopen,
  afterReturn,
  afterRoute,
  afterUncoding,
  afterWait,
  afterWake,
  checkAssigning,
  checkDuplicateOf,
  feedbackStatuses,
  feedbackTransitions,
  isOpen,
  isProcessed,
  isWakingDay,
  mayStep,
  openStatuses,
  processedStatuses,
  triageSteps,
} from "./triage-status.ts";

const item = (status: FeedbackStatus, facts: Partial<TriageFacts> = {}): TriageFacts => ({
  status,
  statusReason: null,
  replyExpected: false,
  themeIds: [],
  ...facts,
});

const today = "2021-12-09";

/** [step, item, what becomes of it or the code of the refusal] */
type Case = readonly [string, () => TriageState, string];

const state = (result: TriageState) => `${result.status} ${result.statusReason ?? "-"}`;

describe("steps", () => {
  const cases: readonly Case[] = [
    ["coding a new item begins its review", () => afterCoding(item("new")), "in_review -"],
    ["coding again does not categorise it", () => afterCoding(item("in_review", { themeIds: ["a"] })), "in_review -"],
    [
      "coding takes the place of no theme",
      () => afterCoding(item("categorised", { statusReason: "praise_only" })),
      "categorised -",
    ],
    ["coding a closed item leaves it closed", () => afterCoding(item("closed", { themeIds: ["a"] })), "closed -"],
    ["coding a routed item", () => afterCoding(item("routed")), "feedback.transition-not-allowed"],
    ["coding a rejected item", () => afterCoding(item("rejected")), "feedback.transition-not-allowed"],

    ["removing one theme of two", () => afterUncoding(item("closed", { themeIds: ["a", "b"] }), "a"), "closed -"],
    [
      "removing the last theme in review",
      () => afterUncoding(item("in_review", { themeIds: ["a"] }), "a"),
      "in_review -",
    ],
    [
      "removing a theme coded on two places",
      () => afterUncoding(item("categorised", { themeIds: ["a", "a"] }), "a"),
      "in_review -",
    ],
    [
      "removing the last theme of a categorised item",
      () => afterUncoding(item("categorised", { themeIds: ["a"] }), "a"),
      "in_review -",
    ],
    [
      "removing one of two places of a closed item's only theme",
      () => afterUncoding(item("closed", { themeIds: ["a"] }), "a", true),
      "closed -",
    ],
    [
      "removing the last theme of a closed item",
      () => afterUncoding(item("closed", { themeIds: ["a"] }), "a"),
      "feedback.needs-theme-or-reason",
    ],
    [
      "removing the last theme of an answered item",
      () => afterUncoding(item("answered", { themeIds: ["a"] }), "a"),
      "feedback.needs-theme-or-reason",
    ],
    [
      "removing a theme it has not",
      () => afterUncoding(item("in_review", { themeIds: ["a"] }), "b"),
      "feedback.not-coded",
    ],

    ["no theme is not yet done", () => afterNoTheme(item("new"), "too_general"), "in_review too_general"],
    [
      "no theme on a themed item",
      () => afterNoTheme(item("in_review", { themeIds: ["a"] }), "empty"),
      "feedback.already-coded",
    ],
    [
      "another reason for no theme",
      () => afterNoTheme(item("closed", { statusReason: "empty" }), "off_topic"),
      "closed off_topic",
    ],

    ["done with a theme and no reply due", () => afterDone(item("in_review", { themeIds: ["a"] })), "closed -"],
    [
      "done with a theme and a reply due",
      () => afterDone(item("in_review", { themeIds: ["a"], replyExpected: true })),
      "categorised -",
    ],
    [
      "done with a reason for no theme",
      () => afterDone(item("in_review", { statusReason: "praise_only" })),
      "closed praise_only",
    ],
    ["done on an imported, coded, new item", () => afterDone(item("new", { themeIds: ["a"] })), "closed -"],
    ["done with neither theme nor reason", () => afterDone(item("in_review")), "feedback.needs-theme-or-reason"],
    ["done on an item only opened", () => afterDone(item("new")), "feedback.needs-theme-or-reason"],
    [
      "done with a reason of something else",
      () => afterDone(item("in_review", { statusReason: "abusive" })),
      "feedback.needs-theme-or-reason",
    ],
    ["done twice", () => afterDone(item("closed", { themeIds: ["a"] })), "feedback.transition-not-allowed"],

    ["routing a new item", () => afterRoute(item("new"), "document_request"), "routed document_request"],
    [
      "routing a categorised item",
      () => afterRoute(item("categorised", { themeIds: ["a"] }), "appeal"),
      "routed appeal",
    ],
    ["routing a closed item", () => afterRoute(item("closed"), "appeal"), "feedback.transition-not-allowed"],
    ["a duplicate", () => afterDuplicate(item("waiting")), "duplicate -"],
    ["a duplicate of a duplicate", () => afterDuplicate(item("duplicate")), "feedback.transition-not-allowed"],
    ["rejecting", () => afterReject(item("new"), "test_response"), "rejected test_response"],
    ["rejecting what is routed", () => afterReject(item("routed"), "abusive"), "feedback.transition-not-allowed"],

    [
      "reopening a closed item",
      () => afterReopen(item("closed", { statusReason: "empty" }), "a text was found"),
      "in_review -",
    ],
    [
      "reopening a routed item",
      () => afterReopen(item("routed", { statusReason: "appeal" }), "not an appeal"),
      "in_review -",
    ],
    ["reopening without a reason", () => afterReopen(item("closed"), "  "), "feedback.reason-required"],
    ["waiting until tomorrow", () => afterWait(item("new"), "2021-12-10", today), "waiting -"],
    [
      "waiting keeps the reason for no theme",
      () => afterWait(item("in_review", { statusReason: "empty" }), null, today),
      "waiting empty",
    ],
    ["waiting for another day", () => afterWait(item("waiting"), "2022-01-31", today), "waiting -"],
    ["waiting until today", () => afterWait(item("new"), today, today), "feedback.wait-not-in-future"],
    ["waiting until yesterday", () => afterWait(item("new"), "2021-12-08", today), "feedback.wait-not-in-future"],
    ["waiting with what is done", () => afterWait(item("closed"), null, today), "feedback.transition-not-allowed"],
    [
      "waiting with what is categorised",
      () => afterWait(item("categorised"), null, today),
      "feedback.transition-not-allowed",
    ],
    ["waking", () => afterWake(item("waiting", { statusReason: "empty" })), "in_review empty"],
    ["waking what does not wait", () => afterWake(item("in_review")), "feedback.transition-not-allowed"],
    [
      "returning what was routed",
      () => afterReturn(item("routed", { statusReason: "appeal" }), "praise only"),
      "in_review -",
    ],
    ["returning without a reason", () => afterReturn(item("routed"), " "), "feedback.reason-required"],
    ["returning what was rejected", () => afterReturn(item("rejected"), "why not"), "feedback.transition-not-allowed"],
    ["reopening what is open", () => afterReopen(item("new"), "why not"), "feedback.transition-not-allowed"],
  ];

  test.each(cases)("%s", (_, step, expected) => {
    const result = refusal(step);
    expect(typeof result === "string" ? result : state(result)).toBe(expected);
  });

  test("only open and categorised items are given to anybody", () => {
    const given = feedbackStatuses.filter((status) => refusal(() => checkAssigning(item(status))) === undefined);
    expect(given).toEqual(["new", "in_review", "waiting", "categorised"]);
  });

  test.each([
    ["waiting", "2021-12-08", true],
    ["waiting", "2021-12-09", true],
    ["waiting", "2021-12-10", false],
    ["waiting", null, false],
    ["in_review", "2021-12-08", false],
  ] as const)("%s until %s wakes: %s", (status, waitingUntil, wakes) => {
    expect(isWakingDay({ status, waitingUntil }, today)).toBe(wakes);
  });

  test("a circle of duplicates is refused", () => {
    expect(refusal(() => checkDuplicateOf("a", ["a"]))).toBe("feedback.duplicate-of-itself");
    expect(refusal(() => checkDuplicateOf("a", ["b", "c", "a"]))).toBe("feedback.duplicate-of-itself");
    expect(refusal(() => checkDuplicateOf("a", ["b", "c"]))).toBeUndefined();
  });
});

describe("the table", () => {
  test("open and processed share out every status", () => {
    expect([...openStatuses, ...processedStatuses].toSorted()).toEqual([...feedbackStatuses].toSorted());
    for (const status of feedbackStatuses) expect(isOpen(status)).toBe(!isProcessed(status));
  });

  test("every processed status can be reopened, and no open one", () => {
    for (const status of feedbackStatuses) expect(mayStep("reopen", status)).toBe(isProcessed(status));
  });

  test("whatever was merged or rejected takes no step but reopening; what was routed may be returned, too", () => {
    for (const status of ["routed", "duplicate", "rejected"] as const) {
      expect(triageSteps.filter((step) => mayStep(step, status))).toEqual(
        status === "routed" ? ["reopen", "return"] : ["reopen"],
      );
    }
  });

  test("no step but done, routing, merging and rejecting processes an open item", () => {
    for (const step of triageSteps) {
      for (const status of openStatuses) {
        const to = feedbackTransitions[step][status];
        if (to === undefined) continue;
        expect(isProcessed(to), `${step} from ${status}`).toBe(["done", "route", "duplicate", "reject"].includes(step));
      }
    }
  });
});
