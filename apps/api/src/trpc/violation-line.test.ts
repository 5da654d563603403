import { expect, test } from "vitest";

import { RuleViolation, violationCodes } from "@kuultu/domain/rule-violation";

import { violationLine } from "#trpc/violation-line";

test.each(violationCodes)("%s is one English sentence or two, with details and without", (code) => {
  for (const details of [{}, { from: "new", to: "planned", reason: "quotes", limit: 1024 ** 2, minimum: 12 }]) {
    const line = violationLine(new RuleViolation(code, details));
    expect(line).toMatch(/^[A-Z][^\n{}]+\.$/u);
    expect(line).not.toMatch(/undefined|NaN| {2}/u);
    expect(line).not.toContain(code);
  }
});

test("a refusal tells the figures and names that its details hold", () => {
  const line = (...of: ConstructorParameters<typeof RuleViolation>): string => violationLine(new RuleViolation(...of));
  expect(line("staff.password-too-short", { minimum: 12 })).toBe(
    "The password is too short: give one of at least 12 characters.",
  );
  expect(line("intake.column-missing", { columns: ["Palaute", "Pvm"] })).toContain('"Palaute", "Pvm"');
  expect(line("themes.requirements-missing", { missing: ["owner"] })).toContain('"owner"');
});
