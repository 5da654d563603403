import { describe, expect, it } from "vitest";

import { clocksOf, daysToWait, lateClock } from "./item-clocks.ts";
import { untouchedItem } from "./testing/untouched-item.ts";

const closedDays = ["2021-12-06", "2021-12-24"];
const at = (today: string) => ({ today, closedDays });
const open = { ...untouchedItem, triageDueOn: "2021-12-07" };

describe("what is left until a product target, in working days", () => {
  it.each([
    ["2021-12-02", 2, "running"],
    ["2021-12-03", 1, "running"],
    ["2021-12-04", 1, "running"],
    ["2021-12-07", 0, "running"],
    ["2021-12-08", -1, "past"],
    ["2021-12-10", -3, "past"],
  ] as const)("on %s: %i, %s", (today, left, state) => {
    expect(clocksOf(open, at(today))).toEqual([{ name: "triage", dueOn: "2021-12-07", unit: "working", left, state }]);
  });

  it("is late on the Saturday after a Friday, by a day", () => {
    expect(clocksOf({ ...open, triageDueOn: "2021-12-10" }, at("2021-12-11"))[0]).toMatchObject({
      left: -1,
      state: "past",
    });
  });
});

describe("an answer that is expected", () => {
  const expected = { ...open, replyExpected: true, answerDueOn: "2021-12-14" };

  it("has its own clock beside that of triage", () => {
    expect(clocksOf(expected, at("2021-12-13")).map(({ name, left, state }) => [name, left, state])).toEqual([
      ["triage", -4, "past"],
      ["answer", 1, "running"],
    ]);
  });

  it("is still to come when the item is categorised, and met when it is answered", () => {
    const states = (["categorised", "answered", "closed"] as const).map((status) =>
      clocksOf({ ...expected, status }, at("2021-12-20")).map(({ state }) => state),
    );
    expect(states).toEqual([
      ["met", "past"],
      ["met", "met"],
      ["met", "met"],
    ]);
  });

  it("is not expected of what was rejected", () => {
    expect(clocksOf({ ...expected, status: "rejected" }, at("2021-12-20")).map(({ name }) => name)).toEqual(["triage"]);
  });
});

describe("a routed item", () => {
  const routed = { ...open, status: "routed" as const, statusReason: "accessibility", routingDueOn: "2021-12-27" };

  it("counts the clock of law in calendar days", () => {
    expect(clocksOf(routed, at("2021-12-23"))).toEqual([
      { name: "routing", dueOn: "2021-12-27", unit: "calendar", left: 4, state: "running" },
    ]);
  });

  it("is met once it is settled, and has no clock where none is counted", () => {
    expect(clocksOf({ ...routed, routingSettledOn: "2021-12-20" }, at("2022-01-20"))[0]?.state).toBe("met");
    expect(clocksOf({ ...routed, routingDueOn: null }, at("2022-01-20"))).toEqual([]);
  });
});

it("of several clocks that have run out the last to run is told", () => {
  const item = { ...open, replyExpected: true, answerDueOn: "2021-12-14" };
  expect(["2021-12-07", "2021-12-08", "2021-12-15"].map((today) => lateClock(item, today))).toEqual([
    null,
    "triage",
    "answer",
  ]);
});

it("tomorrow and a week from now are calendar days", () => {
  expect(daysToWait("2021-12-31")).toEqual({ tomorrow: "2022-01-01", week: "2022-01-07", month: "2022-01-31" });
});
