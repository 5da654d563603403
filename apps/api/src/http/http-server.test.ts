import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import { createHttpServer } from "#http/http-server";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { makeOrganisation, makeStaff } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";

let world: World;
let server: Listening;
let screenFolder: string;

beforeAll(async () => {
  world = await openWorld();
  screenFolder = mkdtempSync(join(tmpdir(), "kuultu-screen-"));
  mkdirSync(join(screenFolder, "assets"));
  writeFileSync(join(screenFolder, "index.html"), '<meta name="nonce" content="__CSP_NONCE__"><div id="root"></div>');
  writeFileSync(join(screenFolder, "assets", "app-abc123.js"), "export {};");
  writeFileSync(join(screenFolder, "icon.svg"), "<svg/>");
  server = await listen(world, { screenFolder });
});
afterAll(async () => {
  await server.app.close();
  rmSync(screenFolder, { recursive: true, force: true });
  await world.dispose();
});

test("every address that a person may open gives the page, with a nonce that the policy of that answer names", async () => {
  const nonces = new Set<string>();
  for (const path of ["/", "/lupavirasto/feedback?status=open", "/sign-in", "/index.html"]) {
    const answer = await server.get(path, { accept: "text/html" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const nonce = /content="([^"]+)"/u.exec(await answer.text())?.[1] ?? "";
    const policy = answer.headers.get("content-security-policy");
    for (const kind of ["script", "style"]) expect(policy).toContain(`${kind}-src 'self' 'nonce-${nonce}';`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(4);
});

test("the policy lets nothing in from elsewhere and nothing inline", async () => {
  const policy = (await server.get("/")).headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/u);
});

test("files with a digest in their name are kept for a year, others are asked for again", async () => {
  expect((await server.get("/assets/app-abc123.js")).headers.get("cache-control")).toBe(
    "public, max-age=31536000, immutable",
  );
  expect((await server.get("/icon.svg")).headers.get("cache-control")).toBe("no-cache");
});

test.each(["/assets/gone.js", "/api/nothing", "/trpc"])("%s is missing, not the page", async (path) => {
  const answer = await server.get(path, { accept: "text/html" });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

test.each(["/trpc/feedback.item", "/api/auth/get-session", "/api/feedback/export", "/api/nothing"])(
  "what %s answers is kept by nobody on the way",
  async (path) => expect((await server.get(path)).headers.get("cache-control")).toContain("no-store"),
);

test("files outside the folder of the screen cannot be had", async () => {
  const answer = await server.app.inject({
    method: "GET",
    url: "/..%2f..%2fetc/passwd",
    headers: { host: "localhost" },
  });
  expect(answer.body).not.toContain("root:");
});

test("live and ready answer, and ready says when the database is gone", async () => {
  expect(await (await server.get("/health/live")).json()).toEqual({ status: "live" });
  expect((await server.get("/health/ready")).status).toBe(200);
  const passing = await openWorld();
  const lost = await listen(passing);
  await passing.dispose();
  expect((await lost.get("/health/live")).status).toBe(200);
  expect((await lost.get("/health/ready")).status).toBe(503);
  await lost.app.close();
});

test("a violation and an unforeseen error answer as problems; the latter tells only its id", async () => {
  const app = await createHttpServer(world.parts, {
    origin: undefined,
    secret: "x".repeat(32),
    demonstration: false,
    callsPerMinute: 100,
    screenFolder,
  });
  app.get("/api/violation", () => {
    throw new RuleViolation("intake.too-large", { megabytes: 200 });
  });
  app.get("/api/fault", () => {
    throw new Error("password=hunter2");
  });
  const headers = { host: "localhost" };
  const violation = await app.inject({ url: "/api/violation", headers });
  expect(violation.statusCode).toBe(413);
  expect(violation.json()).toEqual({
    type: "urn:kuultu:problem:intake.too-large",
    title: "Payload Too Large",
    status: 413,
    detail: "intake.too-large",
    code: "intake.too-large",
    details: { megabytes: 200 },
  });
  const fault = await app.inject({ url: "/api/fault", headers });
  expect(fault.statusCode).toBe(500);
  expect(fault.body).not.toMatch(/hunter2|\.ts/u);
  expect(world.unexpected.splice(0)).toMatchObject([{ message: "password=hunter2" }]);
  await app.close();
});

test("a body beyond the limit and too many calls in one request are refused", async () => {
  expect((await server.post("/api/auth/sign-out", { filler: "x".repeat(1024 * 1024) })).status).toBe(413);
  const calls = Array.from({ length: 26 }, () => "staff.me").join(",");
  expect((await server.get(`/trpc/${calls}?batch=1&input=%7B%7D`)).status).toBe(400);
});

test("a body nested without end is refused wherever JSON is taken, by whoever walks it", async () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  const send = async (path: string, body: string) => {
    const headers = { "content-type": "application/json", origin: server.origin };
    const answer = await fetch(server.origin + path, { method: "POST", headers, body });
    return [answer.status, await answer.text()] as const;
  };
  for (const path of ["/api/auth/sign-in/email", "/api/auth/sign-out"]) {
    const [status, text] = await send(path, `{"email":${deep}}`);
    expect([path, status, text]).toEqual([path, 400, expect.stringContaining("nested too deeply")]);
  }
  const [status, text] = await send("/trpc/feedback.setKind", `{"json":${deep}}`);
  expect([status, text]).toEqual([400, expect.stringContaining("Nested too deeply")]);
  expect(world.unexpected).toEqual([]);
});

test.each([
  ["nothing", "null"],
  ["an array in place of the calls of a batch", "[]", "?batch=1"],
  ["no JSON", "{"],
  ["a kind of value that there is not", '{"json":{"a":1},"meta":{"values":{"a":["nope"]}}}'],
  ["a number that is none", '{"json":{"a":"x"},"meta":{"values":{"a":["bigint"]}}}'],
  ["a way into what all objects share", '{"json":{"a":1},"meta":{"values":{"__proto__.x":["Date"]}}}'],
])("%s as input is a wrong request", async (_what, body, query = "") => {
  const headers = { "content-type": "application/json", origin: server.origin };
  const answer = await fetch(`${server.origin}/trpc/feedback.setKind${query}`, { method: "POST", headers, body });
  expect(answer.status).toBe(400);
  expect(world.unexpected).toEqual([]);
});

test("who asks too often is told when to come again, account by account; streams and files go on", async () => {
  const password = "a long enough phrase";
  const home = await makeOrganisation(world.parts);
  const limited = await listen(world, { screenFolder, callsPerMinute: 3 });
  const signedIn = async () => {
    const { email } = await makeStaff(world.parts, home, { roles: ["triager"], password });
    return cookiesOf(await limited.post("/api/auth/sign-in/email", { email, password }));
  };
  const [aino, eino] = [await signedIn(), await signedIn()];
  const ask = (cookie: string, calls = "staff.me") => limited.get(`/trpc/${calls}?batch=1&input=%7B%7D`, { cookie });
  for (let call = 0; call < 3; call += 1) expect((await ask(aino)).status).toBe(200);
  const refused = await ask(aino, "staff.me,feedback.views");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const wrong = {
    error: { json: { message: expect.stringContaining("Too many requests"), data: { httpStatus: 429 } } },
  };
  expect(await refused.json()).toMatchObject([wrong, wrong]);
  expect((await ask(eino)).status).toBe(200);
  for (let call = 0; call < 3; call += 1) expect((await ask("")).status).not.toBe(429);
  expect((await ask("")).status).toBe(429);
  const stream = await limited.get("/trpc/live.changes?input=%7B%7D", { cookie: aino, accept: "text/event-stream" });
  // It names no organisation, which is what it is told, not that it came too often.
  expect(await stream.text()).toMatch(/NOT_FOUND/u);
  expect((await limited.get("/", { accept: "text/html" })).status).toBe(200);
  await limited.app.close();
});
