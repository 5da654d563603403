import { once } from "node:events";
import { createServer } from "node:net";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openMachine } from "#testing/program";
import type { Machine } from "#testing/program";

let machine: Machine;

beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.dispose());

test("serves, says where and how to begin, and Ctrl-C ends it in order", async () => {
  const server = machine.run("server");
  const origin = (await server.line(/^Kuultu: /u)).replace("Kuultu: ", "");
  expect(await (await fetch(`${origin}/health/ready`)).json()).toEqual({ status: "ready" });
  server.interrupt();
  server.interrupt();
  const { code, out } = await server.ended;
  expect(code).toBe(0);
  expect(out).toContain("organisation add <slug>");
});

test("a taken port: one line, exit code 2", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const address = squatter.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const { code, err } = await machine.run("server", [], { variables: { PORT: port } }).ended;
  squatter.close();
  expect(code).toBe(2);
  expect(err).toBe(`Port ${port} is taken: stop what listens there, or set PORT to another.\n`);
});

test("wrong variables: a line each, exit code 2, before anything starts", async () => {
  const { code, out, err } = await machine.run("server", [], { variables: { PORT: "x", KUULTU_DEMO: "maybe" } }).ended;
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.trimEnd().split("\n")).toEqual([
    "PORT must be a port number from 0 to 65535.",
    "KUULTU_DEMO must be auto, on or off.",
  ]);
});
