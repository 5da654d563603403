import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";

import { addStaff } from "#staff/staff-commands";
import { makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, signedOutCaller } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts, { slug: "koevirasto" });
});
afterAll(() => world.dispose());

test("me: nobody without a session, and the organisations of whoever is signed in", async () => {
  expect(await signedOutCaller(world).staff.me()).toBeNull();
  const { call } = await signedInCaller(world, home, "triager");
  const me = await call.staff.me();
  expect(me?.organisations).toMatchObject([
    { slug: "koevirasto", roles: ["triager"], today: "2026-03-04", demonstration: false },
  ]);
  expect(me?.organisations[0]?.permissions).toContain("feedback.triage");
  expect(me?.organisations[0]?.permissions).not.toContain("intake.run");
});

test("a demonstration lives from 9 December 2021 on", async () => {
  const demonstration = await makeOrganisation(world.parts, { demonstration: true });
  const { call, account } = await signedInCaller(world, demonstration, "viewer");
  expect((await call.staff.me())?.organisations[0]?.today).toBe("2021-12-09");
  world.setClock(new Date(world.parts.clock().getTime() + 3 * 24 * 60 * 60 * 1000));
  expect((await call.staff.me())?.organisations[0]?.today).toBe("2021-12-12");
  expect(account.email).toMatch(/\.invalid$/u);
});

test("preferences: only what is named changes, and the history tells of it", async () => {
  const { call, scope } = await signedInCaller(world, home, "viewer");
  await call.staff.setPreferences({ density: "compact", singleKeys: false });
  const after = await call.staff.setPreferences({ language: "sv" });
  expect(after).toEqual({ language: "sv", colourScheme: "auto", density: "compact", singleKeys: false, keys: {} });
  const history = await scope.transaction((tx) =>
    tx.history.findMany({
      where: { organisationId: tx.organisationId, subjectId: scope.staff.id, change: "staff.preferences-set" },
      orderBy: { id: "asc" },
    }),
  );
  expect(history.map(({ values }) => values)).toEqual([
    { density: ["comfortable", "compact"], singleKeys: ["true", "false"] },
    { language: [null, "sv"] },
  ]);
});

test("what two screens of one person choose at once is both kept", async () => {
  const { call } = await signedInCaller(world, home, "viewer");
  await Promise.all([
    call.staff.setPreferences({ keys: { "item.done": ["f"] } }),
    call.staff.setPreferences({ keys: { "move.next": ["n"] } }),
    call.staff.setPreferences({ density: "compact" }),
  ]);
  expect((await call.staff.me())?.organisations[0]?.preferences).toMatchObject({
    density: "compact",
    keys: { "item.done": ["f"], "move.next": ["n"] },
  });
});

test("of names that are given at once one is free, and the others are told", async () => {
  const { call } = await signedInCaller(world, home, "admin");
  const texts = { fi: { subject: "Kiitos", body: "Hei" } };
  const view = { name: "Ideat", shared: false, filter: {}, order: "newest" } as const;
  const reader = await signedInCaller(world, home, "triager");
  for (const give of [
    () => call.staff.addTeam({ name: "Neuvonta", memberIds: [] }),
    () => call.feedback.saveTemplate({ templateId: uuidv7(), name: "Kiitos", texts }),
    () => reader.call.feedback.saveView({ ...view, viewId: uuidv7() }),
  ]) {
    const ends = await Promise.allSettled([give(), give(), give()]);
    expect(ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []))).toEqual([
      expect.stringContaining("name-taken"),
      expect.stringContaining("name-taken"),
    ]);
  }
  expect(world.unexpected).toEqual([]);
});

test("one's own keys are kept command by command, given back one by one, and stand in the history", async () => {
  const { call, scope } = await signedInCaller(world, home, "viewer");
  await call.staff.setPreferences({ keys: { "item.done": ["f", "shift+e"], "item.undo": [] } });
  const after = await call.staff.setPreferences({ keys: { "item.done": null, "move.next": ["n"] } });
  expect(after.keys).toEqual({ "item.undo": [], "move.next": ["n"] });
  expect((await call.staff.me())?.organisations[0]?.preferences.keys).toEqual(after.keys);
  const history = await scope.transaction((tx) =>
    tx.history.findMany({
      where: { organisationId: tx.organisationId, subjectId: scope.staff.id, change: "staff.preferences-set" },
      orderBy: { id: "asc" },
    }),
  );
  expect(history.map(({ values }) => values)).toEqual([
    { "keys.item.done": [null, "f, shift+e"], "keys.item.undo": [null, ""] },
    { "keys.item.done": ["f, shift+e", null], "keys.move.next": [null, "n"] },
  ]);
});

test.each([{ "item.done": ["ee"] }, { "Item Done": ["e"] }, { "item.done": ["a", "b", "c", "d", "f"] }])(
  "keys that are no keys are refused: %j",
  async (keys) => {
    const { call } = await signedInCaller(world, home, "viewer");
    await expect(call.staff.setPreferences({ keys })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  },
);

test("a person can be added once to an organisation, and works in two with one account", async () => {
  const roles = [{ role: "viewer", reach: { wholeOrganisation: true } }] as const;
  const person = {
    name: "Demo Kahdessa",
    email: "Demo.Kahdessa@koe.invalid",
    roles,
    password: "kolme sinistä hevosta",
  };
  await addStaff(world.parts, home, person);
  await expect(addStaff(world.parts, home, person)).rejects.toThrow("staff.email-taken");
  const other = await makeOrganisation(world.parts);
  await addStaff(world.parts, other, person);
  const { accounts } = world.parts.database;
  expect(await accounts.user.count({ where: { email: "demo.kahdessa@koe.invalid" } })).toBe(1);
  expect(await accounts.membership.count({ where: { user: { email: "demo.kahdessa@koe.invalid" } } })).toBe(2);
});

test("a common or short password is refused before anything is written", async () => {
  const person = { name: "Demo", email: "demo.common@koe.invalid", roles: [] };
  await expect(addStaff(world.parts, home, { ...person, password: "password1234" })).rejects.toThrow(
    "staff.password-common",
  );
  await expect(addStaff(world.parts, home, { ...person, password: "lyhyt" })).rejects.toThrow(
    "staff.password-too-short",
  );
  expect(await world.parts.database.accounts.user.count({ where: { email: person.email } })).toBe(0);
});

test("staff.list names everybody of the organisation and nobody else", async () => {
  const one = await makeOrganisation(world.parts);
  const { call } = await signedInCaller(world, one, { roles: ["analyst"], name: "Demo Analyst" });
  expect(await call.staff.list()).toMatchObject([{ name: "Demo Analyst", roles: ["analyst"] }]);
});

test("whoever no longer works here finds nothing, as a stranger would", async () => {
  const { call, scope } = await signedInCaller(world, home, "analyst");
  await scope.transaction((tx) =>
    tx.staff.updateMany({ where: { organisationId: tx.organisationId, id: scope.staff.id }, data: { active: false } }),
  );
  await expect(call.staff.list()).rejects.toThrow("not-found");
  expect((await call.staff.me())?.organisations).toEqual([]);
});
