import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { startBulkStep } from "#feedback/bulk/bulk-commands";
import { recountFeedback } from "#feedback/counts/roll-up";
import { mergeDuplicates } from "#feedback/duplicates/duplicate-commands";
import { reopenItem, routeItem } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { replayFeedback } from "#feedback/history-replay";
import { acknowledgeRouted, returnRouted, undoRouted } from "#routed/routed-commands";
import { listRouted, readRouted } from "#routed/routed-queries";
import { setRoutingRule } from "#routed/routing-rule-commands";
import { listenAs } from "#testing/live";
import { makeFacetValue, makeItem, makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

const secret = "Väärinkäytös varastossa: tavaraa viedään öisin.";
const routingClass = "whistleblowing" as const;

let world: World;
let home: Scope;
let triager: SignedIn;
let registrar: SignedIn;
let beside: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  triager = await signedInCaller(world, home, "triager");
  registrar = await signedInCaller(world, home, "registrar");
  await setRoutingRule(home, {
    routingClass,
    version: 0,
    targetNames: {},
    days: 7,
    months: 3,
    registrarIds: [registrar.scope.staff.id],
  });
  beside = await makeItem(home, { body: secret });
});

/** A report, what repeats it, and what repeats that; each with the version 2, the report with 1. */
async function merged(count = 2): Promise<[string, string, ...string[]]> {
  const [kept = "", first = "", ...rest] = await makeItems(
    home,
    Array.from({ length: count + 1 }, () => ({ body: secret })),
  );
  await mergeDuplicates(triager.scope, { keptId: kept, repeats: [{ itemId: first, version: 1 }] });
  if (rest.length > 0)
    await mergeDuplicates(triager.scope, {
      keptId: first,
      repeats: rest.map((itemId) => ({ itemId, version: 1 })),
    });
  return [kept, first, ...rest];
}

/** Which of these items a triager meets, by any way that shows items; `beside`: an open item of the same text. */
async function readable(ids: readonly string[]): Promise<string[]> {
  const answers = [
    await triager.call.feedback.list({ filter: {} }),
    await triager.call.feedback.list({ filter: { status: "duplicate" } }),
    await triager.call.feedback.list({ filter: { search: "varastossa" } }),
    await triager.call.feedback.duplicateCandidates({ itemId: beside }),
    ...(await Promise.all(ids.map((itemId) => triager.call.feedback.item({ itemId }).catch(() => null)))),
    ...(await Promise.all(ids.map((itemId) => triager.call.feedback.repeats({ itemId }).catch(() => null)))),
  ];
  return ids.filter((id) => JSON.stringify(answers).includes(id));
}

async function facts(ids: readonly string[]) {
  const rows = await home.transaction((tx) =>
    tx.feedbackItem.findMany({
      where: { organisationId: tx.organisationId, id: { in: [...ids] } },
      select: { id: true, status: true, statusReason: true, duplicateOfId: true },
    }),
  );
  return ids.map((id) => rows.find((row) => row.id === id));
}

const sound = async () => [
  ...(await home.transaction((tx) => recountFeedback(tx))),
  ...(await home.transaction((tx) => replayFeedback(tx))),
];

const route = (itemId: string, version = 1) => routeItem(triager.scope, { itemId, version, routingClass });

