import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { demonstrationPeople } from "#staff/demonstration-sign-in";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { makeOrganisation, makeStaff } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";

const offeredSchema = z.array(z.object({ key: z.string(), roles: z.array(z.string()) }));
let world: World;
let server: Listening;

beforeAll(async () => {
  world = await openWorld();
  const home = await makeOrganisation(world.parts, { slug: "lupavirasto", demonstration: true });
  for (const { name, email, roles } of demonstrationPeople) await makeStaff(world.parts, home, { name, email, roles });
  server = await listen(world, { demonstration: true });
});
afterAll(async () => {
  await server.app.close();
  await world.dispose();
});

test("one click signs in as each role, and as one person who is analyst, triager and theme owner at once", async () => {
  const offered = offeredSchema.parse(await (await server.get("/api/demonstration/sign-ins")).json());
  expect(offered).toHaveLength(10);
  for (const { key, roles } of offered) {
    const answer = await server.post("/api/demonstration/sign-in", { key });
    expect(answer.status).toBe(204);
    const me = await (await server.get("/trpc/staff.me", { cookie: cookiesOf(answer) })).json();
    expect(me).toMatchObject({
      result: { data: { json: { organisations: [{ roles: expect.arrayContaining(roles) }] } } },
    });
  }
  expect(offered.find(({ key }) => key === "everything")?.roles).toEqual(["analyst", "triager", "theme_owner"]);
});

test("an unknown key signs nobody in", async () => {
  const answer = await server.post("/api/demonstration/sign-in", { key: "root" });
  expect(answer.status).toBe(400);
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test.each([
  ["another machine", { remoteAddress: "192.0.2.7", headers: { host: "localhost" } }],
  [
    "a proxy on this machine",
    { remoteAddress: "127.0.0.1", headers: { host: "localhost", "x-forwarded-for": "192.0.2.7" } },
  ],
])("a request of %s finds nothing", async (_whose, request) => {
  const list = await server.app.inject({ method: "GET", url: "/api/demonstration/sign-ins", ...request });
  const signIn = await server.app.inject({
    method: "POST",
    url: "/api/demonstration/sign-in",
    payload: { key: "admin" },
    ...request,
  });
  expect([list.statusCode, signIn.statusCode]).toEqual([404, 404]);
  expect(signIn.headers["set-cookie"]).toBeUndefined();
});

test("outside the demonstration the routes are not there", async () => {
  const real = await listen(world);
  expect((await real.get("/api/demonstration/sign-ins")).status).toBe(404);
  const answer = await real.post("/api/demonstration/sign-in", { key: "admin" });
  expect(answer.status).toBe(404);
  expect(answer.headers.getSetCookie()).toEqual([]);
  await real.app.close();
});

test("behind a public address the routes are not there either: its proxy need not tell that it is one", async () => {
  const served = await listen(world, { demonstration: true, origin: "https://kuultu.example.fi" });
  expect((await served.get("/api/demonstration/sign-ins")).status).toBe(404);
  expect((await served.post("/api/demonstration/sign-in", { key: "admin" })).status).toBe(404);
  await served.app.close();
});

test("an organisation of somebody's own by that name is no demonstration", async () => {
  const own = await openWorld();
  const home = await makeOrganisation(own.parts, { slug: "lupavirasto" });
  const [person] = demonstrationPeople;
  await makeStaff(own.parts, home, { roles: ["admin"], ...person });
  const served = await listen(own, { demonstration: true });
  expect(await (await served.get("/api/demonstration/sign-ins")).json()).toEqual([]);
  expect((await served.post("/api/demonstration/sign-in", { key: "everything" })).status).toBe(404);
  await served.app.close();
  await own.dispose();
});
