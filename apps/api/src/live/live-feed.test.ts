import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { routeItem, setKind } from "#feedback/feedback-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { makeFacetValue, makeItem, makeItems, makeOrganisation } from "#testing/makers";
import { announceChange } from "#live/live-notice";
import { listenAs } from "#testing/live";
import { openWorld, signedInCaller } from "#testing/world";
import type { World } from "#testing/world";
import { createTheme } from "#themes/themes-commands";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;

beforeEach(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
});
afterEach(() => world.dispose());

const rename = (itemId: string, version: number) =>
  setKind(home, { itemId, version, kind: version % 2 === 0 ? "idea" : "praise" });

describe("who listens", () => {
  it("hears of an item by id and version, and only once it is committed", async () => {
    const itemId = await makeItem(home);
    const heard = await listenAs(world, await signedInCaller(world, home, "triager"));
    const refused = home.transaction(async () => {
      throw new Error("never mind");
    });
    await expect(refused).rejects.toThrow("never mind");
    await rename(itemId, 1);
    expect(await heard.until(({ items }) => items.length > 0)).toMatchObject({
      items: [{ id: itemId, version: 2 }],
      others: false,
      everything: false,
    });
    heard.stop();
  });

  it("hears of many items at once without their names", async () => {
    const heard = await listenAs(world, await signedInCaller(world, home, "triager"));
    await makeItems(
      home,
      Array.from({ length: 51 }, () => ({})),
    );
    expect(await heard.until(({ others }) => others)).toMatchObject({ items: [], others: true });
    heard.stop();
  });

  it("hears nothing of another organisation, nor of what lies beyond their reach", async () => {
    const [near, far] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const reach = { wholeOrganisation: false, serviceIds: [near], siteIds: [] } as const;
    const heard = await listenAs(world, await signedInCaller(world, home, { roles: ["triager"], reach }));
    const viewer = await listenAs(world, await signedInCaller(world, home, "viewer"));
    const before = Number(heard.lastId().split(".")[1]);
    const elsewhere = await makeOrganisation(world.parts);
    for (let items = 0; items < 20; items += 1) await makeItem(elsewhere, { serviceId: near });
    await makeItem(home, { serviceId: far });
    const seen = await makeItem(home, { serviceId: near });
    expect((await heard.until(({ items }) => items.length > 0)).items).toEqual([{ id: seen, version: 1 }]);
    // The places in the stream tell nothing of how busy others are: a few changes here, twenty and more there.
    expect(Number(heard.lastId().split(".")[1]) - before).toBeLessThan(10);
    await createTheme(home, { names: { fi: "Jonot" }, descriptions: {} });
    expect(await viewer.until(({ rooms }) => rooms.length > 0)).toMatchObject({ rooms: ["themes"] });
    expect(heard.all.flatMap(({ items }) => items)).toHaveLength(1);
    expect(viewer.all.filter(({ items, others }) => items.length > 0 || others)).toEqual([]);
    heard.stop();
    viewer.stop();
  });

  it("hears no name of a whistleblowing report; whoever has it open hears that it is gone", async () => {
    const itemId = await makeItem(home);
    const [reader, other] = [
      await signedInCaller(world, home, "triager"),
      await signedInCaller(world, home, "triager"),
    ];
    const [reading, elsewhere] = [await listenAs(world, reader), await listenAs(world, other)];
    await reader.call.live.presence({ screenId: reading.screenId, itemId });
    await reading.until(({ presence }) => presence !== null);
    await routeItem(home, { itemId, version: 1, routingClass: "whistleblowing" });
    expect(await reading.until(({ gone }) => gone.length > 0)).toMatchObject({ items: [], gone: [itemId] });
    expect(await elsewhere.until(({ others }) => others)).toMatchObject({ items: [], others: true, gone: [] });
    expect(JSON.stringify(elsewhere.all)).not.toContain(itemId);
    await undoStep(home, {});
    expect((await elsewhere.until(({ items }) => items.length > 0)).items).toEqual([{ id: itemId, version: 3 }]);
    reading.stop();
    elsewhere.stop();
  });

  it("hears no longer who is where once their role has been taken away", async () => {
    const person = await signedInCaller(world, home, "triager");
    const heard = await listenAs(world, person);
    const itemId = await makeItem(home);
    await person.call.live.presence({ screenId: heard.screenId, itemId });
    await heard.until(({ presence }) => presence !== null);
    const where = { organisationId: home.organisation.id, staffId: person.scope.staff.id };
    await home.transaction((tx) => tx.staffRole.updateMany({ where, data: { role: "viewer" } }));
    const colleague = await signedInCaller(world, home, "triager");
    await colleague.call.live.presence({ screenId: randomUUID(), itemId });
    await createTheme(home, { names: { fi: "Jonot" }, descriptions: {} });
    await heard.until(({ rooms }) => rooms.includes("themes"));
    expect(JSON.stringify(heard.all)).not.toContain(colleague.scope.staff.id);
    heard.stop();
  });

  it("hears nothing more when they do not work here any more", async () => {
    const person = await signedInCaller(world, home, "triager");
    const heard = await listenAs(world, person);
    await home.transaction((tx) =>
      tx.staff.updateMany({
        where: { organisationId: tx.organisationId, id: person.scope.staff.id },
        data: { active: false },
      }),
    );
    const itemId = await makeItem(home);
    await heard.ended;
    expect(JSON.stringify(heard.all)).not.toContain(itemId);
  });
});

