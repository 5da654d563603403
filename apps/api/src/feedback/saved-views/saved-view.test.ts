import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { mostViews } from "@kuultu/domain/feedback/saved-view";
import type { RoleName } from "@kuultu/domain/staff/permission";

import { waitItem } from "#feedback/waiting-commands";
import { makeFacetValue, makeItem, makeOrganisation, unique } from "#testing/makers";
import { openWorld, signedInCaller } from "#testing/world";
import type { SignedIn, World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let aino: SignedIn;
let eino: SignedIn;
beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  aino = await signedInCaller(world, home, "triager");
  eino = await signedInCaller(world, home, "theme_member");
});
afterAll(() => world.dispose());

interface ViewWish {
  readonly viewId?: string;
  readonly name?: string;
  readonly shared?: boolean;
  readonly filter?: FeedbackFilter;
}
const save = (who: SignedIn, wish: ViewWish = {}) =>
  who.call.feedback.saveView({
    viewId: uuidv7(),
    name: unique("Näkymä"),
    shared: false,
    filter: { status: "open", kind: "idea" },
    order: "newest",
    ...wish,
  });
const idsSeenBy = async (who: SignedIn) => (await who.call.feedback.views()).map(({ id }) => id);

describe("a saved view", () => {
  test("comes back as it was kept, in its maker's own order, and pressed twice it is there once", async () => {
    const { call } = await signedInCaller(world, home, "triager");
    const asked = {
      viewId: uuidv7(),
      name: "Ideat",
      shared: false,
      filter: { kind: "idea" },
      order: "newest",
    } as const;
    const first = await call.feedback.saveView(asked);
    expect(await call.feedback.saveView(asked)).toEqual(first);
    const second = await call.feedback.saveView({ ...asked, viewId: uuidv7(), name: "Toinen" });
    expect((await call.feedback.views()).map(({ name }) => name)).toEqual(["Ideat", "Toinen"]);
    await call.feedback.arrangeViews({ viewIds: [second.id] });
    expect(await call.feedback.views()).toMatchObject([
      { name: "Toinen", own: true, changeable: true, makerName: null },
      { name: "Ideat", filter: { kind: "idea" }, order: "newest", version: 1 },
    ]);
  });

  test("is seen by others once it is shared, with who made it, and no longer when it is not", async () => {
    const view = await save(aino);
    expect(await idsSeenBy(eino)).not.toContain(view.id);
    await aino.call.feedback.changeView({ viewId: view.id, version: 1, shared: true });
    expect((await eino.call.feedback.views()).find(({ id }) => id === view.id)).toMatchObject({
      own: false,
      changeable: false,
      makerName: aino.scope.staff.name,
    });
    await aino.call.feedback.changeView({ viewId: view.id, version: 2, shared: false });
    expect(await idsSeenBy(eino)).not.toContain(view.id);
  });

  test("changed by two at once keeps the first change and tells the second", async () => {
    const view = await save(aino);
    const look = { filter: { status: "waiting" }, order: "oldest" } as const;
    await aino.call.feedback.changeView({ viewId: view.id, version: 1, look });
    await expect(aino.call.feedback.changeView({ viewId: view.id, version: 1, name: "Myöhässä" })).rejects.toThrow(
      "changed-meanwhile",
    );
    expect((await aino.call.feedback.views()).find(({ id }) => id === view.id)).toMatchObject({ ...look, version: 2 });
  });

  test("has a name of its own among one's own", async () => {
    const [one, other] = [await save(aino), await save(aino)];
    await expect(save(aino, { name: one.name })).rejects.toThrow("feedback.view-name-taken");
    const rename = { viewId: other.id, version: 1, name: one.name };
    await expect(aino.call.feedback.changeView(rename)).rejects.toThrow("feedback.view-name-taken");
    await save(eino, { name: one.name });
  });

  test("is one of a bounded number", async () => {
    const { call, scope } = await signedInCaller(world, home, "triager");
    await scope.transaction((tx) =>
      tx.savedView.createMany({
        data: Array.from({ length: mostViews }, (_, index) => ({
          organisationId: tx.organisationId,
          id: uuidv7(),
          staffId: scope.staff.id,
          name: `Näkymä ${index}`,
          filter: {},
          savedAt: scope.now,
        })),
      }),
    );
    const more = { viewId: uuidv7(), name: "Yksi liikaa", shared: false, filter: {}, order: "oldest" } as const;
    await expect(call.feedback.saveView(more)).rejects.toThrow("feedback.too-many-views");
  });

  test("leaves its steps in the history, the name among the erasable texts", async () => {
    const view = await save(aino, { name: "Vantaan jonot" });
    await aino.call.feedback.changeView({ viewId: view.id, version: 1, shared: true });
    await aino.call.feedback.removeView({ viewId: view.id, version: 2 });
    const told = await home.transaction((tx) =>
      tx.history.findMany({
        where: { organisationId: tx.organisationId, subject: "view", subjectId: view.id },
        select: { change: true, values: true },
        orderBy: { id: "asc" },
      }),
    );
    expect(told).toEqual([
      { change: "view.saved", values: { shared: [null, "false"], version: [null, 1] } },
      { change: "view.saved", values: { shared: ["false", "true"], version: [1, 2] } },
      { change: "view.removed", values: { version: [2, null] } },
    ]);
    expect(await idsSeenBy(aino)).not.toContain(view.id);
  });
});

