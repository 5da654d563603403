import { afterAll, beforeAll, expect, it } from "vitest";

import { readFeedback } from "#feedback/feedback-item-queries";
import { recountFeedback } from "#feedback/counts/roll-up";
import { makeFacetValue, makeItems, makeOrganisation, makeRound } from "#testing/makers";
import { openWorld, type World } from "#testing/world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

it("keeps texts as they are, with their masks, and counts them", async () => {
  const home = await makeOrganisation(world.parts);
  const [serviceId, siteId, channelId] = [
    await makeFacetValue(home, "service"),
    await makeFacetValue(home, "site"),
    await makeFacetValue(home, "channel"),
  ];
  const roundId = await makeRound(home);
  const body = 'Rivi "yksi",\nrivi {kaksi}; takakeno \\ ja NULL – ääkköset, кириллица, 🚆 [sähköposti]';
  const masks = [{ start: body.length - 12, end: body.length, kind: "email" as const }];
  const [itemId = ""] = await makeItems(home, [
    {
      title: "NULL",
      body,
      masks,
      serviceId,
      siteId,
      channelId,
      roundId,
      source: "letter",
      kind: "question",
      replyExpected: true,
    },
    {},
    {},
  ]);
  expect(await readFeedback(home, itemId)).toMatchObject({
    title: "NULL",
    body,
    masks,
    titleMasks: [],
    firstLine: "NULL",
    status: "new",
    serviceId,
    siteId,
    channelId,
    roundId,
    source: "letter",
    kind: "question",
    replyExpected: true,
    hasOriginal: false,
    version: 1,
  });
  expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
});

it.each([
  ["a Thursday evening", "2026-03-05T21:30:00Z", "2026-03-12"],
  ["the same evening past midnight in Helsinki", "2026-03-05T22:30:00Z", "2026-03-13"],
  ["before Christmas", "2026-12-22T10:00:00Z", "2026-12-31"],
])("sets the target five working days after the day of arrival: %s", async (_name, receivedAt, dueOn) => {
  const home = await makeOrganisation(world.parts);
  const [itemId = ""] = await makeItems(home, [{ receivedAt: new Date(receivedAt) }]);
  expect((await readFeedback(home, itemId)).triageDueOn).toBe(dueOn);
});

it("begins the first line with the words, on one line, at most 140 characters", async () => {
  const home = await makeOrganisation(world.parts);
  const [itemId = ""] = await makeItems(home, [{ body: `\n\t Ensin\nsitten ${"pitkä ".repeat(100)}` }]);
  const { firstLine } = await readFeedback(home, itemId);
  expect(firstLine).toMatch(/^Ensin sitten pitkä/);
  expect(firstLine).toHaveLength(140);
});
