import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";

import { sendAnswer } from "#feedback/answers/answer-jobs";
import { answerElsewhere, giveAnswer, sendAnswerAgain } from "#feedback/answers/answer-commands";
import { countUndelivered, previewAnswer } from "#feedback/answers/answer-queries";
import { listTemplates, saveTemplate } from "#feedback/answers/answer-template-commands";
import { openContact, setContact } from "#feedback/answers/contact-commands";
import { sealedContact } from "#feedback/answers/contact-record";
import { finishItem, setNoTheme } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { listFeedback } from "#feedback/feedback-list-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { smtpMailer } from "#feedback/answers/smtp-mailer";
import { recountAll } from "#history/verify";
import { databaseQueue } from "#jobs/database-queue";
import type { JobQueue } from "#jobs/job-queue";
import { bodyOf, freePort, headerOf, type MailServer, startMailServer } from "#testing/mail-server";
import { makeFacetValue, makeItem, makeOrganisation } from "#testing/makers";
import { openWorld, type SignedIn, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

const from = "palaute@lupavirasto.invalid";
let world: World;
let parts: ServerParts;
let home: Scope;
let triager: SignedIn;
let server: MailServer;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts, { names: { fi: "Koevirasto", ru: "Пробное ведомство" } });
  triager = await signedInCaller(world, home, { roles: ["triager"], name: "Demo Käsittelijä" });
});
afterAll(() => world.dispose());
beforeEach(async () => {
  server = await startMailServer();
  parts = { ...world.parts, jobs, mailer: smtpMailer({ smtpUrl: server.url, from }) };
});
afterEach(() => server.stop());

const me = () => ({ ...triager.scope, jobs });

async function askingItem(email = "aino@example.invalid", wish: Parameters<typeof makeItem>[1] = {}): Promise<string> {
  const contact = sealedContact(home.cipher, { name: "Aino Demo", email, phone: null });
  return makeItem(home, { replyExpected: true, contact, ...wish });
}

async function categorised(itemId: string): Promise<FeedbackDetail> {
  await setNoTheme(me(), { itemId, version: 1, reason: "too_general" });
  return (await finishItem(me(), { itemId, version: 2 })).item;
}

async function answered(itemId: string, words: Partial<Parameters<typeof giveAnswer>[1]> = {}) {
  const { version } = await readFeedback(me(), itemId);
  const answerId = uuidv7();
  const given = {
    itemId,
    version,
    answerId,
    language: "fi",
    subject: "Vastaus",
    body: "Kiitos palautteesta.",
  } as const;
  const { stepId } = await giveAnswer(me(), { ...given, ...words });
  return { answerId, stepId, send: () => sendAnswer(parts, { organisationId: home.organisation.id, answerId }) };
}

const stateOf = async (itemId: string): Promise<string> => {
  const { status, answers } = await readFeedback(me(), itemId);
  return [status, ...answers.map(({ state, failure }) => (failure === null ? state : `${state} ${failure}`))].join(
    ", ",
  );
};

const undelivered = async () => {
  const page = await listFeedback(me(), { filter: { undelivered: true }, order: "newest", limit: 200 });
  return page.rows.map(({ id }) => id);
};

/** Seconds that each job asked for so far is put off by, of one answer. */
const asked = new Map<string, number[]>();
const waits = (answerId: string): readonly number[] => asked.get(answerId) ?? [];
const jobs: JobQueue = {
  enqueue(tx, kind, job, options = {}) {
    if ("answerId" in job) asked.set(job.answerId, [...waits(job.answerId), options.afterSeconds ?? 0]);
    return databaseQueue.enqueue(tx, kind, job, options);
  },
};

