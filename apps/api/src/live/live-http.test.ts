import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, expect, it } from "vitest";

import { setKind } from "#feedback/feedback-commands";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { makeItem, makeOrganisation, makeStaff } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let server: Listening;
let cookie: string;

const password = "a long enough passphrase of tests";

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  server = await listen(world);
  const { email } = await makeStaff(world.parts, home, { roles: ["triager"], password });
  cookie = cookiesOf(await server.post("/api/auth/sign-in/email", { email, password }));
});
afterAll(async () => {
  await server.app.close();
  await world.dispose();
});

/** As EventSource asks: no headers of ours, and whatever the browser adds. */
async function open(headers: Record<string, string>, organisation = home.organisation.slug) {
  const query = new URLSearchParams({
    input: JSON.stringify({ json: { screenId: randomUUID(), lastEventId: "" } }),
    connectionParams: JSON.stringify({ organisation }),
  });
  const asked = { accept: "text/event-stream", "accept-encoding": "gzip, br", ...headers };
  const answer = await server.get(`/trpc/live.changes?${query.toString()}`, asked);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    answer,
    /** What has come, once it says this; at the end of the stream all there was. */
    async until(words: string | null): Promise<string> {
      for (;;) {
        if (words !== null && text.includes(words)) return text;
        const part = await reader?.read();
        if (part === undefined || part.done) return text;
        text += part.value;
      }
    },
    close: () => reader?.cancel(),
  };
}

it("is a stream that nothing on the way holds back, with the headers of every other answer", async () => {
  const stream = await open({ cookie });
  expect(stream.answer.headers.get("content-type")).toBe("text/event-stream");
  expect(stream.answer.headers.get("content-encoding")).toBeNull();
  expect(stream.answer.headers.get("content-security-policy")).toContain("connect-src 'self'");
  await stream.until("\nid: ");
  const itemId = await makeItem(home);
  expect(await stream.until(itemId)).toContain(`{"id":"${itemId}","version":1}`);
  await stream.close();
});

it("goes on from the place that the browser remembers", async () => {
  const before = await open({ cookie });
  const place = /id: (\S+)/u.exec(await before.until("\nid: "))?.[1] ?? "";
  await before.close();
  const itemId = await makeItem(home);
  await setKind(home, { itemId, version: 1, kind: "idea" });
  const after = await open({ cookie, "last-event-id": place });
  expect(await after.until("\nid: ")).toContain(`{"id":"${itemId}","version":2}`);
  await after.close();
});

it.each([
  ["to nobody who is not signed in", "", undefined, "UNAUTHORIZED"],
  ["to no stranger of the organisation", null, "elsewhere", "not-found"],
])("speaks %s", async (_, withCookie, organisation, code) => {
  const stream = await open(withCookie === null ? { cookie } : {}, organisation);
  expect(await stream.until(null)).toContain(code);
});

it("ends with the server, at once", async () => {
  const own = await listen(world);
  const query = new URLSearchParams({
    input: JSON.stringify({ json: { screenId: randomUUID() } }),
    connectionParams: JSON.stringify({ organisation: home.organisation.slug }),
  });
  const answer = await own.get(`/trpc/live.changes?${query.toString()}`, { cookie });
  const reader = answer.body?.getReader();
  await reader?.read();
  let patience = false;
  own.app.server.closeAllConnections = () => {
    patience = true;
  };
  const closing = own.app.close();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read());
  await closing;
  expect(patience).toBe(false);
});
