import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { answerElsewhere, giveAnswer } from "#feedback/answers/answer-commands";
import { previewAnswer } from "#feedback/answers/answer-queries";
import { finishItem, setNoTheme } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { recountAll } from "#history/verify";
import { from, openAnswering, type Answering } from "#testing/answering";
import { bodyOf, headerOf } from "#testing/mail-server";
import { makeFacetValue, makeItem } from "#testing/makers";

let desk: Answering;

beforeAll(async () => {
  desk = await openAnswering();
});
afterAll(() => desk.dispose());
beforeEach(() => desk.startMail());
afterEach(() => desk.server.stop());

describe("an answer that arrives", () => {
  test("says what was written, in Finnish", async () => {
    const itemId = await desk.askingItem();
    await desk.categorised(itemId);
    const { send, answerId } = await desk.answered(itemId, {
      subject: "Vastaus palautteeseenne {code}",
      body: "Hei {name},\n\npalautteenne saapui {received}. Käsittelemme sen äkkiä.\n.\n{staff}, {organisation}",
    });
    expect(await desk.stateOf(itemId)).toBe("categorised, sending");
    await send();
    expect(desk.server.taken).toHaveLength(1);
    const [mail] = desk.server.taken;
    if (mail === undefined) throw new Error("nothing came");
    expect([mail.from, ...mail.to]).toEqual([from, "aino@example.invalid"]);
    expect(headerOf(mail, "Subject")).toMatch(/^Vastaus palautteeseenne [0-9A-F]{4}-[0-9A-F]{4}$/u);
    expect(headerOf(mail, "From")).toBe(`Koevirasto <${from}>`);
    expect(headerOf(mail, "To")).toBe("Aino Demo <aino@example.invalid>");
    expect(headerOf(mail, "Content-Language")).toBe("fi");
    expect(headerOf(mail, "Message-ID")).toBe(`<${answerId}@lupavirasto.invalid>`);
    expect(bodyOf(mail).replaceAll("\r\n", "\n")).toBe(
      "Hei Aino Demo,\n\npalautteenne saapui 4. maaliskuuta 2026. Käsittelemme sen äkkiä.\n.\nDemo Käsittelijä, Koevirasto",
    );
    expect(await desk.stateOf(itemId)).toBe("answered, sent");
  });

  test("and in Russian, to an address with Russian letters, under the organisation's Russian name", async () => {
    const itemId = await desk.askingItem("айно@пример.example", { language: "ru" });
    const { send } = await desk.answered(itemId, {
      language: "ru",
      subject: "Ответ на ваш отзыв о сроках рассмотрения заявлений на вид на жительство",
      body: "Здравствуйте!\n\nСпасибо за отзыв от {received}.",
    });
    await send();
    const [mail] = desk.server.taken;
    if (mail === undefined) throw new Error("nothing came");
    expect(mail.to).toEqual([expect.stringContaining("айно@")]);
    expect(headerOf(mail, "Subject")).toBe("Ответ на ваш отзыв о сроках рассмотрения заявлений на вид на жительство");
    expect(headerOf(mail, "From")).toBe(`Пробное ведомство <${from}>`);
    expect(bodyOf(mail).replaceAll("\r\n", "\n")).toBe("Здравствуйте!\n\nСпасибо за отзыв от 4 марта 2026.");
  });

  test("is exactly what the preview showed", async () => {
    const serviceId = await makeFacetValue(desk.home, "service", "Oleskeluluvat");
    const itemId = await desk.askingItem(undefined, { serviceId });
    const words = { language: "fi", subject: "{service}", body: "Hei {name}, {code}, {staff}." } as const;
    const preview = await previewAnswer(desk.me(), { itemId, ...words });
    const { send } = await desk.answered(itemId, words);
    await send();
    const [mail] = desk.server.taken;
    if (mail === undefined) throw new Error("nothing came");
    expect({ subject: headerOf(mail, "Subject"), body: bodyOf(mail), problems: [] }).toEqual(preview);
  });

  test("is not sent twice, however often the job runs", async () => {
    const { send } = await desk.answered(await desk.askingItem());
    await send();
    await send();
    await Promise.all([send(), send()]);
    expect(desk.server.taken).toHaveLength(1);
  });

  test("leaves an item in review there, and done leads to answered, and done again to closed", async () => {
    const itemId = await desk.askingItem();
    const { send } = await desk.answered(itemId);
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, sent");
    await setNoTheme(desk.me(), { itemId, version: 2, reason: "too_general" });
    expect((await finishItem(desk.me(), { itemId, version: 3 })).item.status).toBe("answered");
    expect((await finishItem(desk.me(), { itemId, version: 4 })).item.status).toBe("closed");
  });
});