describe("an answer that arrives", () => {
  test("says what was written, in Finnish", async () => {
    const itemId = await askingItem();
    await categorised(itemId);
    const { send, answerId } = await answered(itemId, {
      subject: "Vastaus palautteeseenne {code}",
      body: "Hei {name},\n\npalautteenne saapui {received}. Käsittelemme sen äkkiä.\n.\n{staff}, {organisation}",
    });
    expect(await stateOf(itemId)).toBe("categorised, sending");
    await send();
    expect(server.taken).toHaveLength(1);
    const [mail] = server.taken;
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
    expect(await stateOf(itemId)).toBe("answered, sent");
  });

  test("and in Russian, to an address with Russian letters, under the organisation's Russian name", async () => {
    const itemId = await askingItem("айно@пример.example", { language: "ru" });
    const { send } = await answered(itemId, {
      language: "ru",
      subject: "Ответ на ваш отзыв о сроках рассмотрения заявлений на вид на жительство",
      body: "Здравствуйте!\n\nСпасибо за отзыв от {received}.",
    });
    await send();
    const [mail] = server.taken;
    if (mail === undefined) throw new Error("nothing came");
    expect(mail.to).toEqual([expect.stringContaining("айно@")]);
    expect(headerOf(mail, "Subject")).toBe("Ответ на ваш отзыв о сроках рассмотрения заявлений на вид на жительство");
    expect(headerOf(mail, "From")).toBe(`Пробное ведомство <${from}>`);
    expect(bodyOf(mail).replaceAll("\r\n", "\n")).toBe("Здравствуйте!\n\nСпасибо за отзыв от 4 марта 2026.");
  });

  test("is exactly what the preview showed", async () => {
    const serviceId = await makeFacetValue(home, "service", "Oleskeluluvat");
    const itemId = await askingItem(undefined, { serviceId });
    const words = { language: "fi", subject: "{service}", body: "Hei {name}, {code}, {staff}." } as const;
    const preview = await previewAnswer(me(), { itemId, ...words });
    const { send } = await answered(itemId, words);
    await send();
    const [mail] = server.taken;
    if (mail === undefined) throw new Error("nothing came");
    expect({ subject: headerOf(mail, "Subject"), body: bodyOf(mail), problems: [] }).toEqual(preview);
  });

  test("is not sent twice, however often the job runs", async () => {
    const { send } = await answered(await askingItem());
    await send();
    await send();
    await Promise.all([send(), send()]);
    expect(server.taken).toHaveLength(1);
  });

  test("leaves an item in review there, and done leads to answered, and done again to closed", async () => {
    const itemId = await askingItem();
    const { send } = await answered(itemId);
    await send();
    expect(await stateOf(itemId)).toBe("in_review, sent");
    await setNoTheme(me(), { itemId, version: 2, reason: "too_general" });
    expect((await finishItem(me(), { itemId, version: 3 })).item.status).toBe("answered");
    expect((await finishItem(me(), { itemId, version: 4 })).item.status).toBe("closed");
  });
});

