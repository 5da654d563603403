import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openContact } from "#feedback/answers/contact-commands";
import { recountFeedback } from "#feedback/counts/roll-up";
import { recognisedLanguage, writeDown } from "#feedback/write-down-commands";
import { makeFacetValue, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
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

const call = (more = {}) => ({
  itemId: uuidv7(),
  source: "phone_note" as const,
  body: "Asiakas jonotti puhelimessa tunnin. Soittopyyntö numeroon 040 123 4567.",
  kind: "complaint" as const,
  serviceId: null,
  siteId: null,
  channelId: null,
  replyExpected: false,
  contact: null,
  ...more,
});

test("a call becomes an item like any other: masked, its original encrypted, its language recognised, counted", async () => {
  const serviceId = await makeFacetValue(home, "service");
  const item = await writeDown(home, call({ serviceId }));
  expect(item).toMatchObject({
    status: "new",
    source: "phone_note",
    kind: "complaint",
    language: "fi",
    serviceId,
    roundId: null,
    body: "Asiakas jonotti puhelimessa tunnin. Soittopyyntö numeroon ⟦phone⟧.",
    hasOriginal: true,
    replyExpected: false,
    answerDueOn: null,
    triageDueOn: "2026-03-11",
  });
  expect(item.history.map(({ change }) => change)).toEqual(["feedback.written-down"]);
  expect(await home.transaction(recountFeedback)).toEqual([]);
});

test("pressed twice, even at once, it is there once", async () => {
  const input = call();
  const [one, two] = await Promise.all([writeDown(home, input), writeDown(home, input)]);
  const three = await writeDown(home, input);
  expect(new Set([one.id, two.id, three.id])).toEqual(new Set([input.itemId]));
  expect(await home.transaction((tx) => tx.feedbackItem.count({ where: { organisationId: tx.organisationId } }))).toBe(
    1,
  );
  expect(three.history).toHaveLength(1);
  expect(await home.transaction(recountFeedback)).toEqual([]);
});

test("what was written on after an answer got lost is an item of its own, and there once, too", async () => {
  const contact = { name: "Aino Demo", email: null, phone: null };
  const input = call({ replyExpected: true, contact });
  const first = await writeDown(home, input);
  const more = { ...input, body: `${input.body} Soitti uudelleen.` };
  const [one, two] = await Promise.all([writeDown(home, more), writeDown(home, more)]);
  expect([one.body, two.id === one.id, one.id === first.id]).toEqual([`${first.body} Soitti uudelleen.`, true, false]);
  const named = { ...contact, phone: "040 123 4567" };
  expect(await openContact(home, (await writeDown(home, { ...input, contact: named })).id)).toEqual(named);
  expect((await writeDown(home, input)).id).toBe(first.id);
  expect(await home.transaction((tx) => tx.feedbackItem.count({ where: { organisationId: tx.organisationId } }))).toBe(
    3,
  );
});

test("a wanted reply brings its target and its contact; without one nobody is kept", async () => {
  const contact = { name: "Aino Demo", email: null, phone: "040 123 4567" };
  const asked = await writeDown(home, call({ replyExpected: true, contact }));
  expect(asked).toMatchObject({ replyExpected: true, hasContact: true, answerDueOn: "2026-03-18" });
  expect(await openContact(home, asked.id)).toEqual(contact);
  const silent = await writeDown(home, call({ contact }));
  expect(await openContact(home, silent.id)).toBeNull();
});

test("the language that a person chose stands, whatever the text looks like", async () => {
  expect((await writeDown(home, call({ language: "sv" }))).language).toBe("sv");
  expect(await recognisedLanguage("Ждать пришлось очень долго")).toBe("ru");
});

test("with a reach of one service one writes down for it and for nothing else", async () => {
  const [mine, other] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
  const reach = { wholeOrganisation: false, serviceIds: [mine], siteIds: [] } as const;
  const { call: as } = await signedInCaller(world, home, { roles: ["triager"], reach });
  await expect(as.feedback.writeDown(call({ serviceId: other }))).rejects.toThrow("not-permitted");
  await expect(as.feedback.writeDown(call())).rejects.toThrow("not-permitted");
  expect((await as.feedback.writeDown(call({ serviceId: mine }))).serviceId).toBe(mine);
});

test("a channel is no service", async () => {
  const channelId = await makeFacetValue(home, "channel");
  await expect(writeDown(home, call({ serviceId: channelId }))).rejects.toThrow("not-found");
});

test("words of another item cannot be read by guessing its id beyond one's reach", async () => {
  const [mine, other] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
  const there = await writeDown(home, call({ serviceId: other }));
  const reach = { wholeOrganisation: false, serviceIds: [mine], siteIds: [] } as const;
  const { call: as } = await signedInCaller(world, home, { roles: ["triager"], reach });
  await expect(as.feedback.writeDown(call({ itemId: there.id, serviceId: mine }))).rejects.toThrow("not-found");
});
