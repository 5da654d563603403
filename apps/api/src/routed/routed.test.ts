import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { RoutedStub } from "@kuultu/domain/feedback/routed-view";
import { routingClasses } from "@kuultu/domain/feedback/triage-status";

import { reopenItem, routeItem } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { recountFeedback } from "#feedback/counts/roll-up";
import { acknowledgeRouted, returnRouted, settleRouted, undoRouted } from "#routed/routed-commands";
import { listRouted, readRouted, summariseRouted } from "#routed/routed-queries";
import { setRoutingRule } from "#routed/routing-rule-commands";
import { listRoutingRules, listRoutingTargets } from "#routed/routing-rule-queries";
import { attempt, queryPaths } from "#testing/every-procedure";
import { makeFacetValue, makeItem, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let registrar: SignedIn;
let named: SignedIn;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  registrar = await signedInCaller(world, home, "registrar");
  named = await signedInCaller(world, home, "registrar");
});

const rule = { version: 0, targetNames: {}, days: 7, months: 3 };
const nameForReports = () =>
  setRoutingRule(home, { ...rule, routingClass: "whistleblowing", registrarIds: [named.scope.staff.id] });

type Class = (typeof routingClasses)[number];
async function routed(
  routingClass: Class,
  body = "Vaadin oikaisua päätökseen.",
  receivedAt = home.now,
): Promise<string> {
  const itemId = await makeItem(home, { body, receivedAt });
  await routeItem(home, { itemId, version: 1, routingClass });
  return itemId;
}
const stubs = async ({ scope }: SignedIn, settled = false): Promise<readonly RoutedStub[]> =>
  (await listRouted(scope, { settled, limit: 100 })).stubs;

describe("routing starts the clock of the class", () => {
  test.each([
    ["accessibility", "2026-03-18"],
    ["data_protection", "2026-04-07"],
    ["revised_decision", "2026-03-04"],
    ["question", null],
    ["safety", null],
  ] as const)("%s: due %s", async (routingClass, dueOn) => {
    // Received on 4 and 5 March in UTC and Helsinki: 22:30 UTC is the next day there.
    const itemId = await makeItem(home, {
      receivedAt: routingClass === "data_protection" ? new Date("2026-03-04T22:30:00Z") : home.now,
    });
    const { item } = await routeItem(home, { itemId, version: 1, routingClass });
    expect([item.status, item.routedOn, item.routingDueOn]).toEqual(["routed", "2026-03-04", dueOn]);
    const { items } = await undoStep(home, {});
    expect(items.map(({ status, routedOn, routingDueOn }) => [status, routedOn, routingDueOn])).toEqual([
      ["new", null, null],
    ]);
  });

  test("an organisation's own clock takes the place of the default, for what is routed from then on", async () => {
    const before = await routed("document_request");
    await setRoutingRule(home, {
      ...rule,
      routingClass: "document_request",
      targetNames: { fi: "Arkisto" },
      days: null,
      months: 1,
      registrarIds: [],
    });
    const after = await routed("document_request");
    const due = async (itemId: string) => (await readFeedback(home, itemId)).routingDueOn;
    expect([await due(before), await due(after)]).toEqual(["2026-03-18", "2026-04-07"]);
    const target = (await listRoutingTargets(home)).find((each) => each.routingClass === "document_request");
    expect(target).toMatchObject({ targetNames: { fi: "Arkisto" }, length: { months: 1 } });
  });

  test("reopening clears it, and the item is back in the queue", async () => {
    const itemId = await routed("accessibility");
    const { item } = await reopenItem(home, { itemId, version: 2, reason: "oli palautetta" });
    expect([item.status, item.routedOn, item.routingDueOn]).toEqual(["in_review", null, null]);
  });
});