it("hundreds listen over one connection, and each hears", async () => {
  const { live } = world.parts;
  await live.start();
  const listeners = Array.from({ length: 300 }, (_, n) => live.join(home.organisation.id, `person ${n}`, ""));
  await Promise.all(listeners.map((listener) => listener.next()));
  const itemId = await makeItem(home);
  for (const listener of listeners)
    expect(await listener.next()).toMatchObject({ changes: { items: [{ id: itemId }] } });
  const owner = new pg.Client({ connectionString: world.url });
  await owner.connect();
  const { rowCount } = await owner.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN "kuultu_change"'`,
  );
  expect(rowCount).toBe(1);
  await owner.end();
});

it("somebody who is not heard of any more is forgotten", async () => {
  const [here, away] = [await signedInCaller(world, home, "triager"), await signedInCaller(world, home, "triager")];
  const itemId = await makeItem(home);
  const heard = await listenAs(world, here);
  await here.call.live.presence({ screenId: heard.screenId, itemId });
  await heard.until(({ presence }) => presence !== null);
  await away.call.live.presence({ screenId: itemId, itemId, writing: true });
  const came = await heard.until(({ presence }) => presence?.people.length === 1);
  expect(came.presence?.people).toEqual([{ staffId: away.scope.staff.id, name: away.scope.staff.name, writing: true }]);
  const before = heard.all.length;
  world.setClock(new Date(world.parts.clock().getTime() + 29_000));
  await here.call.live.presence({ screenId: heard.screenId, itemId });
  world.parts.live.sweep();
  world.setClock(new Date(world.parts.clock().getTime() + 2000));
  world.parts.live.sweep();
  await expect.poll(() => heard.all.slice(before).map(({ presence }) => presence?.people)).toEqual([[]]);
  expect(await here.call.live.presence({ screenId: heard.screenId, itemId })).toEqual([]);
  heard.stop();
});

it("a person's streams are bounded: the oldest ends, nobody else's does", async () => {
  const { live } = world.parts;
  await live.start();
  const other = live.join(home.organisation.id, "other", "");
  const [oldest, ...newer] = Array.from({ length: 51 }, () => live.join(home.organisation.id, "one", ""));
  expect(await oldest?.next()).toBeNull();
  for (const listener of [other, ...newer]) expect(await listener.next()).not.toBeNull();
});

