import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { expectReply } from "#feedback/answers/reply-commands";
import { finishItem, rejectItem, setNoTheme } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { recountAll } from "#history/verify";
import { makeItem, makeOrganisation } from "#testing/makers";
import { openWorld, type SignedIn, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let triager: SignedIn;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  triager = await signedInCaller(world, home, "triager");
});

const facts = async (itemId: string) => {
  const { status, replyExpected, answerDueOn, version } = await readFeedback(triager.scope, itemId);
  return [status, replyExpected, answerDueOn, version];
};

test("a giver who waits after all opens what was closed, with the clock from the arrival on; it can be taken back", async () => {
  const itemId = await makeItem(home, { receivedAt: new Date("2026-02-20T10:00:00.000Z") });
  const twin = await makeItem(home, { receivedAt: new Date("2026-02-20T10:00:00.000Z"), replyExpected: true });
  await setNoTheme(triager.scope, { itemId, version: 1, reason: "praise_only" });
  await finishItem(triager.scope, { itemId, version: 2 });
  const { item } = await expectReply(triager.scope, { itemId, version: 3, expected: true });
  expect([item.status, item.statusReason, item.replyExpected]).toEqual(["categorised", "praise_only", true]);
  expect(item.answerDueOn).toBe((await readFeedback(triager.scope, twin)).answerDueOn);
  expect(item.history[0]).toMatchObject({
    change: "feedback.reply-expected",
    values: { replyExpected: [0, 1], status: ["closed", "categorised"] },
  });
  await undoStep(triager.scope, {});
  expect(await facts(itemId)).toEqual(["closed", false, null, 5]);
  expect(await home.transaction(recountAll)).toEqual([]);
});

test("a giver who does not wait has no clock, and what was categorised is closed; it can be taken back", async () => {
  const itemId = await makeItem(home, { replyExpected: true });
  await setNoTheme(triager.scope, { itemId, version: 1, reason: "too_general" });
  await finishItem(triager.scope, { itemId, version: 2 });
  await expectReply(triager.scope, { itemId, version: 3, expected: false });
  expect(await facts(itemId)).toEqual(["closed", false, null, 4]);
  await undoStep(triager.scope, {});
  expect(await facts(itemId)).toEqual(["categorised", true, "2026-03-18", 5]);
  expect(await home.transaction(recountAll)).toEqual([]);
});

test("where nothing is answered nobody says so, nor about an item that was changed meanwhile", async () => {
  const itemId = await makeItem(home);
  await rejectItem(triager.scope, { itemId, version: 1, reason: "abusive" });
  await expect(expectReply(triager.scope, { itemId, version: 2, expected: true })).rejects.toMatchObject({
    code: "feedback.transition-not-allowed",
  });
  await expect(expectReply(triager.scope, { itemId, version: 1, expected: true })).rejects.toMatchObject({
    code: "changed-meanwhile",
  });
});
