import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { mergeDuplicates } from "#feedback/duplicates/duplicate-commands";
import { routeItem } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { replayFeedback } from "#feedback/history-replay";
import { setRoutingRule } from "#routed/routing-rule-commands";
import { workOff } from "#testing/jobs";
import { makeItem, makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
});

async function catchUp(): Promise<void> {
  const { id: organisationId } = home.organisation;
  await home.transaction((tx) => home.jobs.enqueue(tx, "feedback.catch-up", { organisationId }));
  await workOff(world);
}

test("what was received or routed before the days were kept has the day that a step of today would give", async () => {
  const receivedAt = new Date("2026-02-20T10:00:00.000Z");
  const wishes = [{ receivedAt, replyExpected: true }, { receivedAt }, { receivedAt }];
  const [awaiting = "", request = "", appeal = ""] = await makeItems(home, wishes);
  const [awaitingToday = "", requestToday = ""] = await makeItems(home, wishes);
  await routeItem(home, { itemId: requestToday, version: 1, routingClass: "document_request" });
  // As an older program left them: without the days, and nothing of them in the history.
  const routedBefore = (itemId: string, routingClass: string) =>
    home.transaction((tx) =>
      tx.run(
        `UPDATE feedback_item SET status = 'routed', status_reason = $3, routed_on = '2026-03-04' WHERE organisation_id = $1::uuid AND id = $2::uuid`,
        [tx.organisationId, itemId, routingClass],
      ),
    );
  await routedBefore(request, "document_request");
  await routedBefore(appeal, "appeal");
  await home.transaction((tx) =>
    tx.feedbackItem.updateMany({
      where: { organisationId: tx.organisationId, id: awaiting },
      data: { answerDueOn: null },
    }),
  );
  await catchUp();
  await catchUp();
  const found = async (itemId: string) => {
    const { answerDueOn, routingDueOn, version } = await readFeedback(home, itemId);
    return [answerDueOn, routingDueOn, version];
  };
  expect(await Promise.all([awaiting, request, appeal].map(found))).toEqual([
    ["2026-03-06", null, 2],
    [null, "2026-03-06", 2],
    [null, null, 1],
  ]);
  expect(await Promise.all([awaitingToday, requestToday].map(found))).toEqual([
    ["2026-03-06", null, 1],
    [null, "2026-03-06", 2],
  ]);
  expect((await readFeedback(home, request)).history[0]).toMatchObject({
    change: "feedback.clock-counted",
    staffName: null,
    values: { routingDueOn: [null, "2026-03-06"] },
  });
  expect(await home.transaction((tx) => replayFeedback(tx))).toEqual([]);
});

test("a clock that an organisation has set since holds for what is routed from then on, not for what was routed without one", async () => {
  const itemId = await makeItem(home);
  await routeItem(home, { itemId, version: 1, routingClass: "appeal" });
  await setRoutingRule(home, {
    routingClass: "appeal",
    version: 0,
    targetNames: {},
    days: 30,
    months: null,
    registrarIds: [],
  });
  await catchUp();
  expect(await readFeedback(home, itemId)).toMatchObject({ routingDueOn: null, version: 2 });
});

test("repeats that an older program left to be seen when their item became a report are hidden, to the last of them", async () => {
  const [kept = "", repeat = "", last = ""] = await makeItems(home, [{}, {}, {}]);
  await mergeDuplicates(home, { keptId: repeat, repeats: [{ itemId: last, version: 1 }] });
  // As then: the report went by itself, and its repeat was marked or left where it was.
  await routeItem(home, { itemId: kept, version: 1, routingClass: "whistleblowing" });
  await home.transaction((tx) =>
    tx.run(
      `UPDATE feedback_item SET status = 'duplicate', duplicate_of_id = $3::uuid WHERE organisation_id = $1::uuid AND id = $2::uuid`,
      [tx.organisationId, repeat, kept],
    ),
  );
  await catchUp();
  for (const itemId of [repeat, last])
    await expect(readFeedback(home, itemId)).rejects.toMatchObject({ code: "not-found" });
});