describe("rules", () => {
  test("every class has one, and a second writer is told", async () => {
    expect((await listRoutingRules(home)).map(({ routingClass }) => routingClass)).toEqual(routingClasses);
    const input = { ...rule, routingClass: "appeal", days: 30, months: null, registrarIds: [] } as const;
    await setRoutingRule(home, { ...input, registrarIds: [] });
    await expect(setRoutingRule(home, { ...input, registrarIds: [] })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    const rules = await setRoutingRule(home, { ...input, registrarIds: [registrar.scope.staff.id], version: 1 });
    expect(rules.find(({ routingClass }) => routingClass === "appeal")).toMatchObject({
      version: 2,
      length: { days: 30 },
      registrarIds: [registrar.scope.staff.id],
    });
  });

  test("name registrars only", async () => {
    const triager = await signedInCaller(world, home, "triager");
    await expect(
      setRoutingRule(home, { ...rule, routingClass: "whistleblowing", registrarIds: [triager.scope.staff.id] }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the registrar", () => {
  test("sees the stubs of the classes, those due first, and those without a clock by the day they came", async () => {
    const later = await routed("accessibility");
    const sooner = await routed("document_request", "Pyydän asiakirjan.", new Date("2026-02-20T10:00:00Z"));
    const uncounted = await routed("appeal");
    const [first, ...rest] = await stubs(registrar);
    expect([first?.id, ...rest.map(({ id }) => id)]).toEqual([uncounted, sooner, later]);
    expect(JSON.stringify([first, ...rest])).not.toContain("asiakirja");
    expect(await summariseRouted(registrar.scope)).toMatchObject({ waiting: 3, overdue: 0 });
    const page = await listRouted(registrar.scope, { settled: false, limit: 2 });
    expect(page.stubs).toHaveLength(2);
    const next = await listRouted(registrar.scope, { settled: false, limit: 2, cursor: page.nextCursor });
    expect([next.stubs.map(({ id }) => id), next.nextCursor]).toEqual([[later], null]);
  });

  test("handles the classes assigned to them, and those assigned to nobody", async () => {
    await setRoutingRule(home, {
      ...rule,
      routingClass: "appeal",
      days: null,
      months: null,
      registrarIds: [named.scope.staff.id],
    });
    const [appeal, request] = [await routed("appeal"), await routed("document_request")];
    expect((await stubs(registrar)).map(({ id }) => id)).toEqual([request]);
    expect(new Set((await stubs(named)).map(({ id }) => id))).toEqual(new Set([appeal, request]));
    await expect(readRouted(registrar.scope, appeal)).rejects.toMatchObject({ code: "not-found" });
    await expect(settleRouted(registrar.scope, { itemId: appeal, version: 2 })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("sees no further than their reach", async () => {
    const serviceId = await makeFacetValue(home, "service");
    const near = await signedInCaller(world, home, {
      roles: ["registrar"],
      reach: { wholeOrganisation: false, serviceIds: [serviceId], siteIds: [] },
    });
    const inside = await makeItem(home, { serviceId });
    await routeItem(home, { itemId: inside, version: 1, routingClass: "appeal" });
    const outside = await routed("appeal");
    expect((await stubs(near)).map(({ id }) => id)).toEqual([inside]);
    await expect(readRouted(near.scope, outside)).rejects.toMatchObject({ code: "not-found" });
  });

  test("opens a stub with its text, which the access log tells", async () => {
    const itemId = await routed("appeal");
    expect((await readRouted(registrar.scope, itemId)).body).toBe("Vaadin oikaisua päätökseen.");
    const log = await home.transaction((tx) =>
      tx.accessLog.findMany({ where: { organisationId: tx.organisationId, staffId: registrar.scope.staff.id } }),
    );
    expect(log.map(({ purpose, itemIds }) => [purpose, itemIds])).toEqual([["read", [itemId]]]);
    const notRouted = await makeItem(home);
    await expect(readRouted(registrar.scope, notRouted)).rejects.toMatchObject({ code: "not-found" });
  });

  test("returns it with a reason, and takes that back", async () => {
    const itemId = await routed("appeal");
    const back = await returnRouted(registrar.scope, { itemId, version: 2, reason: "Tämä on palautetta." });
    expect(back.item).toBeNull();
    const { status, history, routedOn } = await readFeedback(home, itemId);
    expect([status, routedOn, history[0]?.texts]).toEqual(["in_review", null, { reason: "Tämä on palautetta." }]);
    const undone = await undoRouted(registrar.scope, { stepId: back.stepId });
    expect(undone.item).toMatchObject({ id: itemId, routingClass: "appeal", routedOn: "2026-03-04" });
    expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
  });

  test("settles it: it stays routed, leaves what waits, and can be taken back", async () => {
    const itemId = await routed("accessibility");
    const settled = await settleRouted(registrar.scope, { itemId, version: 2 });
    expect(settled.item).toMatchObject({ settledOn: "2026-03-04", dueOn: "2026-03-18" });
    expect([await stubs(registrar), (await stubs(registrar, true)).map(({ id }) => id)]).toEqual([[], [itemId]]);
    expect((await readFeedback(home, itemId)).status).toBe("routed");
    await expect(settleRouted(registrar.scope, { itemId, version: 3 })).rejects.toMatchObject({
      code: "feedback.already-settled",
    });
    expect((await undoRouted(registrar.scope, { stepId: settled.stepId })).item?.settledOn).toBeNull();
  });

  test("takes back no step of another", async () => {
    const { stepId } = await settleRouted(registrar.scope, { itemId: await routed("appeal"), version: 2 });
    await expect(undoRouted(named.scope, { stepId })).rejects.toMatchObject({ code: "feedback.nothing-to-undo" });
  });
});

describe("a report of whistleblowing", () => {
  const secret = "Väärinkäytös varastossa";

  test("is handled by the named registrars and nobody else; nobody is named at first", async () => {
    const itemId = await routed("whistleblowing", secret);
    expect([await stubs(registrar), await stubs(named)]).toEqual([[], []]);
    await nameForReports();
    expect([await stubs(registrar), (await stubs(named)).map(({ id }) => id)]).toEqual([[], [itemId]]);
    await expect(readRouted(registrar.scope, itemId)).rejects.toMatchObject({ code: "not-found" });
    expect(await readRouted(named.scope, itemId)).toMatchObject({ body: secret, toAcknowledge: true });
  });

  test("is acknowledged within seven days; then the clock of three months begins", async () => {
    await nameForReports();
    const itemId = await routed("whistleblowing", secret, new Date("2026-02-27T10:00:00Z"));
    expect((await stubs(named))[0]?.dueOn).toBe("2026-03-06");
    const { item, stepId } = await acknowledgeRouted(named.scope, { itemId, version: 2 });
    expect(item).toMatchObject({ acknowledgedOn: "2026-03-04", dueOn: "2026-06-04", toAcknowledge: false });
    await expect(acknowledgeRouted(named.scope, { itemId, version: 3 })).rejects.toMatchObject({
      code: "feedback.not-to-acknowledge",
    });
    const undone = await undoRouted(named.scope, { stepId });
    expect(undone.item).toMatchObject({ acknowledgedOn: null, dueOn: "2026-03-06" });
  });

  test("is hidden from whoever triages, at once: no answer to any question holds it", async () => {
    await nameForReports();
    const triager = await signedInCaller(world, home, {
      roles: ["triager", "theme_owner", "privacy_officer", "admin", "analyst", "approver", "registrar"],
    });
    const itemId = await makeItem(home, { body: secret });
    const inputs = [
      undefined,
      {},
      { itemId },
      { itemId, search: "varastossa" },
      { itemId, query: "varastossa" },
      { filter: {} },
      { filter: { search: "varastossa" } },
      { filter: { status: "routed" } },
      { roundId: null },
      { subjectId: itemId },
      { search: "varastossa" },
      { settled: false },
    ];
    const told = async (): Promise<string[]> => {
      const telling: string[] = [];
      for (const path of queryPaths) {
        for (const input of inputs) {
          const { code, result } = await attempt(triager.call, path, input).catch(() => ({ code: "", result: null }));
          const text = code === "ok" ? (JSON.stringify(result) ?? "") : "";
          if (text.includes(itemId) || text.includes("varastossa")) telling.push(path);
        }
      }
      return [...new Set(telling)];
    };
    expect(await told()).toEqual(expect.arrayContaining(["feedback.item", "feedback.list"]));
    const answer = await triager.call.feedback.route({ itemId, version: 1, routingClass: "whistleblowing" });
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(await told()).toEqual([]);
    expect((await triager.call.feedback.counts({ filter: {} })).total).toBe(0);
    for (const act of [
      triager.call.feedback.assignable({ itemId }),
      triager.call.feedback.reopen({ itemId, version: 2, reason: "haluan nähdä" }),
      triager.call.feedback.wake({ itemId, version: 2 }),
    ]) {
      await expect(act).rejects.toMatchObject({ cause: { code: "not-found" } });
    }
  });

  test("comes back to whoever routed it by mistake and takes that back, unless its registrar has gone on", async () => {
    await nameForReports();
    const triager = await signedInCaller(world, home, "triager");
    const itemId = await makeItem(home, { body: secret });
    await routeItem(triager.scope, { itemId, version: 1, routingClass: "whistleblowing" });
    expect((await undoStep(triager.scope, {})).items[0]?.body).toBe(secret);
    const again = await routeItem(triager.scope, { itemId, version: 3, routingClass: "whistleblowing" });
    await acknowledgeRouted(named.scope, { itemId, version: 4 });
    await expect(undoStep(triager.scope, { stepId: again.stepId })).rejects.toMatchObject({
      code: "feedback.undo-overtaken",
    });
  });

  test("is not shown in Triage by taking back what was done in the registrar's room", async () => {
    const both = await signedInCaller(world, home, { roles: ["registrar", "triager"] });
    await setRoutingRule(home, { ...rule, routingClass: "whistleblowing", registrarIds: [both.scope.staff.id] });
    const itemId = await routed("whistleblowing", secret);
    const { stepId } = await settleRouted(both.scope, { itemId, version: 2 });
    await expect(undoStep(both.scope, { stepId })).rejects.toMatchObject({ code: "not-found" });
    expect((await undoRouted(both.scope, { stepId })).item?.settledOn).toBeNull();
  });
});
