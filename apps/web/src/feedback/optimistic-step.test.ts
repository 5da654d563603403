import { describe, expect, it } from "vitest";

import { afterStep, rowOf } from "./optimistic-step.ts";
import { untouchedItem as item } from "./testing/untouched-item.ts";

describe("an item shown before the server has answered", () => {
  it("has the theme and is in review, and its version stays the server's", () => {
    const after = afterStep(item, { name: "code", themeId: "a", words: { start: 0, end: 6 } });
    expect(after).toMatchObject({ status: "in_review", themeIds: ["a"], version: 3 });
    expect(after.codings[0]?.words).toEqual({ start: 0, end: 6 });
  });

  it("loses every coding of a theme that is taken off", () => {
    const coded = afterStep(afterStep(item, { name: "code", themeId: "a", words: null }), {
      name: "code",
      themeId: "a",
      words: { start: 0, end: 6 },
    });
    expect(coded.codings).toHaveLength(2);
    expect(afterStep(coded, { name: "uncode", themeId: "a" })).toMatchObject({ codings: [], themeIds: [] });
  });

  it("loses one coding alone where it is named, and keeps the theme by the other", () => {
    const whole = afterStep(item, { name: "code", themeId: "a", words: null });
    const coded = afterStep(whole, { name: "code", themeId: "a", words: { start: 0, end: 6 } });
    const [first, second] = coded.codings;
    const after = afterStep(coded, { name: "uncode", themeId: "a", codingId: first?.id ?? "" });
    expect(after.codings).toEqual([second]);
    expect(after.themeIds).toEqual(["a"]);
    expect(() => afterStep(after, { name: "uncode", themeId: "a", codingId: first?.id ?? "" })).toThrow(
      "feedback.not-coded",
    );
  });

  it("is closed when done, where no reply is due", () => {
    expect(afterStep(afterStep(item, { name: "code", themeId: "a", words: null }), { name: "done" }).status).toBe(
      "closed",
    );
  });

  it("is not done without a theme or a reason", () => {
    expect(() => afterStep(item, { name: "done" })).toThrow("feedback.needs-theme-or-reason");
  });

  const asked = "2021-12-09";

  it("waits until a day to come, no other, and no longer once it is coded or woken", () => {
    const waiting = afterStep(item, { name: "wait", until: "2021-12-10", asked });
    expect(waiting).toMatchObject({ status: "waiting", waitingUntil: "2021-12-10" });
    expect(afterStep(waiting, { name: "wait", until: null, asked })).toMatchObject({ waitingUntil: null });
    expect(afterStep(waiting, { name: "wake" })).toMatchObject({ status: "in_review", waitingUntil: null });
    expect(afterStep(waiting, { name: "code", themeId: "a", words: null }).waitingUntil).toBeNull();
    expect(() => afterStep(item, { name: "wait", until: asked, asked })).toThrow("feedback.wait-not-in-future");
  });

  it("waits for a reply or does not, also in the list, and closes where none is due", () => {
    const expected = afterStep(item, { name: "reply", expected: true });
    expect(rowOf(item, expected)).toMatchObject({ status: item.status, replyExpected: true });
    const themed = afterStep(expected, { name: "code", themeId: "a", words: null });
    const done = afterStep(themed, { name: "done" });
    expect(done.status).toBe("categorised");
    expect(afterStep(done, { name: "reply", expected: false })).toMatchObject({
      status: "closed",
      replyExpected: false,
    });
  });

  it("is with whoever it is given to, also in the list", () => {
    const given = afterStep(item, { name: "assign", assigneeId: "a", teamId: null, ownerName: "Aino" });
    expect(given).toMatchObject({ status: "new", assigneeId: "a", teamId: null });
    const team = afterStep(given, { name: "assign", assigneeId: null, teamId: "t", ownerName: "Luvat" });
    expect(rowOf(item, team)).toMatchObject({ assigneeId: null, teamId: "t" });
  });
});
