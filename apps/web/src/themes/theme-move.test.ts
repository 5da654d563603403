import { themeRequirements } from "@kuultu/domain/themes/theme-status";
import { describe, expect, test } from "vitest";

import { emptyFields, firstValues, moveFields, moveObstacles, nextMove } from "./theme-move.ts";

describe("the form of a move", () => {
  test("asks for what a person can give and names what has to be waited for", () => {
    const offer = { to: "verified", missing: ["baseline", "other_approver", "reason"] } as const;
    expect(moveFields(offer).map((field) => [field.requirement, field.name])).toEqual([["reason", "reason"]]);
    expect(moveObstacles(offer)).toEqual(["baseline", "other_approver"]);
  });

  test.each(themeRequirements)("%s is either asked for or waited for", (requirement) => {
    const offer = { to: "planned", missing: [requirement] } as const;
    expect(moveFields(offer).length + moveObstacles(offer).length).toBe(1);
  });

  test("is not sent with empty fields; blanks count as empty", () => {
    const offer = { to: "planned", missing: ["action", "target_date", "measure_or_reason"] } as const;
    const values = { action: "  ", targetOn: "2022-01-31" };
    expect(emptyFields(offer, values).map((field) => field.requirement)).toEqual(["action", "measure_or_reason"]);
    expect(emptyFields(offer, { ...values, action: "Callback", noMeasureReason: "No figure exists" })).toEqual([]);
  });

  test("starts a starting day and a day of delivery from today, and a target day empty", () => {
    expect(firstValues({ to: "in_progress", missing: ["start_date"] }, "2021-12-09")).toEqual({
      startedOn: "2021-12-09",
    });
    expect(firstValues({ to: "planned", missing: ["target_date"] }, "2021-12-09")).toEqual({});
  });
});

describe("the next move", () => {
  test("is the next state on the way, not a step aside or back", () => {
    const moves = [
      { to: "declined", missing: ["public_reason"] },
      { to: "planned", missing: ["action"] },
    ] as const;
    expect(nextMove({ status: "under_review", moves })?.to).toBe("planned");
    expect(nextMove({ status: "delivered", moves: [{ to: "in_progress", missing: ["reason"] }] })).toBeNull();
    expect(nextMove({ status: "declined", moves: [{ to: "under_review", missing: ["new_evidence"] }] })).toBeNull();
  });
});
