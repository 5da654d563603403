import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { BulkChange, BulkSelection } from "@kuultu/domain/feedback/bulk-step";
import type { BulkStepView } from "@kuultu/domain/feedback/bulk-view";

import { runBulkStep } from "#feedback/bulk/bulk-run";
import { recountAll } from "#history/verify";
import { workOff } from "#testing/jobs";
import { makeFacetValue, makeItems, makeOrganisation, makeTheme } from "#testing/makers";
import { openWorld, signedInCaller } from "#testing/world";
import type { SignedIn, World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import { staffScope } from "#trpc/system-scope";

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

const many = (count: number) =>
  makeItems(
    home,
    Array.from({ length: count }, () => ({})),
  );

async function statuses(): Promise<Record<string, number>> {
  const { rows } = await home.transaction((tx) =>
    tx.run<{ status: string; count: number }>(
      "SELECT status, count(*)::int AS count FROM feedback_item WHERE organisation_id = $1::uuid GROUP BY 1",
      [tx.organisationId],
    ),
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function asked(change: BulkChange, selection: BulkSelection, reason = ""): Promise<BulkStepView> {
  return triager.call.feedback.startBulkStep({ change, selection, reason });
}

const differences = () => home.transaction(recountAll);
const sumOf = (step: BulkStepView) =>
  step.changed + step.remaining + step.leftAlone.reduce((sum, { count }) => sum + count, 0);

describe("a preview", () => {
  it("adds up, says why what is left alone is, and what leaves the queue", async () => {
    const themeId = await makeTheme(home);
    const ids = await many(7);
    const [coded = "", rejected = "", foreign = "0198f0c0-0000-7000-8000-00000000000f"] = ids;
    await triager.call.feedback.code({ itemId: coded, version: 1, themeId });
    await triager.call.feedback.reject({ itemId: rejected, version: 1, reason: "test_response" });
    const preview = await triager.call.feedback.previewBulkStep({
      change: { step: "code", themeIds: [themeId] },
      selection: { itemIds: [...ids, "0198f0c0-0000-7000-8000-00000000000f"] },
    });
    expect(preview).toMatchObject({ total: 8, changes: 5, leavesQueue: 0 });
    expect(preview.leftAlone).toEqual(
      expect.arrayContaining([
        { code: "already-so", count: 1 },
        { code: "feedback.transition-not-allowed", count: 1 },
        { code: "not-found", count: 1 },
      ]),
    );
    expect(foreign).toBe(ids[2]);
    const rejecting = await triager.call.feedback.previewBulkStep({
      change: { step: "reject", reason: "abusive" },
      selection: { filter: {} },
    });
    expect(rejecting).toMatchObject({ total: 7, changes: 6, leavesQueue: 6 });
  });

  it("says how many that wait stop waiting", async () => {
    const themeId = await makeTheme(home);
    const ids = await many(4);
    for (const itemId of ids.slice(0, 3)) await triager.call.feedback.wait({ itemId, version: 1, until: null });
    const of = async (change: BulkChange) =>
      (await triager.call.feedback.previewBulkStep({ change, selection: { itemIds: ids } })).endsWaiting;
    expect(await of({ step: "code", themeIds: [themeId] })).toBe(3);
    expect(await of({ step: "kind", kind: "praise" })).toBe(0);
  });

  it("draws samples in which a rare kind is as rare as among all", async () => {
    await many(180);
    const rare = new Set(
      await makeItems(
        home,
        Array.from({ length: 20 }, () => ({ language: "sv" as const, body: "Jag väntade." })),
      ),
    );
    let drawn = 0;
    const seen = new Set<string>();
    for (let seed = 0; seed < 80; seed += 1) {
      const input = { change: { step: "done" }, selection: { filter: {} }, seed } as const;
      const { samples } = await triager.call.feedback.previewBulkStep(input);
      drawn += samples.filter(({ id }) => rare.has(id)).length;
      for (const { id } of samples) seen.add(id);
    }
    // A tenth of 400 is 40; 14 and 66 are more than four deviations off.
    expect(drawn).toBeGreaterThan(14);
    expect(drawn).toBeLessThan(66);
    // Of 200 items 400 draws are expected to meet 173.
    expect(seen.size).toBeGreaterThan(145);
  });

  it("logs the reading of its samples", async () => {
    await many(30);
    const input = { change: { step: "done" }, selection: { filter: {} }, seed: 7 } as const;
    const { samples } = await triager.call.feedback.previewBulkStep(input);
    expect(samples).toHaveLength(5);
    const logged = await home.transaction((tx) =>
      tx.accessLog.findFirst({ where: { organisationId: tx.organisationId }, orderBy: { id: "desc" } }),
    );
    expect(logged?.itemIds).toEqual(samples.map(({ id }) => id));
  });

  it("tells how each of a person's reach fares: what they may not see is no part of it", async () => {
    const [mine, theirs] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const ids = await makeItems(home, [{ serviceId: mine }, { serviceId: theirs }, {}]);
    const local = await signedInCaller(world, home, {
      roles: ["triager"],
      reach: { wholeOrganisation: false, serviceIds: [mine], siteIds: [] },
    });
    const change: BulkChange = { step: "kind", kind: "idea" };
    expect(await local.call.feedback.previewBulkStep({ change, selection: { filter: {} } })).toMatchObject({
      total: 1,
      changes: 1,
    });
    const step = await local.call.feedback.startBulkStep({ change, selection: { itemIds: ids } });
    expect(step).toMatchObject({ total: 3, changed: 1, leftAlone: [{ code: "not-found", count: 2 }] });
  });
});

describe("a run", () => {
  const changes: readonly [string, () => Promise<BulkChange>, Record<string, number>][] = [
    [
      "themes",
      async () => ({ step: "code", themeIds: [await makeTheme(home), await makeTheme(home)] }),
      { in_review: 5 },
    ],
    ["no theme", async () => ({ step: "no_theme", reason: "too_general" }), { in_review: 5 }],
    ["a kind", async () => ({ step: "kind", kind: "praise" }), { new: 5 }],
    ["rejection", async () => ({ step: "reject", reason: "abusive" }), { rejected: 5 }],
    ["routing", async () => ({ step: "route", routingClass: "accessibility" }), { routed: 5 }],
    ["waiting", async () => ({ step: "wait", until: "2026-04-01" }), { waiting: 5 }],
    ["an owner", async () => ({ step: "assign", assigneeId: triager.scope.staff.id, teamId: null }), { new: 5 }],
  ];
  it.each(changes)(
    "of %s does what a step on each would do, and one undo takes all of it back",
    async (_name, change, expected) => {
      await many(5);
      const before = await home.transaction((tx) => tx.feedbackItem.findMany({ orderBy: { id: "asc" } }));
      const step = await asked(await change(), { filter: {} });
      expect(step).toMatchObject({ state: "finished", total: 5, changed: 5, leftAlone: [], remaining: 0 });
      expect(await statuses()).toEqual(expected);
      expect(await differences()).toEqual([]);
      const { bulk } = await triager.call.feedback.undo({});
      expect(bulk).toMatchObject({ state: "finished", undoesStepId: step.stepId, changed: 5 });
      const after = await home.transaction((tx) => tx.feedbackItem.findMany({ orderBy: { id: "asc" } }));
      expect(after.map((item) => ({ ...item, version: 1 }))).toEqual(before);
      expect(await differences()).toEqual([]);
    },
  );

  it("of a route has its clock; whistleblowing is hidden at once and not taken back by who cannot see it", async () => {
    const [id = ""] = await many(1);
    await asked({ step: "route", routingClass: "whistleblowing" }, { itemIds: [id] });
    const row = await home.transaction((tx) => tx.feedbackItem.findFirstOrThrow({ where: { id } }));
    expect(row).toMatchObject({ status: "routed", statusReason: "whistleblowing" });
    expect(row.routingDueOn).not.toBeNull();
    const again = await asked({ step: "kind", kind: "idea" }, { itemIds: [id] }, "Koe");
    expect(again).toMatchObject({ changed: 0, leftAlone: [{ code: "not-found", count: 1 }] });
  });

  it("of many is a job: it goes on from where it was left, and each item has one entry in the history", async () => {
    await many(250);
    const started = await asked({ step: "reject", reason: "test_response" }, { filter: {} }, "Koeajon rivit");
    expect(started).toMatchObject({
      state: "running",
      total: 250,
      changed: 0,
      remaining: 250,
      reason: "Koeajon rivit",
    });
    const stop = new AbortController();
    const scope: Scope = {
      ...triager.scope,
      transaction: async (work) => triager.scope.transaction(work).finally(() => stop.abort()),
    };
    await runBulkStep(scope, started.id, { batchItems: 100, signal: stop.signal });
    expect(await triager.call.feedback.bulkStep({ bulkStepId: started.id })).toMatchObject({
      changed: 100,
      remaining: 150,
    });
    expect(await differences()).toEqual([]);
    await workOff(world);
    const ended = await triager.call.feedback.bulkStep({ bulkStepId: started.id });
    expect(ended).toMatchObject({ state: "finished", changed: 250, remaining: 0 });
    const entries = await home.transaction((tx) =>
      tx.history.count({ where: { organisationId: tx.organisationId, stepId: started.stepId, subject: "feedback" } }),
    );
    expect(entries).toBe(250);
    expect((await triager.call.feedback.bulkSteps()).map(({ id }) => id)).toEqual([started.id]);
  });

  it("leaves alone what was changed after it was asked for, and says how many", async () => {
    const ids = await many(210);
    const started = await asked({ step: "reject", reason: "test_response" }, { filter: {} });
    await triager.call.feedback.setKind({ itemId: ids[0] ?? "", version: 1, kind: "idea" });
    await workOff(world);
    const ended = await triager.call.feedback.bulkStep({ bulkStepId: started.id });
    expect(ended).toMatchObject({ changed: 209, leftAlone: [{ code: "changed-meanwhile", count: 1 }] });
    expect(sumOf(ended)).toBe(210);
    expect(await statuses()).toEqual({ rejected: 209, new: 1 });
  });

  it("tells its reason in the history of each item", async () => {
    const [id = ""] = await many(2);
    await asked({ step: "no_theme", reason: "too_general" }, { filter: {} }, "Koeajon rivit");
    const [entry] = (await triager.call.feedback.item({ itemId: id })).history;
    expect(entry).toMatchObject({ change: "feedback.no-theme", texts: { reason: "Koeajon rivit" } });
  });

  it("can be stopped: the rest is left alone and counted", async () => {
    await many(220);
    const { id } = await asked({ step: "reject", reason: "test_response" }, { filter: {} });
    const stop = new AbortController();
    const scope: Scope = {
      ...triager.scope,
      transaction: async (work) => triager.scope.transaction(work).finally(() => stop.abort()),
    };
    await runBulkStep(scope, id, { batchItems: 20, signal: stop.signal });
    const stopped = await triager.call.feedback.stopBulkStep({ bulkStepId: id });
    expect(stopped).toMatchObject({
      state: "stopped",
      changed: 20,
      leftAlone: [{ code: "stopped", count: 200 }],
      remaining: 0,
    });
    await workOff(world);
    expect(await statuses()).toEqual({ rejected: 20, new: 200 });
  });

  it("codes to no theme twice", async () => {
    const themeId = await makeTheme(home);
    const selection = { itemIds: await many(1) };
    await expect(asked({ step: "code", themeIds: [themeId, themeId] }, selection)).rejects.toThrow("a theme twice");
  });

  it("is refused whole where it could be done to no item", async () => {
    await many(2);
    const past = triager.call.feedback.startBulkStep({
      change: { step: "wait", until: "2020-01-01" },
      selection: { filter: {} },
    });
    await expect(past).rejects.toThrow("feedback.wait-not-in-future");
    const nowhere: BulkChange = { step: "code", themeIds: ["0198f0c0-0000-7000-8000-00000000000f"] };
    await expect(asked(nowhere, { filter: {} })).rejects.toThrow("not-found");
  });

  it("goes no further where its asker's role is taken away while it runs", async () => {
    await many(220);
    const { id } = await asked({ step: "reject", reason: "test_response" }, { filter: {} });
    const staffId = triager.scope.staff.id;
    let batches = 0;
    const asker = async (): Promise<Scope> => {
      batches += 1;
      if (batches === 2) await home.transaction((tx) => tx.staffRole.deleteMany({ where: { staffId } }));
      return staffScope(world.parts, home.organisation.id, staffId);
    };
    await runBulkStep(triager.scope, id, { batchItems: 20, asker });
    const row = await home.transaction((tx) => tx.bulkStep.findFirstOrThrow({ where: { id } }));
    expect(row).toMatchObject({ state: "finished", changed: 20, leftAlone: { "not-permitted": 200 } });
  });

  it("fails where its asker is no longer at work", async () => {
    await many(210);
    const { id } = await asked({ step: "reject", reason: "test_response" }, { filter: {} });
    await home.transaction((tx) =>
      tx.staff.updateMany({ where: { organisationId: tx.organisationId }, data: { active: false } }),
    );
    await workOff(world);
    const row = await home.transaction((tx) => tx.bulkStep.findFirstOrThrow({ where: { id } }));
    expect(row).toMatchObject({ state: "failed", failure: "not-found", changed: 0, leftAlone: { stopped: 210 } });
  });
});

describe("undoing", () => {
  it("leaves alone what somebody has changed since, and says how many", async () => {
    const ids = await many(230);
    await asked({ step: "no_theme", reason: "too_general" }, { filter: {} });
    await workOff(world);
    await triager.call.feedback.done({ itemId: ids[3] ?? "", version: 2 });
    // One changed and taken back again bears the bulk step as it was.
    const { stepId } = await triager.call.feedback.setKind({ itemId: ids[4] ?? "", version: 2, kind: "idea" });
    await triager.call.feedback.undo({ stepId });
    const [bulkStep] = await triager.call.feedback.bulkSteps();
    const { bulk } = await triager.call.feedback.undo({ stepId: bulkStep?.stepId });
    await workOff(world);
    expect(await triager.call.feedback.bulkStep({ bulkStepId: bulk?.id ?? "" })).toMatchObject({
      state: "finished",
      changed: 229,
      leftAlone: [{ code: "changed-meanwhile", count: 1 }],
    });
    expect(await statuses()).toEqual({ new: 229, closed: 1 });
    expect(await differences()).toEqual([]);
    const [undoing, undone] = await triager.call.feedback.bulkSteps();
    expect(undone?.undoneById).toBe(undoing?.id);
  });

  it("a later step in the way keeps holding where the bulk step was taken back elsewhere", async () => {
    const [kept = "", other = ""] = await many(2);
    const first = await triager.call.feedback.setKind({ itemId: kept, version: 1, kind: "idea" });
    const step = await asked({ step: "no_theme", reason: "too_general" }, { itemIds: [kept, other] });
    await triager.call.feedback.setKind({ itemId: kept, version: 3, kind: "praise" });
    await triager.call.feedback.undo({ stepId: step.stepId });
    await triager.call.feedback.undo({});
    await expect(triager.call.feedback.undo({ stepId: first.stepId })).rejects.toThrow("feedback.undo-overtaken");
  });

  it("of a running step stops it first", async () => {
    await many(240);
    const step = await asked({ step: "reject", reason: "abusive" }, { filter: {} });
    const stop = new AbortController();
    const scope: Scope = {
      ...triager.scope,
      transaction: async (work) => triager.scope.transaction(work).finally(() => stop.abort()),
    };
    await runBulkStep(scope, step.id, { batchItems: 40, signal: stop.signal });
    const { bulk } = await triager.call.feedback.undo({});
    expect(bulk).toMatchObject({ state: "finished", changed: 40, total: 40 });
    await workOff(world);
    expect(await statuses()).toEqual({ new: 240 });
    await expect(triager.call.feedback.undo({ stepId: step.stepId })).rejects.toThrow("feedback.nothing-to-undo");
  });

  it("closes no circle of repeats, neither by itself nor with whoever merges at once", async () => {
    const repeatOf = (itemId: string, duplicateOfId: string) =>
      triager.call.feedback.markDuplicate({ itemId, version: 1, duplicateOfId });
    for (const atOnce of [false, true]) {
      const [a = "", b = "", c = ""] = await many(3);
      await repeatOf(a, b);
      await repeatOf(b, c);
      const { stepId } = await asked({ step: "reopen" }, { itemIds: [a, b] }, "eri asiat");
      if (!atOnce) await repeatOf(c, a);
      await Promise.allSettled([triager.call.feedback.undo({ stepId }), ...(atOnce ? [repeatOf(c, a)] : [])]);
      const items = await Promise.all([a, b, c].map((itemId) => triager.call.feedback.item({ itemId })));
      expect(items.filter(({ duplicateOfId }) => duplicateOfId !== null)).toHaveLength(2);
    }
    expect([world.unexpected, await differences()]).toEqual([[], []]);
  });

  it("is one's own: nobody else's bulk step is seen, stopped or taken back", async () => {
    await many(3);
    const step = await asked({ step: "reject", reason: "abusive" }, { filter: {} });
    const colleague = await signedInCaller(world, home, "triager");
    expect(await colleague.call.feedback.bulkSteps()).toEqual([]);
    await expect(colleague.call.feedback.stopBulkStep({ bulkStepId: step.id })).rejects.toThrow("not-found");
    await expect(colleague.call.feedback.undo({ stepId: step.stepId })).rejects.toThrow("feedback.nothing-to-undo");
  });
});
