import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { openMachine } from "#testing/program";
import type { Machine } from "#testing/program";

const password = "kolme sinistä hevosta\n";
let machine: Machine;

beforeAll(async () => {
  machine = await openMachine();
  await machine.run("cli", ["organisation", "add", "oma-virasto", "--name", "Oma virasto"]).ended;
});
afterAll(() => machine.dispose());

test("the first administrator is made without the screen, and listed", async () => {
  const person = ["--organisation", "oma-virasto", "--email", "Demo.Admin@oma.invalid", "--name", "Demo Admin"];
  const added = await machine.run("cli", ["staff", "add", ...person, "--json"], { input: password }).ended;
  expect(added.code).toBe(0);
  expect(JSON.parse(added.out)).toMatchObject({ roles: ["admin"] });
  const listed = await machine.run("cli", ["staff", "list", "--organisation", "oma-virasto", "--json"]).ended;
  expect(JSON.parse(listed.out)).toMatchObject({ name: "Demo Admin", roles: ["admin"] });
  const again = await machine.run("cli", ["staff", "add", ...person], { input: password }).ended;
  expect(again).toMatchObject({ code: 2, out: "" });
  expect(again.err).toMatch(/^The e-mail address belongs to a staff member already: .+\.\n$/u);
});

test("roles are given and taken, the last administrator stays, and who is deactivated may come back", async () => {
  const person = ["--organisation", "oma-virasto", "--email", "demo.admin@oma.invalid"];
  const staff = (verb: string, ...words: string[]) => machine.run("cli", ["staff", verb, ...person, ...words]).ended;
  const roles = async (): Promise<unknown> =>
    JSON.parse((await machine.run("cli", ["staff", "list", "--organisation", "oma-virasto", "--json"]).ended).out);
  expect(await staff("give-role", "--role", "analyst", "triager")).toMatchObject({ code: 0, err: "" });
  expect(await roles()).toMatchObject({ roles: ["triager", "analyst", "admin"] });
  expect(await staff("take-role", "--role", "analyst")).toMatchObject({ code: 0, err: "" });
  expect(await roles()).toMatchObject({ roles: ["triager", "admin"] });
  for (const last of [await staff("take-role", "--role", "admin"), await staff("deactivate")])
    expect(last).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/^Nobody would be left .+\.\n$/u) });
  const elsewhere = await staff("give-role", "--role", "triager", "--site", "Kuu");
  expect(elsewhere).toMatchObject({ code: 2, err: 'There is no site "Kuu" yet.\n' });
});

test("verify finds nothing to say of an untouched organisation", async () => {
  expect(await machine.run("cli", ["verify", "--json"]).ended).toMatchObject({ code: 0, out: "" });
});

test("search tells what Finnish is read by, and indexes anew", async () => {
  const status = await machine.run("cli", ["search", "status", "--organisation", "oma-virasto"]).ended;
  expect(status).toMatchObject({ code: 0, err: "" });
  expect(status.out).toMatch(/^Finnish is read by (?:Voikko|stems and gradation: .+); every text is indexed\.$/u);
  const asked = await machine.run("cli", ["search", "reindex", "--organisation", "oma-virasto"]).ended;
  expect(asked.out).toMatch(/; 0 of 0 texts are indexed anew\.$/u);
});

describe("a mistake of the person who typed: one line, exit code 2, nothing on standard output", () => {
  test.each<[string, string[], Record<string, string>, RegExp]>([
    [
      "an unknown organisation",
      ["staff", "list", "--organisation", "ei-ole"],
      {},
      /^There is no organisation "ei-ole"\.$/u,
    ],
    [
      "a slug that cannot be one",
      ["organisation", "add", "Oma Virasto", "--name", "x"],
      {},
      /^"Oma Virasto" cannot be a slug/u,
    ],
    [
      "a slug that is taken",
      ["organisation", "add", "oma-virasto", "--name", "x"],
      {},
      /^There is an organisation "oma-virasto" already\.$/u,
    ],
    [
      "an organisation without a name",
      ["organisation", "add", "uusi-virasto", "--name", " "],
      {},
      /^Give the organisation a name/u,
    ],
    [
      "an unknown role",
      ["staff", "add", "--organisation", "oma-virasto", "--email", "a@b.invalid", "--name", "x", "--role", "king"],
      {},
      /^There is no role "king"/u,
    ],
    [
      "no database there",
      ["verify"],
      { DATABASE_URL: "postgresql://127.0.0.1:1/nothing" },
      /^Cannot reach the database at 127\.0\.0\.1:1/u,
    ],
    ["a variable that is wrong", ["verify"], { KUULTU_KEY: "short" }, /^KUULTU_KEY must be/u],
  ])("%s", async (_what, args, variables, line) => {
    const { code, out, err } = await machine.run("cli", args, { variables }).ended;
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.trimEnd()).toMatch(line);
    expect(err.trimEnd()).not.toContain("\n");
  });

  test("an unknown verb and a missing option say what is wrong and where help is", async () => {
    const verb = await machine.run("cli", ["dance"]).ended;
    expect(verb).toMatchObject({ code: 2, out: "" });
    expect(verb.err).toContain("unknown command 'dance'");
    const option = await machine.run("cli", ["staff", "list"]).ended;
    expect(option).toMatchObject({ code: 2, out: "" });
    expect(option.err).toContain("--organisation");
    expect(option.err).not.toMatch(/\bat .*\.ts/u);
  });
});