it("a screen's made-up id is one's own: it takes nobody's place, not even in another organisation, and few are kept", async () => {
  const elsewhere = await makeOrganisation(world.parts);
  const [one, two] = [await signedInCaller(world, home, "triager"), await signedInCaller(world, home, "triager")];
  const stranger = await signedInCaller(world, elsewhere, "triager");
  const [itemId, another] = await makeItems(home, [{}, {}]);
  const at = { screenId: randomUUID(), itemId: itemId ?? "" };
  await one.call.live.presence(at);
  await stranger.call.live.presence({ ...at, itemId: await makeItem(elsewhere) });
  const names = async () =>
    (await two.call.live.presence({ ...at, screenId: randomUUID() })).map((each) => each.staffId);
  expect(await names()).toEqual([one.scope.staff.id]);
  for (let screens = 0; screens < 50; screens += 1)
    await one.call.live.presence({ screenId: randomUUID(), itemId: another ?? "" });
  await expect.poll(names).toEqual([]);
});

it("nobody is present at what they may not read", async () => {
  const { call } = await signedInCaller(world, home, "triager");
  const itemId = await makeItem(home);
  await routeItem(home, { itemId, version: 1, routingClass: "whistleblowing" });
  await expect(call.live.presence({ screenId: itemId, itemId })).rejects.toThrow("not-found");
});

describe("after a break", () => {
  it("a screen goes on where it was, and hears what it missed", async () => {
    const person = await signedInCaller(world, home, "triager");
    const [first = "", second = ""] = await makeItems(home, [{}, {}]);
    const before = await listenAs(world, person);
    await rename(first, 1);
    await before.until(({ items }) => items.length > 0);
    before.stop();
    await rename(second, 1);
    await rename(second, 2);
    const after = await listenAs(world, person, before.lastId());
    expect(after.all[0]).toMatchObject({ everything: false, items: [{ id: second, version: 3 }] });
    after.stop();
  });

  it("a screen that was away too long, or at another process, fetches everything", async () => {
    const person = await signedInCaller(world, home, "triager");
    const before = await listenAs(world, person);
    const other = await listenAs(world, person);
    await home.transaction(async (tx) => {
      for (let theme = 0; theme < 501; theme++) await announceChange(tx, "theme", [randomUUID()]);
    });
    await other.until(({ rooms }) => rooms.length > 0);
    const itemId = await makeItem(home);
    await other.until(({ items }) => items.some(({ id }) => id === itemId));
    expect((await listenAs(world, person, before.firstId())).all[0]).toMatchObject({ everything: true });
    expect((await listenAs(world, person, "another-process.3")).all[0]).toMatchObject({ everything: true });
    before.stop();
    other.stop();
  });

  it("nothing is lost while the listening connection is cut and writers go on", async () => {
    const itemIds = await makeItems(
      home,
      Array.from({ length: 8 }, () => ({})),
    );
    const heard = await listenAs(world, await signedInCaller(world, home, "triager"));
    /** What a screen would show: the versions it was told of, and all of them anew when told to. */
    const shown = new Map<string, number>();
    const versions = () =>
      home.transaction((tx) =>
        tx.feedbackItem.findMany({
          where: { organisationId: tx.organisationId },
          select: { id: true, version: true },
        }),
      );
    heard.each(async ({ everything, items }) => {
      for (const { id, version } of everything ? await versions() : items) {
        shown.set(id, Math.max(version, shown.get(id) ?? 0));
      }
    });
    const writers = itemIds.map(async (itemId) => {
      for (let version = 1; version <= 12; version++) await rename(itemId, version);
    });
    const owner = new pg.Client({ connectionString: world.url });
    await owner.connect();
    const quietId = await makeItem(home);
    for (let cut = 1; cut <= 4; cut++) {
      await expect.poll(() => cutListening(owner)).toBe(1);
      await expect.poll(() => cutListening(owner)).toBe(0);
      // Committed while nobody listens, and not changed again.
      await rename(quietId, cut);
      await expect.poll(() => shown.get(quietId)).toBe(cut + 1);
    }
    await Promise.all(writers);
    await expect
      .poll(() => Object.fromEntries(shown))
      .toEqual({
        ...Object.fromEntries(itemIds.map((id) => [id, 13])),
        [quietId]: 5,
      });
    await owner.end();
    heard.stop();
  });
});

async function cutListening(owner: pg.Client): Promise<number | null> {
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN "kuultu_change"'`,
  );
  return rowCount;
}
