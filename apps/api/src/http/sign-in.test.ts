import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { makeOrganisation, makeStaff } from "#testing/makers";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";

const password = "kolme sinistä hevosta";
const email = "demo.kirjautuja@koe.invalid";
let world: World;
let server: Listening;

beforeAll(async () => {
  world = await openWorld();
  const home = await makeOrganisation(world.parts, { slug: "koevirasto" });
  await makeStaff(world.parts, home, { roles: ["viewer"], email, name: "Demo Kirjautuja", password });
  server = await listen(world);
});
afterAll(async () => {
  await server.app.close();
  await world.dispose();
});

async function me(cookie: string): Promise<unknown> {
  return (await server.get("/trpc/staff.me", { cookie })).json();
}

test("the right password begins a session that the procedures know, and signing out ends it", async () => {
  const answer = await server.post("/api/auth/sign-in/email", { email, password });
  expect(answer.status).toBe(200);
  const cookie = cookiesOf(answer);
  expect(await me(cookie)).toMatchObject({
    result: { data: { json: { email, organisations: [{ slug: "koevirasto" }] } } },
  });
  const list = await server.get("/trpc/staff.list", { cookie, "x-kuultu-organisation": "koevirasto" });
  expect(list.status).toBe(200);
  expect((await server.post("/api/auth/sign-out", {}, { cookie })).status).toBe(200);
  expect(await me(cookie)).toMatchObject({ result: { data: { json: null } } });
});

test("the session cookie cannot be read by scripts nor sent by other sites", async () => {
  const answer = await server.post("/api/auth/sign-in/email", { email, password });
  const session = answer.headers.getSetCookie().find((cookie) => cookie.includes("session_token"));
  expect(session).toMatch(/; HttpOnly/iu);
  expect(session).toMatch(/; SameSite=Lax/iu);
  expect(session).toMatch(/; Path=\//iu);
  expect(session).not.toMatch(/; Secure/iu);
});

test("away from loopback the cookie is for https only", async () => {
  const behindProxy = await listen(world, { origin: "https://kuultu.example.fi" });
  const answer = await behindProxy.post("/api/auth/sign-in/email", { email, password });
  expect(answer.status).toBe(200);
  expect(answer.headers.getSetCookie().find((cookie) => cookie.includes("session_token"))).toMatch(
    /^__Secure-.*; Secure/iu,
  );
  expect(answer.headers.get("strict-transport-security")).toContain("max-age");
  await behindProxy.app.close();
});

test("a wrong password and an unknown address are refused alike", async () => {
  const fresh = await listen(world);
  const wrong = await fresh.post("/api/auth/sign-in/email", { email, password: "väärä salasana tämä" });
  const unknown = await fresh.post("/api/auth/sign-in/email", { email: "kukaan@koe.invalid", password });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.text()).toBe(await unknown.text());
  expect(wrong.headers.getSetCookie()).toEqual([]);
  await fresh.app.close();
});

test("after ten attempts in a minute even the right password has to wait", async () => {
  const fresh = await listen(world);
  for (let attempt = 0; attempt < 10; attempt++) {
    expect((await fresh.post("/api/auth/sign-in/email", { email, password: `arvaus numero ${attempt}` })).status).toBe(
      401,
    );
  }
  const late = await fresh.post("/api/auth/sign-in/email", { email, password });
  expect(late.status).toBe(429);
  expect(late.headers.get("content-type")).toContain("application/problem+json");
  expect(late.headers.get("retry-after")).toMatch(/^\d+$/u);
  await fresh.app.close();
});

test.each([
  "/api/auth/sign-up/email",
  "/api/auth/update-user",
  "/api/auth/change-email",
  "/api/auth/request-password-reset",
])("%s is not there: accounts are made by `staff add`", async (path) => {
  const answer = await server.post(path, { email: "uusi@koe.invalid", password, name: "Uusi" });
  expect(answer.status).toBe(404);
  expect(await world.parts.database.accounts.user.count({ where: { email: "uusi@koe.invalid" } })).toBe(0);
});

describe("where a request comes from", () => {
  test("a page of another origin cannot change anything", async () => {
    const answer = await server.post(
      "/api/auth/sign-in/email",
      { email, password },
      { origin: "https://evil.example" },
    );
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ status: 403, code: "cross-origin" });
  });

  test("nor a page of another port, nor one without an origin that the browser calls cross-site", async () => {
    expect((await server.post("/api/auth/sign-out", {}, { origin: "http://127.0.0.1:1" })).status).toBe(403);
    const answer = await server.app.inject({
      method: "POST",
      url: "/api/auth/sign-out",
      headers: { "sec-fetch-site": "cross-site", host: "localhost" },
    });
    expect(answer.statusCode).toBe(403);
  });

  test("a foreign name pointed at this machine is refused", async () => {
    const answer = await server.app.inject({ method: "GET", url: "/trpc/staff.me", headers: { host: "evil.example" } });
    expect(answer.statusCode).toBe(421);
  });
});
