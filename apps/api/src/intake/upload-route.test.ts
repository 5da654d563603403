import { readdirSync } from "node:fs";
import { request } from "node:http";

import { afterAll, beforeAll, expect, it } from "vitest";

import { makeOrganisation, makeStaff } from "#testing/makers";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { RoleName } from "@kuultu/domain/staff/permission";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let server: Listening;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  server = await listen(world);
});
afterAll(async () => {
  await server.app.close();
  await world.dispose();
});

const password = "a long enough passphrase of tests";

async function signedIn(role: RoleName): Promise<string> {
  const { email } = await makeStaff(world.parts, home, { roles: [role], password });
  return cookiesOf(await server.post("/api/auth/sign-in/email", { email, password }));
}

const send = (body: string, headers: Record<string, string>, name = "palaute.csv") =>
  fetch(`${server.origin}/api/intake/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body,
    headers: {
      "content-type": "text/csv",
      origin: server.origin,
      "x-kuultu-organisation": home.organisation.slug,
      ...headers,
    },
  });

it("keeps the raw bytes of a file for whoever runs imports", async () => {
  const answer = await send("text\nPalautetta\n", { cookie: await signedIn("analyst") });
  expect([answer.status, await answer.json()]).toEqual([
    201,
    { id: expect.any(String), fileName: "palaute.csv", size: 16 },
  ]);
});

it.each<[string, RoleName | null, number]>([
  ["a signed-out caller", null, 401],
  ["a viewer", "viewer", 403],
])("refuses %s, and keeps nothing", async (_, role, status) => {
  const before = readdirSync(home.uploadFolder).length;
  const answer = await send("text\nPalautetta\n", role === null ? {} : { cookie: await signedIn(role) });
  expect(answer.status).toBe(status);
  expect(readdirSync(home.uploadFolder)).toHaveLength(before);
});

it("forgets half a file whose sender went away, and calls it no error of its own", async () => {
  const headers = {
    cookie: await signedIn("analyst"),
    "x-kuultu-organisation": home.organisation.slug,
    "content-type": "text/csv",
    "content-length": 1_000_000,
  };
  const answered = new Promise<number>((resolve) => {
    server.app.server.once("request", (_request, response) =>
      response.once("close", () => resolve(response.statusCode)),
    );
  });
  const before = readdirSync(home.uploadFolder).length;
  const upload = request(`${server.origin}/api/intake/files?name=half.csv`, { method: "POST", headers });
  upload.on("error", () => undefined);
  upload.write("text\n".repeat(1000));
  await expect.poll(() => readdirSync(home.uploadFolder).length).toBe(before + 1);
  upload.destroy();
  await answered;
  await expect.poll(() => readdirSync(home.uploadFolder).length).toBe(before);
  expect(world.unexpected).toEqual([]);
});