describe("what is refused", () => {
  test("an answer nobody waits for, without an address, without a mail server, with braces that nothing fills", async () => {
    const words = { language: "fi", subject: "Vastaus", body: "Hei" } as const;
    const give = (itemId: string, more = {}, scope = desk.me()) =>
      giveAnswer(scope, { itemId, version: 1, answerId: uuidv7(), ...words, ...more });
    await expect(give(await makeItem(desk.home))).rejects.toThrow("feedback.no-reply-expected");
    await expect(give(await makeItem(desk.home, { replyExpected: true }))).rejects.toThrow("feedback.contact-missing");
    await expect(give(await desk.askingItem(), {}, { ...desk.me(), maySendMail: false })).rejects.toThrow(
      "feedback.mail-not-set-up",
    );
    await expect(give(await desk.askingItem(), { body: "Hei {nimi}" })).rejects.toThrow("feedback.answer-placeholder");
    await expect(give(await desk.askingItem(), { body: "Palvelu: {service}" })).rejects.toThrow(
      "feedback.answer-placeholder",
    );
    await expect(give(await desk.askingItem(), { subject: "{organisation} ".repeat(15) })).resolves.toBeDefined();
    await expect(give(await desk.askingItem(), { subject: `{organisation}${"x".repeat(199)}` })).rejects.toThrow(
      "answer-too-long",
    );
  });

  test("the same answer sent twice is there once", async () => {
    const itemId = await desk.askingItem();
    const given = { itemId, version: 1, answerId: uuidv7(), language: "fi", subject: "Vastaus", body: "Hei" } as const;
    const first = await giveAnswer(desk.me(), given);
    const second = await giveAnswer(desk.me(), given);
    expect(second.stepId).toBe(first.stepId);
    expect(second.item.answers).toHaveLength(1);
    const atOnce = { itemId, version: 2, answerId: uuidv7(), place: "phone", body: "Soitin." } as const;
    const both = await Promise.all([answerElsewhere(desk.me(), atOnce), answerElsewhere(desk.me(), atOnce)]);
    expect(both[0].stepId).toBe(both[1].stepId);
    expect(both[1].item.answers).toHaveLength(2);
  });

  test("other words under the same name are not taken for what is there", async () => {
    const itemId = await desk.askingItem();
    const given = {
      itemId,
      version: 1,
      answerId: uuidv7(),
      language: "fi",
      subject: "Vastaus",
      body: "Hei {name}",
    } as const;
    const first = await giveAnswer(desk.me(), given);
    expect((await giveAnswer(desk.me(), given)).stepId).toBe(first.stepId);
    const other = giveAnswer(desk.me(), { ...given, body: "Hei {name}, pahoittelemme." });
    await expect(other).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 2 } });
    const call = { itemId, version: 2, answerId: uuidv7(), place: "phone", body: "Soitin." } as const;
    await answerElsewhere(desk.me(), call);
    const again = answerElsewhere(desk.me(), { ...call, body: "Soitin kahdesti." });
    await expect(again).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await readFeedback(desk.me(), itemId)).answers).toHaveLength(2);
  });
});

test("after all of it, the roll-ups and the history agree with the rows", async () =>
  expect(await desk.home.transaction(recountAll)).toEqual([]));
