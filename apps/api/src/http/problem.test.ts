import { connect } from "node:net";
import { finished } from "node:stream/promises";
import { Writable } from "node:stream";

import type { FastifyInstance } from "fastify";
import { afterEach, expect, test } from "vitest";
import fastify from "fastify";

import { registerProblems } from "#http/problem";

let app: FastifyInstance;
let told: unknown[];
afterEach(() => app.close());

/** A server whose only answer is cut off, as an answer is whose reader has gone. `failed`: its error was handled. */
async function cutOffServer(): Promise<{ port: number; arrived: Promise<void>; failed: Promise<void> }> {
  told = [];
  app = fastify();
  registerProblems(app, (error) => told.push(error));
  let here = () => {};
  let done = () => {};
  const arrived = new Promise<void>((resolve) => (here = resolve));
  const failed = new Promise<void>((resolve) => (done = resolve));
  app.addHook("onSend", async () => done());
  app.get("/", async (request) => {
    here();
    if (request.headers["x-leaves"] === "yes")
      await new Promise((resolve) => request.raw.socket.once("close", resolve));
    const cut = new Writable();
    cut.destroy();
    await finished(cut);
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const address = app.server.address();
  return { port: typeof address === "object" && address !== null ? address.port : 0, arrived, failed };
}

test("a reader who leaves before the answer is whole is no error", async () => {
  const { port, arrived, failed } = await cutOffServer();
  const reader = connect(port, "127.0.0.1");
  reader.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Leaves: yes\r\n\r\n");
  await arrived;
  reader.destroy();
  await failed;
  expect(told).toEqual([]);
});

test("an answer that is cut off while its reader waits is one", async () => {
  const { port } = await cutOffServer();
  expect((await fetch(`http://127.0.0.1:${String(port)}/`)).status).toBe(500);
  expect(told).toHaveLength(1);
});