describe("somebody else's view", () => {
  test.each<[string, readonly RoleName[], boolean, string]>([
    ["its own one is not there", ["triager"], false, "not-found"],
    ["a shared one is not theirs to change", ["triager"], true, "feedback.view-of-another"],
    ["its own one is not there for who edits settings either", ["triager", "admin"], false, "not-found"],
  ])("%s", async (_what, roles, shared, refusal) => {
    const other = await signedInCaller(world, home, { roles });
    const { id: viewId } = await save(aino, { shared });
    await expect(other.call.feedback.changeView({ viewId, version: 1, name: "Minun" })).rejects.toThrow(refusal);
    await expect(other.call.feedback.removeView({ viewId, version: 1 })).rejects.toThrow(refusal);
  });

  test("is changed by who edits the organisation's settings, where it is shared", async () => {
    const admin = await signedInCaller(world, home, { roles: ["triager", "admin"] });
    const { id: viewId } = await save(aino, { shared: true });
    expect(await admin.call.feedback.changeView({ viewId, version: 1, name: "Yhteinen" })).toMatchObject({
      name: "Yhteinen",
      own: false,
      changeable: true,
    });
  });

  test("cannot be put into one's own order", async () => {
    const { id } = await save(aino, { shared: true });
    await expect(eino.call.feedback.arrangeViews({ viewIds: [id] })).rejects.toThrow("not-found");
  });
});

describe("the counts of views", () => {
  test("are those of the lists they open: saved ones, the built-in ones, within one's reach", async () => {
    const other = await makeOrganisation(world.parts);
    const [here, there] = [await makeFacetValue(other, "service"), await makeFacetValue(other, "service")];
    const reach = { wholeOrganisation: false, serviceIds: [here], siteIds: [] } as const;
    const local = await signedInCaller(world, other, { roles: ["triager"], reach });
    const items = [];
    for (const serviceId of [here, here, here, there])
      items.push(await makeItem(other, { serviceId, kind: "idea", body: "Jonotin tunnin." }));
    await waitItem(other, { itemId: items[0] ?? "", version: 1, until: null });
    await local.call.feedback.assign({
      itemId: items[1] ?? "",
      version: 1,
      assigneeId: local.scope.staff.id,
      teamId: null,
    });
    const { id: ideas } = await save(local, { filter: { kind: "idea" } });
    const { id: words } = await save(local, { filter: { search: "jonotin" } });
    expect(await local.call.feedback.viewCounts()).toEqual({
      [ideas]: { total: 3, capped: false },
      [words]: { total: 3, capped: false },
      mine: { total: 1, capped: false },
      nobody: { total: 2, capped: false },
      "past-target": { total: 0, capped: false },
      waiting: { total: 1, capped: false },
    });
    const log = await other.transaction((tx) =>
      tx.accessLog.findMany({ where: { organisationId: tx.organisationId, purpose: "search" } }),
    );
    expect(log).toMatchObject([{ staffId: local.scope.staff.id, itemIds: [], details: { views: 1 } }]);
    expect(JSON.stringify(log)).not.toContain("jono");
  });
});
