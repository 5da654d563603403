import type { RoutingRuleView } from "@kuultu/domain/feedback/routed-view";
import { describe, expect, it } from "vitest";

import { ruleOf, valuesOf } from "./routing-form.ts";

const rule: RoutingRuleView = {
  routingClass: "document_request",
  targetNames: { fi: "Arkisto" },
  length: { days: 14 },
  promptness: "without-delay",
  outcome: null,
  registrarIds: ["a"],
  version: 2,
};
const report: RoutingRuleView = {
  ...rule,
  routingClass: "whistleblowing",
  length: { days: 7 },
  outcome: { months: 3 },
};

describe("a rule in its form", () => {
  it.each([
    ["days", rule, { days: 14, months: null }],
    ["months", { ...rule, length: { months: 1 } }, { days: null, months: 1 }],
    ["no clock", { ...rule, length: null }, { days: null, months: null }],
    ["the same day", { ...rule, length: { days: 0 } }, { days: 0, months: null }],
    ["acknowledgement and outcome", report, { days: 7, months: 3 }],
  ])("untouched is sent as it came: %s", (_, each, clock) => {
    expect(ruleOf(each, valuesOf(each))).toEqual({
      routingClass: each.routingClass,
      version: 2,
      targetNames: { fi: "Arkisto" },
      registrarIds: ["a"],
      ...clock,
    });
  });

  it.each(["", "1,5", "-1", "367", "pian"])("%s is no length", (length) => {
    expect(ruleOf(rule, { ...valuesOf(rule), length })).toBeNull();
  });

  it("a report needs both its clocks", () => {
    expect(ruleOf(report, { ...valuesOf(report), outcome: "" })).toBeNull();
  });

  it("a name that is emptied is the default again", () => {
    const values = { ...valuesOf(rule), names: { fi: "  ", sv: "Arkivet", en: "", ru: "" } };
    expect(ruleOf(rule, values)?.targetNames).toEqual({ sv: "Arkivet" });
  });
});