describe("an answer that does not arrive", () => {
  test("a refused address comes back at once, and once corrected the same answer arrives there", async () => {
    server.rules = { recipient: (address) => (address.startsWith("aino") ? 550 : undefined) };
    const itemId = await askingItem();
    await categorised(itemId);
    const { send, answerId } = await answered(itemId);
    expect(await undelivered()).not.toContain(itemId);
    await send();
    expect(await stateOf(itemId)).toBe("categorised, failed address-refused");
    expect(await undelivered()).toContain(itemId);
    expect(await countUndelivered(me())).toBe((await undelivered()).length);
    const { history, version } = await readFeedback(me(), itemId);
    expect(history[0]).toMatchObject({
      change: "feedback.answer-failed",
      values: { "answer.failure": [null, "address-refused"] },
    });
    await setContact(me(), { itemId, contact: { name: "Aino Demo", email: "toinen@example.invalid", phone: null } });
    await sendAnswerAgain(me(), { itemId, version, answerId });
    expect(await undelivered()).not.toContain(itemId);
    await send();
    expect(server.taken.map(({ to }) => to)).toEqual([["toinen@example.invalid"]]);
    expect(await stateOf(itemId)).toBe("answered, sent");
  });

  test("a busy server is tried again, and later takes it", async () => {
    let busy = true;
    server.rules = { message: () => (busy ? 451 : undefined) };
    const itemId = await askingItem();
    const { send, answerId } = await answered(itemId);
    await send();
    expect(await stateOf(itemId)).toBe("in_review, sending");
    expect(waits(answerId)).toEqual([10, 60]);
    await send();
    expect(waits(answerId)).toEqual([10, 60, 120]);
    busy = false;
    await send();
    expect(await stateOf(itemId)).toBe("in_review, sent");
    expect(server.taken).toHaveLength(1);
  });

  test("a server that stays away is given up after the last try", async () => {
    const port = await freePort();
    parts = { ...parts, mailer: smtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from }) };
    const itemId = await askingItem();
    const { send, answerId } = await answered(itemId);
    await send();
    expect(await stateOf(itemId)).toBe("in_review, sending");
    await home.transaction((tx) =>
      tx.answer.updateMany({ where: { organisationId: tx.organisationId, id: answerId }, data: { attempts: 13 } }),
    );
    await send();
    expect(await stateOf(itemId)).toBe("in_review, failed server-away");
  });

  test.each([
    [550, "message-refused"],
    [554, "message-refused"],
  ])("a message refused with %d fails at once as %s", async (code, failure) => {
    server.rules = { message: () => code };
    const itemId = await askingItem();
    const { send, answerId } = await answered(itemId);
    await send();
    expect(await stateOf(itemId)).toBe(`in_review, failed ${failure}`);
    expect(waits(answerId)).toEqual([10]);
  });

  test("cut off after the whole message went out: nobody knows, so it is told and not sent again by itself", async () => {
    server.rules = { message: () => "cut" };
    const itemId = await askingItem();
    const { send } = await answered(itemId);
    await send();
    expect(await stateOf(itemId)).toBe("in_review, failed interrupted");
    server.rules = {};
    await send();
    expect(server.taken).toHaveLength(0);
  });

  test("a process that died in the middle of a try is told likewise", async () => {
    const itemId = await askingItem();
    const { send, answerId } = await answered(itemId);
    await home.transaction((tx) =>
      tx.answer.updateMany({
        where: { organisationId: tx.organisationId, id: answerId },
        data: { leavingSince: me().now, attempts: 1 },
      }),
    );
    await send();
    expect(await stateOf(itemId)).toBe("in_review, failed interrupted");
    expect(server.taken).toHaveLength(0);
  });

  test("a server that knows plain addresses only refuses one with Russian letters", async () => {
    const plain = await startMailServer({ plainAddressesOnly: true });
    try {
      parts = { ...parts, mailer: smtpMailer({ smtpUrl: plain.url, from }) };
      plain.rules = { recipient: (address) => (/^[\x20-\x7E]+$/u.test(address) ? undefined : 553) };
      const itemId = await askingItem("айно@example.invalid");
      const { send } = await answered(itemId);
      await send();
      expect(await stateOf(itemId)).toBe("in_review, failed address-refused");
    } finally {
      await plain.stop();
    }
  });
});

describe("a template", () => {
  test("saved again after its answer got lost is there once; what was changed meanwhile is not lost in silence", async () => {
    const texts = { fi: { subject: "Kiitos", body: "Kiitos palautteesta." } };
    const template = { templateId: uuidv7(), name: "Kiitos", texts };
    const saved = await saveTemplate(me(), template);
    expect(await saveTemplate(me(), template)).toEqual(saved);
    const other = { ...template, texts: { fi: { subject: "Kiitos", body: "Kiitos kovasti." } } };
    await expect(saveTemplate(me(), other)).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await listTemplates(me())).toEqual([saved]);
    const recorded = await home.transaction((tx) => tx.history.count({ where: { subjectId: template.templateId } }));
    expect(recorded).toBe(1);
  });
});

