import { describe, expect, it } from "vitest";

import { violation as texts } from "#locales/fi/violation";

import { intakeReasons, violationKey, violationOfFailure, violationValues } from "./violation-words.ts";

describe("the words of a violation", () => {
  it.each(intakeReasons)("tell the reason %s", (reason) => {
    expect(texts).toHaveProperty([violationKey({ code: "intake.mapping-incomplete", details: { reason } })]);
    expect(violationKey({ code: "intake.unreadable", details: { reason } })).toBe(`intake.reason.${reason}`);
  });

  it("are those of the rule where there is no reason, or one that is not known here", () => {
    expect(violationKey({ code: "intake.unreadable", details: {} })).toBe("intake.unreadable");
    expect(violationKey({ code: "intake.unreadable", details: { reason: "unheard-of" } })).toBe("intake.unreadable");
    expect(violationKey({ code: "not-found", details: { reason: "empty" } })).toBe("not-found");
  });

  it("name columns", () => {
    expect(violationValues({ code: "intake.column-missing", details: { columns: ["Pvm", "Teksti"] } }).columns).toBe(
      "”Pvm”, ”Teksti”",
    );
    expect(violationValues({ code: "intake.mapping-incomplete", details: { column: "K1" } }).columns).toBe("”K1”");
  });

  it("are found for an import that a rule ended", () => {
    expect(violationOfFailure("intake.mapping-incomplete, reason question-of-another-scale, column K1, K2")).toEqual({
      code: "intake.mapping-incomplete",
      details: { reason: "question-of-another-scale", column: "K1, K2" },
    });
    expect(violationOfFailure("intake.round-required")).toEqual({ code: "intake.round-required", details: {} });
    expect(violationOfFailure("unexpected 22021")).toBeNull();
  });
});
