import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { sendAnswerAgain } from "#feedback/answers/answer-commands";
import { countUndelivered } from "#feedback/answers/answer-queries";
import { setContact } from "#feedback/answers/contact-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { recountAll } from "#history/verify";
import { openAnswering, type Answering } from "#testing/answering";
import { freePort, startMailServer } from "#testing/mail-server";

let desk: Answering;

beforeAll(async () => {
  desk = await openAnswering();
});
afterAll(() => desk.dispose());
beforeEach(() => desk.startMail());
afterEach(() => desk.server.stop());

describe("an answer that does not arrive", () => {
  test("a refused address comes back at once, and once corrected the same answer arrives there", async () => {
    desk.server.rules = { recipient: (address) => (address.startsWith("aino") ? 550 : undefined) };
    const itemId = await desk.askingItem();
    await desk.categorised(itemId);
    const { send, answerId } = await desk.answered(itemId);
    expect(await desk.undelivered()).not.toContain(itemId);
    await send();
    expect(await desk.stateOf(itemId)).toBe("categorised, failed address-refused");
    expect(await desk.undelivered()).toContain(itemId);
    expect(await countUndelivered(desk.me())).toBe((await desk.undelivered()).length);
    const { history, version } = await readFeedback(desk.me(), itemId);
    expect(history[0]).toMatchObject({
      change: "feedback.answer-failed",
      values: { "answer.failure": [null, "address-refused"] },
    });
    await setContact(desk.me(), {
      itemId,
      contact: { name: "Aino Demo", email: "toinen@example.invalid", phone: null },
    });
    await sendAnswerAgain(desk.me(), { itemId, version, answerId });
    expect(await desk.undelivered()).not.toContain(itemId);
    await send();
    expect(desk.server.taken.map(({ to }) => to)).toEqual([["toinen@example.invalid"]]);
    expect(await desk.stateOf(itemId)).toBe("answered, sent");
  });

  test("a busy server is tried again, and later takes it", async () => {
    let busy = true;
    desk.server.rules = { message: () => (busy ? 451 : undefined) };
    const itemId = await desk.askingItem();
    const { send, answerId } = await desk.answered(itemId);
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, sending");
    expect(desk.waits(answerId)).toEqual([10, 60]);
    await send();
    expect(desk.waits(answerId)).toEqual([10, 60, 120]);
    busy = false;
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, sent");
    expect(desk.server.taken).toHaveLength(1);
  });

  test("a server that stays away is given up after the last try", async () => {
    const port = await freePort();
    desk.mailTo(`smtp://127.0.0.1:${port}`);
    const itemId = await desk.askingItem();
    const { send, answerId } = await desk.answered(itemId);
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, sending");
    await desk.home.transaction((tx) =>
      tx.answer.updateMany({ where: { organisationId: tx.organisationId, id: answerId }, data: { attempts: 13 } }),
    );
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, failed server-away");
  });

  test.each([
    [550, "message-refused"],
    [554, "message-refused"],
  ])("a message refused with %d fails at once as %s", async (code, failure) => {
    desk.server.rules = { message: () => code };
    const itemId = await desk.askingItem();
    const { send, answerId } = await desk.answered(itemId);
    await send();
    expect(await desk.stateOf(itemId)).toBe(`in_review, failed ${failure}`);
    expect(desk.waits(answerId)).toEqual([10]);
  });

  test("cut off after the whole message went out: nobody knows, so it is told and not sent again by itself", async () => {
    desk.server.rules = { message: () => "cut" };
    const itemId = await desk.askingItem();
    const { send } = await desk.answered(itemId);
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, failed interrupted");
    desk.server.rules = {};
    await send();
    expect(desk.server.taken).toHaveLength(0);
  });

  test("a process that died in the middle of a try is told likewise", async () => {
    const itemId = await desk.askingItem();
    const { send, answerId } = await desk.answered(itemId);
    await desk.home.transaction((tx) =>
      tx.answer.updateMany({
        where: { organisationId: tx.organisationId, id: answerId },
        data: { leavingSince: desk.me().now, attempts: 1 },
      }),
    );
    await send();
    expect(await desk.stateOf(itemId)).toBe("in_review, failed interrupted");
    expect(desk.server.taken).toHaveLength(0);
  });

  test("a server that knows plain addresses only refuses one with Russian letters", async () => {
    const plain = await startMailServer({ plainAddressesOnly: true });
    try {
      desk.mailTo(plain.url);
      plain.rules = { recipient: (address) => (/^[\x20-\x7E]+$/u.test(address) ? undefined : 553) };
      const itemId = await desk.askingItem("айно@example.invalid");
      const { send } = await desk.answered(itemId);
      await send();
      expect(await desk.stateOf(itemId)).toBe("in_review, failed address-refused");
    } finally {
      await plain.stop();
    }
  });
});

test("after all of it, the roll-ups and the history agree with the rows", async () =>
  expect(await desk.home.transaction(recountAll)).toEqual([]));