describe("taking back", () => {
  test("before it left it is withdrawn, and never leaves", async () => {
    const itemId = await askingItem();
    await categorised(itemId);
    const { send, stepId } = await answered(itemId);
    await undoStep(me(), { stepId });
    await send();
    expect(await stateOf(itemId)).toBe("categorised, withdrawn");
    expect(server.taken).toHaveLength(0);
  });

  test("sending it again: what did not arrive is told as that once more, and the first step can be taken back too", async () => {
    server.rules = { recipient: () => 550 };
    const itemId = await askingItem();
    const { send, answerId, stepId } = await answered(itemId);
    await send();
    const again = await sendAnswerAgain(me(), { itemId, version: 2, answerId });
    await undoStep(me(), { stepId: again.stepId });
    expect(await stateOf(itemId)).toBe("in_review, failed address-refused");
    expect(await undelivered()).toContain(itemId);
    server.rules = {};
    await send();
    expect(server.taken).toHaveLength(0);
    await undoStep(me(), { stepId });
    expect(await stateOf(itemId)).toBe("new, withdrawn");
    expect(await undelivered()).not.toContain(itemId);
  });

  test("one that has perhaps arrived is not called withdrawn", async () => {
    server.rules = { message: () => "cut" };
    const itemId = await askingItem();
    const { send, stepId } = await answered(itemId);
    await send();
    await expect(undoStep(me(), { stepId })).rejects.toMatchObject({ code: "feedback.answer-left" });
    expect(await stateOf(itemId)).toBe("in_review, failed interrupted");
  });

  test("after it left it cannot be unsent, and says so", async () => {
    const itemId = await askingItem();
    const { send, stepId } = await answered(itemId);
    await send();
    await expect(undoStep(me(), { stepId })).rejects.toThrow("feedback.answer-left");
    expect(await stateOf(itemId)).toBe("in_review, sent");
  });

  test("on its way this moment it is out of reach", async () => {
    const itemId = await askingItem();
    const { answerId, stepId } = await answered(itemId);
    await home.transaction((tx) =>
      tx.answer.updateMany({
        where: { organisationId: tx.organisationId, id: answerId },
        data: { leavingSince: me().now },
      }),
    );
    await expect(undoStep(me(), { stepId })).rejects.toThrow("feedback.answer-left");
  });

  test("an answer given elsewhere answers at once, and is taken back whole", async () => {
    const itemId = await askingItem();
    const { version } = await categorised(itemId);
    const step = await answerElsewhere(me(), { itemId, version, answerId: uuidv7(), place: "phone", body: "Soitin." });
    expect(await stateOf(itemId)).toBe("answered, elsewhere");
    await undoStep(me(), { stepId: step.stepId });
    expect(await stateOf(itemId)).toBe("categorised, withdrawn");
  });
});

describe("what is refused", () => {
  test("an answer nobody waits for, without an address, without a mail server, with braces that nothing fills", async () => {
    const words = { language: "fi", subject: "Vastaus", body: "Hei" } as const;
    const give = (itemId: string, more = {}, scope = me()) =>
      giveAnswer(scope, { itemId, version: 1, answerId: uuidv7(), ...words, ...more });
    await expect(give(await makeItem(home))).rejects.toThrow("feedback.no-reply-expected");
    await expect(give(await makeItem(home, { replyExpected: true }))).rejects.toThrow("feedback.contact-missing");
    await expect(give(await askingItem(), {}, { ...me(), maySendMail: false })).rejects.toThrow(
      "feedback.mail-not-set-up",
    );
    await expect(give(await askingItem(), { body: "Hei {nimi}" })).rejects.toThrow("feedback.answer-placeholder");
    await expect(give(await askingItem(), { body: "Palvelu: {service}" })).rejects.toThrow(
      "feedback.answer-placeholder",
    );
    await expect(give(await askingItem(), { subject: "{organisation} ".repeat(15) })).resolves.toBeDefined();
    await expect(give(await askingItem(), { subject: `{organisation}${"x".repeat(199)}` })).rejects.toThrow(
      "answer-too-long",
    );
  });

  test("the same answer sent twice is there once", async () => {
    const itemId = await askingItem();
    const given = { itemId, version: 1, answerId: uuidv7(), language: "fi", subject: "Vastaus", body: "Hei" } as const;
    const first = await giveAnswer(me(), given);
    const second = await giveAnswer(me(), given);
    expect(second.stepId).toBe(first.stepId);
    expect(second.item.answers).toHaveLength(1);
    const atOnce = { itemId, version: 2, answerId: uuidv7(), place: "phone", body: "Soitin." } as const;
    const both = await Promise.all([answerElsewhere(me(), atOnce), answerElsewhere(me(), atOnce)]);
    expect(both[0].stepId).toBe(both[1].stepId);
    expect(both[1].item.answers).toHaveLength(2);
  });

  test("other words under the same name are not taken for what is there", async () => {
    const itemId = await askingItem();
    const given = {
      itemId,
      version: 1,
      answerId: uuidv7(),
      language: "fi",
      subject: "Vastaus",
      body: "Hei {name}",
    } as const;
    const first = await giveAnswer(me(), given);
    expect((await giveAnswer(me(), given)).stepId).toBe(first.stepId);
    const other = giveAnswer(me(), { ...given, body: "Hei {name}, pahoittelemme." });
    await expect(other).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 2 } });
    const call = { itemId, version: 2, answerId: uuidv7(), place: "phone", body: "Soitin." } as const;
    await answerElsewhere(me(), call);
    const again = answerElsewhere(me(), { ...call, body: "Soitin kahdesti." });
    await expect(again).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect((await readFeedback(me(), itemId)).answers).toHaveLength(2);
  });
});

