import { describe, expect, test } from "vitest";

import { refusal } from "#testing/refusal";

import {
  afterAnswerDelivered,
  afterAnswerGiven,
  afterReplyExpected,
  answerFailures,
  answerLanguage,
  mayAnswer,
  mayExpectReply,
  maySucceedLater,
  mostAttempts,
  referenceCode,
  retryAfterSeconds,
} from "./answer.ts";
import { filledText, hasPlaceholder, unknownPlaceholders } from "./answer-text.ts";
import { answerDraftSchema, giveAnswerSchema } from "./answer-step.ts";
import { afterDone, feedbackStatuses, type FeedbackStatus, type TriageFacts } from "./triage-status.ts";

const item = (status: FeedbackStatus, facts: Partial<TriageFacts> = {}): TriageFacts => ({
  status,
  statusReason: null,
  replyExpected: true,
  themeIds: ["a"],
  ...facts,
});
const statusOf = (work: () => { readonly status: string }): string => {
  const result = refusal(work);
  return typeof result === "string" ? result : work().status;
};

describe("states", () => {
  test.each<[FeedbackStatus, string]>([
    ["new", "in_review"],
    ["in_review", "in_review"],
    ["waiting", "waiting"],
    ["categorised", "categorised"],
    ["answered", "answered"],
    ["closed", "feedback.transition-not-allowed"],
    ["routed", "feedback.transition-not-allowed"],
    ["duplicate", "feedback.transition-not-allowed"],
    ["rejected", "feedback.transition-not-allowed"],
  ])("an answer to an item that is %s", (status, expected) => {
    expect(statusOf(() => afterAnswerGiven(item(status)))).toBe(expected);
    expect(mayAnswer(item(status))).toBe(!expected.startsWith("feedback."));
  });

  test("where no reply is expected there is no answer", () => {
    expect(refusal(() => afterAnswerGiven(item("categorised", { replyExpected: false })))).toBe(
      "feedback.no-reply-expected",
    );
    expect(feedbackStatuses.some((status) => mayAnswer(item(status, { replyExpected: false })))).toBe(false);
  });

  test("only what is categorised becomes answered", () => {
    const answered = feedbackStatuses.filter((status) => afterAnswerDelivered(item(status)).status === "answered");
    expect(answered).toEqual(["categorised", "answered"]);
  });

  test("an answer from before leads from done to answered, and from there to closed", () => {
    expect(afterDone(item("in_review")).status).toBe("categorised");
    expect(afterDone(item("in_review", { answered: true })).status).toBe("answered");
    expect(afterDone(item("answered", { answered: true })).status).toBe("closed");
    expect(statusOf(() => afterDone(item("in_review", { answered: true, themeIds: [] })))).toBe(
      "feedback.needs-theme-or-reason",
    );
  });
});

describe("that a reply is expected, or none, said by hand", () => {
  test.each<[FeedbackStatus, string, string]>([
    ["new", "new", "new"],
    ["in_review", "in_review", "in_review"],
    ["waiting", "waiting", "waiting"],
    ["categorised", "categorised", "closed"],
    ["answered", "feedback.transition-not-allowed", "closed"],
    ["closed", "categorised", "closed"],
    ["routed", "feedback.transition-not-allowed", "feedback.transition-not-allowed"],
    ["duplicate", "feedback.transition-not-allowed", "feedback.transition-not-allowed"],
    ["rejected", "feedback.transition-not-allowed", "feedback.transition-not-allowed"],
  ])("%s becomes %s, %s", (status, expected, none) => {
    const becomes = (wanted: boolean) =>
      statusOf(() => afterReplyExpected(item(status, { replyExpected: !wanted }), wanted));
    expect([becomes(true), becomes(false)]).toEqual([expected, none]);
    for (const wanted of [true, false]) {
      const may = mayExpectReply({ status, replyExpected: !wanted }, wanted);
      expect(may).toBe((wanted ? expected : none) !== "feedback.transition-not-allowed");
      expect(mayExpectReply({ status, replyExpected: wanted }, wanted)).toBe(false);
    }
  });

  test("a closed item that has been answered is answered again, and one that is so already stays", () => {
    expect(afterReplyExpected(item("closed", { replyExpected: false, answered: true }), true).status).toBe("answered");
    expect(afterReplyExpected(item("closed", { statusReason: "praise_only" }), true)).toEqual({
      status: "closed",
      statusReason: "praise_only",
      replyExpected: true,
    });
  });
});

describe("words", () => {
  const values = {
    name: "Aino {staff}",
    service: "",
    organisation: "Koevirasto",
    received: "1.12.2021",
    staff: "Demo",
    code: "1A2B-3C4D",
  };

  test("placeholders are filled in, and what fills them is not read for others", () =>
    expect(filledText("Hei {name}, terveisin { organisation }.", values)).toEqual({
      text: "Hei Aino {staff}, terveisin Koevirasto.",
      problems: [],
    }));

  test("what cannot be filled in stays and is told once", () =>
    expect(filledText("{nimi} {service} {service}", values)).toEqual({
      text: "{nimi} {service} {service}",
      problems: [
        { placeholder: "nimi", problem: "unknown" },
        { placeholder: "service", problem: "empty" },
      ],
    }));

  test("names that objects are born with are no placeholders", () =>
    expect(unknownPlaceholders("{constructor} {__proto__} {name}")).toEqual(["constructor", "__proto__"]));

  test("a text says whether it names the giver", () => {
    expect(hasPlaceholder("Hei { name }!", "name")).toBe(true);
    expect(hasPlaceholder("Hei {staff}!", "name")).toBe(false);
  });

  const draft = { itemId: "01890000-0000-7000-8000-000000000001", language: "fi", subject: "Vastaus", body: "Hei" };
  test.each([
    ["two lines", "Vastaus\r\nBcc: kaikki@example.fi"],
    ["a separator of lines", "Vastaus\u2028Bcc: x"],
    ["too long", "x".repeat(201)],
  ])("a subject of %s", (_, subject) => expect(answerDraftSchema.safeParse({ ...draft, subject }).success).toBe(false));

  test("an answer says something", () => {
    const given = { ...draft, answerId: draft.itemId, version: 1 };
    expect(giveAnswerSchema.safeParse(given).success).toBe(true);
    expect(giveAnswerSchema.safeParse({ ...given, body: " \n " }).success).toBe(false);
    expect(giveAnswerSchema.safeParse({ ...given, subject: "  " }).success).toBe(false);
  });
});

test("the language is the item's own, else the organisation's first", () => {
  expect(answerLanguage("ru", { fi: "x" })).toBe("ru");
  expect(answerLanguage("und", { en: "x", sv: "y" })).toBe("sv");
});

test("the code is what stands at the end of the id", () =>
  expect(referenceCode("017d761b-e780-701b-8565-b59ffe40963a")).toBe("FE40-963A"));

test("tries span about a day, and only passing failures are tried again", () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, n) => retryAfterSeconds(n + 1));
  expect(waits.slice(0, 4)).toEqual([60, 120, 240, 480]);
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 3600).toBeCloseTo(24.25, 1);
  expect(answerFailures.filter(maySucceedLater)).toEqual(["server-away", "not-now"]);
});
