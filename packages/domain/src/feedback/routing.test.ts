import { describe, expect, test } from "vitest";

import { routingClock, routingDue } from "./routing.ts";
import { routingClasses } from "./triage-status.ts";

describe("the last day of a class's clock", () => {
  test.each([
    ["accessibility", "2021-12-09", "2021-12-09", "2021-12-23", "14 days"],
    [
      "accessibility",
      "2021-12-10",
      "2021-12-13",
      "2021-12-27",
      "Christmas Eve moves on; arrival counts, not the day of routing",
    ],
    ["document_request", "2021-11-22", "2021-12-01", "2021-12-07", "Independence Day moves on"],
    ["data_protection", "2022-01-31", "2022-02-01", "2022-02-28", "a month from the last of January"],
    ["data_protection", "2021-11-11", "2021-11-15", "2021-12-13", "a month that ends on a Saturday"],
    ["data_protection", "2021-08-02", "2021-12-09", "2021-09-02", "it may have run out before anybody routed it"],
    ["whistleblowing", "2021-12-01", "2021-12-02", "2021-12-08", "seven days to acknowledge"],
    ["revised_decision", "2021-11-01", "2021-12-09", "2021-12-09", "the same day, from when it is routed"],
    ["revised_decision", "2021-11-01", "2021-12-11", "2021-12-13", "routed on a Saturday"],
  ] as const)("%s, received %s, routed %s: %s (%s)", (routingClass, receivedOn, routedOn, due, _why) => {
    expect(routingDue(routingClock(routingClass, null), receivedOn, routedOn)).toBe(due);
  });

  test("some classes count no days, and say how soon", () => {
    const uncounted = routingClasses
      .map((routingClass) => [routingClass, routingClock(routingClass, null)] as const)
      .filter(([, clock]) => routingDue(clock, "2021-12-09", "2021-12-09") === null)
      .map(([routingClass, { promptness }]) => [routingClass, promptness]);
    expect(Object.fromEntries(uncounted)).toEqual({
      question: "without-delay",
      appeal: "as-instructed",
      administrative_complaint: "without-delay",
      other_authority: "without-delay",
      safety: "at-once",
    });
  });

  test.each([
    ["document_request", { days: null, months: 1 }, "2022-01-10", "an organisation's month"],
    ["question", { days: 3, months: null }, "2021-12-13", "days where there were none; Sunday moves on"],
    ["accessibility", { days: null, months: null }, null, "no clock any more"],
    ["whistleblowing", { days: 5, months: 2 }, "2021-12-15", "the days are for acknowledging"],
  ] as const)("%s set to %o: %s (%s)", (routingClass, set, due, _why) => {
    expect(routingDue(routingClock(routingClass, set), "2021-12-10", "2021-12-10")).toBe(due);
  });

  test("the outcome of a report has its own clock", () => {
    expect(routingClock("whistleblowing", null).outcome).toEqual({ months: 3 });
    expect(routingClock("whistleblowing", { days: 7, months: 2 }).outcome).toEqual({ months: 2 });
    expect(routingClock("appeal", { days: 7, months: null }).outcome).toBeNull();
  });
});