describe("the contact", () => {
  const rowsWith = (needle: string) =>
    home.transaction(async (tx) => {
      const { rows } = await tx.run<{ found: number }>(
        `SELECT (SELECT count(*) FROM feedback_contact c WHERE position($1::bytea IN c.ciphertext) > 0)::int
              + (SELECT count(*) FROM history_text h WHERE h.text LIKE '%' || $2 || '%')::int
              + (SELECT count(*) FROM history h WHERE h.values::text LIKE '%' || $2 || '%')::int
              + (SELECT count(*) FROM access_log l WHERE l.details::text LIKE '%' || $2 || '%')::int AS found`,
        [Buffer.from(needle), needle],
      );
      return rows[0]?.found;
    });

  test("lies encrypted, is kept out of the history, and each reading of it stands in the access log", async () => {
    const itemId = await askingItem();
    await setContact(me(), { itemId, contact: { name: null, email: "salainen@example.invalid", phone: null } });
    expect(await openContact(me(), itemId)).toEqual({ name: null, email: "salainen@example.invalid", phone: null });
    expect(await rowsWith("salainen@example.invalid")).toBe(0);
    const log = await home.transaction((tx) =>
      tx.accessLog.findMany({
        where: { organisationId: tx.organisationId, purpose: "reveal", itemIds: { has: itemId } },
        select: { staffId: true, details: true },
      }),
    );
    expect(log).toHaveLength(2);
    expect(log.every(({ staffId }) => staffId === me().staff.id)).toBe(true);
    const { history } = await readFeedback(me(), itemId);
    expect(history[0]).toMatchObject({ change: "feedback.contact-set", values: { parts: ["name email", "email"] } });
  });

  test("a preview that names the giver is a reading of it, one that does not is none", async () => {
    const itemId = await askingItem();
    const count = () =>
      home.transaction((tx) =>
        tx.accessLog.count({
          where: { organisationId: tx.organisationId, purpose: "reveal", itemIds: { has: itemId } },
        }),
      );
    await previewAnswer(me(), { itemId, language: "fi", subject: "Hei", body: "{code}" });
    expect(await count()).toBe(0);
    await previewAnswer(me(), { itemId, language: "fi", subject: "Hei", body: "{name}" });
    expect(await count()).toBe(1);
  });

  test("beyond one's reach there is none, and who reads verbatims only sees that there is one", async () => {
    const [mine, other] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const reach = { wholeOrganisation: false, serviceIds: [mine], siteIds: [] } as const;
    const near = await signedInCaller(world, home, { roles: ["triager"], reach });
    const itemId = await askingItem(undefined, { serviceId: other });
    await expect(near.call.feedback.openContact({ itemId })).rejects.toThrow("not-found");
    const member = await signedInCaller(world, home, "theme_member");
    const seen = await member.call.feedback.item({ itemId });
    expect(seen.hasContact).toBe(true);
    expect(JSON.stringify(seen)).not.toContain("aino@");
    await expect(member.call.feedback.openContact({ itemId })).rejects.toThrow("not-permitted");
  });
});

test("after all of it, the roll-ups and the history agree with the rows", async () =>
  expect(await home.transaction(recountAll)).toEqual([]));
