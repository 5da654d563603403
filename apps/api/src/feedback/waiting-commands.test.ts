import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { readFeedback } from "#feedback/feedback-item-queries";
import { setNoTheme } from "#feedback/feedback-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { recountFeedback } from "#feedback/counts/roll-up";
import { waitItem, wakeItem } from "#feedback/waiting-commands";
import { workOff } from "#testing/jobs";
import { makeItem, makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";

const now = new Date("2026-03-04T10:00:00.000Z");
let world: World;
let home: Scope;
let triager: SignedIn;

beforeAll(async () => {
  world = await openWorld(now);
});
afterAll(() => world.dispose());
beforeEach(async () => {
  world.setClock(now);
  home = await makeOrganisation(world.parts);
  triager = await signedInCaller(world, home, "triager");
});

/** What the server does in the mornings, at the world's present clock. */
async function morning(): Promise<void> {
  await home.transaction((tx) =>
    home.jobs.enqueue(tx, "feedback.wake", { organisationId: home.organisation.id }, { singleton: "every day" }),
  );
  await workOff(world);
}

const stateOf = async (itemId: string) => {
  const { status, waitingUntil } = await readFeedback(await systemScope(world.parts, home.organisation.slug), itemId);
  return [status, waitingUntil];
};

test("an item waits until its day, and comes back that morning, not a day earlier", async () => {
  const itemId = await makeItem(home);
  const { item } = await waitItem(triager.scope, { itemId, version: 1, until: "2026-03-06" });
  expect([item.status, item.waitingUntil]).toEqual(["waiting", "2026-03-06"]);
  // In Helsinki it is still the fifth.
  world.setClock(new Date("2026-03-05T21:59:00.000Z"));
  await morning();
  expect(await stateOf(itemId)).toEqual(["waiting", "2026-03-06"]);
  world.setClock(new Date("2026-03-05T22:01:00.000Z"));
  await morning();
  expect(await stateOf(itemId)).toEqual(["in_review", null]);
  const { history } = await readFeedback(home, itemId);
  expect(history.map(({ change, staffName }) => [change, staffName])).toEqual([
    ["feedback.woken", null],
    ["feedback.waiting", "Demo triager"],
  ]);
  expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
});

test("the morning wakes all whose day has come, and none that waits for an answer, a second time nobody", async () => {
  const ids = await makeItems(
    home,
    Array.from({ length: 230 }, () => ({})),
  );
  for (const itemId of ids) await waitItem(home, { itemId, version: 1, until: "2026-03-05" });
  const forAnswer = await makeItem(home);
  await waitItem(home, { itemId: forAnswer, version: 1, until: null });
  world.setClock(new Date("2026-03-09T06:00:00.000Z"));
  await morning();
  await morning();
  const rows = await home.transaction((tx) =>
    tx.feedbackItem.groupBy({
      by: ["status", "version"],
      where: { organisationId: tx.organisationId },
      _count: true,
      orderBy: { status: "asc" },
    }),
  );
  expect(rows.map(({ status, version, _count }) => [status, version, _count])).toEqual([
    ["in_review", 3, 230],
    ["waiting", 2, 1],
  ]);
});

test("only a day to come is waited for", async () => {
  const itemId = await makeItem(home);
  for (const until of ["2026-03-04", "2026-03-03"]) {
    await expect(waitItem(home, { itemId, version: 1, until })).rejects.toMatchObject({
      code: "feedback.wait-not-in-future",
    });
  }
});

test("by hand it wakes at once, and what was said of it before is still there; both can be taken back", async () => {
  const itemId = await makeItem(home);
  await setNoTheme(home, { itemId, version: 1, reason: "too_general" });
  await waitItem(home, { itemId, version: 2, until: "2026-03-10" });
  const { item } = await wakeItem(home, { itemId, version: 3 });
  expect([item.status, item.statusReason, item.waitingUntil]).toEqual(["in_review", "too_general", null]);
  await undoStep(home, {});
  expect(await stateOf(itemId)).toEqual(["waiting", "2026-03-10"]);
  await undoStep(home, {});
  expect(await stateOf(itemId)).toEqual(["in_review", null]);
  await expect(wakeItem(home, { itemId, version: 6 })).rejects.toMatchObject({
    code: "feedback.transition-not-allowed",
  });
});

test("waiting that has ended by itself is not taken back", async () => {
  const itemId = await makeItem(home);
  const { stepId } = await waitItem(triager.scope, { itemId, version: 1, until: "2026-03-05" });
  world.setClock(new Date("2026-03-05T06:00:00.000Z"));
  await morning();
  await expect(undoStep(triager.scope, { stepId })).rejects.toMatchObject({ code: "feedback.undo-overtaken" });
});
