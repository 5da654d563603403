import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { addStaff } from "#staff/staff-commands";
import { giveRole, setActive, setPassword, takeRole } from "#staff/standing-commands";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { makeFacetValue, makeOrganisation } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import { loadStaff } from "#trpc/scope-loader";

const everywhere = { wholeOrganisation: true } as const;
const before = "kolme sinistä hevosta";
let world: World;
let server: Listening;
let home: Scope;
let email: string;
let staffId: string;
let count = 0;

beforeAll(async () => {
  world = await openWorld();
  server = await listen(world);
});
afterAll(async () => {
  await server.app.close();
  await world.dispose();
});
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  email = `demo.standing${(count += 1)}@koe.invalid`;
  const roles = [{ role: "admin", reach: everywhere }] as const;
  staffId = await addStaff(world.parts, home, { email, name: "Demo Aino", roles, password: before });
});

const rolesNow = async () => (await loadStaff(world.parts, home.organisation.id, staffId)).roles;
const recorded = () =>
  home.transaction((tx) =>
    tx.history.findMany({
      where: { organisationId: tx.organisationId, subjectId: staffId, change: { not: "staff.added" } },
      orderBy: { id: "asc" },
      select: { change: true, values: true },
    }),
  );
const signIn = (password: string) => server.post("/api/auth/sign-in/email", { email, password });

test("a role is given, gets another reach, and is taken; the history tells each", async () => {
  const siteId = await makeFacetValue(home, "site");
  const narrow = { wholeOrganisation: false, serviceIds: [], siteIds: [siteId] } as const;
  await giveRole(home, email.toUpperCase(), { role: "triager", reach: everywhere });
  await giveRole(home, email, { role: "triager", reach: narrow });
  expect(await rolesNow()).toContainEqual({ role: "triager", reach: narrow });
  await takeRole(home, email, "triager");
  expect((await rolesNow()).map(({ role }) => role)).toEqual(["admin"]);
  expect(await recorded()).toEqual([
    { change: "staff.role-given", values: { role: [null, "triager"], reach: [null, "all"] } },
    { change: "staff.role-given", values: { role: [null, "triager"], reach: ["all", siteId] } },
    { change: "staff.role-taken", values: { role: ["triager", null] } },
  ]);
  await expect(takeRole(home, email, "triager")).rejects.toThrow("not-found");
  await expect(giveRole(home, "nobody@koe.invalid", { role: "viewer", reach: everywhere })).rejects.toThrow(
    "not-found",
  );
});

test("the last who manages the organisation cannot go in any way; of two who go at once one stays", async () => {
  const siteId = await makeFacetValue(home, "site");
  const narrow = { wholeOrganisation: false, serviceIds: [], siteIds: [siteId] } as const;
  for (const go of [
    () => takeRole(home, email, "admin"),
    () => setActive(home, email, false),
    () => giveRole(home, email, { role: "admin", reach: narrow }),
  ])
    await expect(go()).rejects.toThrow("staff.last-admin");
  expect(await rolesNow()).toEqual([{ role: "admin", reach: everywhere }]);
  expect(await recorded()).toEqual([]);
  const roles = [{ role: "admin", reach: everywhere }] as const;
  const second = { email: `second.${email}`, name: "Demo Toinen", roles, password: null };
  await addStaff(world.parts, home, second);
  const ends = await Promise.allSettled([takeRole(home, email, "admin"), setActive(home, second.email, false)]);
  expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("who is deactivated is not let in, and is again once activated", async () => {
  const roles = [{ role: "admin", reach: everywhere }] as const;
  await addStaff(world.parts, home, { email: `second.${email}`, name: "Demo Toinen", roles, password: null });
  const cookie = cookiesOf(await signIn(before));
  const seen = async (): Promise<unknown> => (await server.get("/trpc/staff.me", { cookie })).json();
  const mine = (organisations: unknown) => ({ result: { data: { json: { organisations } } } });
  await setActive(home, email, false);
  expect(await seen()).toMatchObject(mine([]));
  await setActive(home, email, true);
  expect(await seen()).toMatchObject(mine([{ roles: ["admin"] }]));
  expect((await recorded()).map(({ values }) => values)).toEqual([{ active: [1, 0] }, { active: [0, 1] }]);
});

test("a new password ends every session, and the old one opens nothing", async () => {
  const cookie = cookiesOf(await signIn(before));
  const after = "viisi punaista kettua";
  await setPassword(world.parts, home, email, after);
  expect((await signIn(before)).status).toBe(401);
  expect((await signIn(after)).status).toBe(200);
  expect(await (await server.get("/trpc/staff.me", { cookie })).json()).toMatchObject({
    result: { data: { json: null } },
  });
  await expect(setPassword(world.parts, home, email, "password1234")).rejects.toThrow("staff.password-common");
  expect(JSON.stringify(await recorded())).not.toContain("kettua");
});
