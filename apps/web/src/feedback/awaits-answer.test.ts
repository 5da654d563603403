import { expect, test } from "vitest";

import { awaitsAnswer } from "./awaits-answer.ts";

const mark = {
  id: "1",
  language: "fi",
  place: null,
  failure: null,
  staffName: "Demo",
  madeAt: "2026-01-08T08:00:00.000Z",
  sentAt: null,
} as const;
const asked = { replyExpected: true, answered: false, answers: [] };

test("an item waits for an answer until one has been given or is leaving", () => {
  expect(awaitsAnswer(asked)).toBe(true);
  expect(awaitsAnswer({ ...asked, replyExpected: false })).toBe(false);
  expect(awaitsAnswer({ ...asked, answered: true })).toBe(false);
  expect(awaitsAnswer({ ...asked, answers: [{ ...mark, state: "sending" }] })).toBe(false);
  expect(
    awaitsAnswer({
      ...asked,
      answers: [
        { ...mark, state: "withdrawn" },
        { ...mark, state: "failed" },
      ],
    }),
  ).toBe(true);
});