describe("what repeats a whistleblowing report", () => {
  test("goes with it, to the last repeat of a repeat, and comes back as it was when that is undone", async () => {
    const ids = await merged(3);
    const before = await facts(ids);
    expect(await readable(ids)).toEqual(ids);
    const { stepId } = await route(ids[0]);
    expect(await readable(ids)).toEqual([]);
    expect((await triager.call.feedback.counts({ filter: {} })).total).toBe(1);
    expect(await sound()).toEqual([]);
    const { items } = await undoStep(triager.scope, { stepId });
    expect(items.map(({ id }) => id)).toEqual([ids[0]]);
    expect([await facts(ids), await readable(ids), await sound()]).toEqual([before, ids, []]);
  });

  test("goes and comes back also where it lies beyond the reach of whoever routes", async () => {
    const [near, far] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const [kept = "", repeat = ""] = await makeItems(home, [
      { body: secret, serviceId: near },
      { body: secret, serviceId: far },
    ]);
    await mergeDuplicates(triager.scope, { keptId: kept, repeats: [{ itemId: repeat, version: 1 }] });
    const narrow = await signedInCaller(world, home, {
      roles: ["triager"],
      reach: { wholeOrganisation: false, serviceIds: [near], siteIds: [] },
    });
    await routeItem(narrow.scope, { itemId: kept, version: 1, routingClass });
    expect(await readable([kept, repeat])).toEqual([]);
    expect((await undoStep(narrow.scope, {})).items.map(({ id }) => id)).toEqual([kept]);
    expect(await readable([kept, repeat])).toEqual([kept, repeat]);
  });

  test("is the registrar's to read with it, comes back with it, and goes again when the return is taken back", async () => {
    const ids = await merged();
    const before = await facts(ids.slice(1));
    await route(ids[0]);
    const { stubs } = await listRouted(registrar.scope, { settled: false, limit: 10 });
    expect(stubs.map(({ id }) => id)).toEqual([ids[0]]);
    const read = await readRouted(registrar.scope, ids[0]);
    expect(new Map(read.repeats.map(({ id, body }) => [id, body]))).toEqual(
      new Map(ids.slice(1).map((id) => [id, secret])),
    );
    expect(read.repeats[0]?.receivedAt).toBe(home.now.toISOString());
    const log = await home.transaction((tx) =>
      tx.accessLog.findMany({ where: { organisationId: tx.organisationId, staffId: registrar.scope.staff.id } }),
    );
    expect(log.map(({ itemIds }) => itemIds.toSorted())).toEqual([ids.toSorted()]);
    const { stepId } = await returnRouted(registrar.scope, { itemId: ids[0], version: 2, reason: "on palautetta" });
    expect([await facts(ids.slice(1)), await readable(ids)]).toEqual([before, ids]);
    const repeated = await readFeedback(triager.scope, ids[1]);
    expect(repeated.history.slice(0, 2).map(({ change }) => change)).toEqual([
      "feedback.repeat-shown",
      "feedback.repeat-hidden",
    ]);
    expect((await undoRouted(registrar.scope, { stepId })).item?.id).toBe(ids[0]);
    expect([await readable(ids), await sound()]).toEqual([[], []]);
  });

  test("goes in the same bulk step, by batches too, and comes back with it", async () => {
    const [one, other] = [await merged(), await merged()];
    const ids = [...one, ...other];
    const before = await facts(ids);
    const bulk = await startBulkStep(triager.scope, {
      change: { step: "route", routingClass },
      selection: { itemIds: ids },
      reason: "",
    });
    expect(bulk).toMatchObject({ state: "finished", total: ids.length, changed: 2, remaining: 0 });
    expect([await readable(ids), await sound()]).toEqual([[], []]);
    await acknowledgeRouted(registrar.scope, { itemId: one[0], version: 2 });
    const undone = await undoStep(triager.scope, { stepId: bulk.stepId });
    // What the registrar has gone on with stays where it is, and so does what repeats it.
    expect(undone.bulk).toMatchObject({ total: 2, changed: 1, remaining: 0 });
    expect([await readable(ids), await sound()]).toEqual([other, []]);
    expect(await facts(other)).toEqual(before.slice(one.length));
  });

  test("is taken back at once however many they are", async () => {
    const ids = await merged(24);
    const { stepId } = await route(ids[0]);
    expect((await undoStep(triager.scope, { stepId })).items.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await facts(ids)).every((item) => item?.statusReason === null)).toBe(true);
  });

  test("is not made again by taking back what made it none", async () => {
    const [kept, repeat] = await merged(1);
    const reopened = await reopenItem(triager.scope, { itemId: repeat, version: 2, reason: "eri asia" });
    await route(kept);
    expect(await readable([kept, repeat])).toEqual([repeat]);
    await expect(undoStep(triager.scope, { stepId: reopened.stepId })).rejects.toMatchObject({
      code: "feedback.undo-overtaken",
      details: { itemId: repeat },
    });
  });

  test("cannot slip past a merging at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [kept = "", repeat = ""] = await makeItems(home, [{ body: secret }, { body: secret }]);
      const [, merging] = await Promise.allSettled([
        route(kept),
        mergeDuplicates(triager.scope, { keptId: kept, repeats: [{ itemId: repeat, version: 1 }] }),
      ]);
      expect(await readable([kept, repeat])).toEqual(merging.status === "fulfilled" ? [] : [repeat]);
    }
    expect(await sound()).toEqual([]);
  });
});

describe("what its registrar does with a report", () => {
  test("is heard by nobody who triages; that it has gone is", async () => {
    const [kept] = await merged();
    const heard = await listenAs(world, triager);
    await route(kept);
    await heard.until(({ others }) => others);
    const later = await makeItem(home);
    await heard.until(({ items }) => items.some(({ id }) => id === later));
    const before = heard.all.length;
    await acknowledgeRouted(registrar.scope, { itemId: kept, version: 2 });
    const seen = await makeItem(home);
    await heard.until(({ items }) => items.some(({ id }) => id === seen));
    expect(heard.all.slice(before).filter(({ others }) => others)).toEqual([]);
    await returnRouted(registrar.scope, { itemId: kept, version: 3, reason: "on palautetta" });
    await heard.until(({ items }) => items.some(({ id }) => id === kept));
    heard.stop();
  });
});
