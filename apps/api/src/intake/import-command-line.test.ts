import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { registerImport } from "#intake/import-command-line";
import { makeOrganisation } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import { linesForPerson } from "#trpc/human-problem";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let folder: string;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  folder = mkdtempSync(join(tmpdir(), "kuultu-import-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.dispose();
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The verb as the command line runs it, without a process of its own. */
async function take(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const ended = { code: 0, out: "", err: "" };
  const program = new Command().exitOverride();
  registerImport(program, {
    withParts: async (work) => void (ended.code = await work(world.parts)),
    inOrganisation: async (_slug, work) => void (ended.code = await work(home, world.parts)),
    print: (text) => void (ended.out += `${text}\n`),
    tell: (text) => void (ended.err += `${text}\n`),
  });
  await program
    .parseAsync(["import", "--organisation", home.organisation.slug, ...args], { from: "user" })
    .catch((error: unknown) => {
      const lines = linesForPerson(error);
      if (lines === null) throw error;
      Object.assign(ended, { code: 2, err: `${ended.err}${lines.join("\n")}\n` });
    });
  return ended;
}

async function proposed(path: string): Promise<string> {
  const { code, out } = await take("--propose", path);
  expect(code).toBe(0);
  return file(`${path.split("/").at(-1) ?? ""}.mapping.json`, out);
}

describe("kuultu import", () => {
  it("takes a file in with the proposed mapping; a second time nothing is added", async () => {
    const path = file(
      "palaute.csv",
      "id,palaute,pvm\n1,Soita 040 1234567 huomenna,1.1.2021\n2,Hyvää palvelua sain kyllä,2.1.2021\n2,Sama uudelleen vielä kerran,2.1.2021\n",
    );
    const mapping = await proposed(path);
    const first = await take("--mapping", mapping, "--json", path);
    expect([first.code, JSON.parse(first.out)]).toEqual([
      0,
      {
        ledger: { rows: 3, added: 2, unchanged: 0, updated: 0, duplicate: 1, rejected: 0, items: 2 },
        problems: [],
        masked: { phone: 1 },
      },
    ]);
    const second = await take("--mapping", mapping, "--json", path);
    expect(JSON.parse(second.out)).toMatchObject({ ledger: { added: 0, unchanged: 2, duplicate: 1 } });
  });

  it("ends with 1 where rows were rejected, and tells which", async () => {
    const good = file("hyvat.csv", "palaute,pvm\nEnsimmäinen pitkä teksti,1.1.2021\n");
    const bad = file("huonot.csv", "palaute,pvm\nEnsimmäinen pitkä teksti,30.2.2021\n");
    const { code, out } = await take("--mapping", await proposed(good), "--json", bad);
    expect([code, JSON.parse(out).problems]).toEqual([
      1,
      [
        {
          row: 1,
          column: "pvm",
          code: "date.does-not-exist",
          message: "there is no such date: the row stays out",
          value: "30.2.2021",
          rejects: true,
        },
      ],
    ]);
  });

  it("makes the round of responses that it is given, and tells so", async () => {
    const path = file(
      "kysely.csv",
      "Aikaleima,Kuinka tyytyväinen olit palveluun?,Vapaa sana\n1.2.2021,5,Kiitos hyvästä palvelusta\n15.2.2021,4,\n",
    );
    const mapping = await proposed(path);
    const unnamed = await take("--mapping", mapping, path);
    expect([unnamed.code, unnamed.err]).toEqual([2, "The rows are responses: name their round with --round.\n"]);
    const { code, out, err } = await take("--mapping", mapping, "--round", "2021-1", "--json", path);
    expect([code, JSON.parse(out).ledger]).toEqual([
      0,
      { rows: 2, added: 2, unchanged: 0, updated: 0, duplicate: 0, rejected: 0, items: 1 },
    ]);
    expect(err).toContain("Round 2021-1 of kysely, made now.");
  });

  it("ends with 2 and one line that says what to do", async () => {
    const spreadsheet = file(
      "taulukko.xlsx",
      Buffer.from([0x50, 0x4b, 3, 4, ...Buffer.from("[Content_Types].xml xl/")]),
    );
    const text = file("teksti.csv", "a,b\n1,2\n");
    const mapping = await proposed(file("toinen.csv", "palaute\nTämä on palautetta meille\n"));
    const cases: [string[], RegExp][] = [
      [["--propose", spreadsheet], /^taulukko\.xlsx cannot be read: it is a spreadsheet: save it as CSV/u],
      [["--mapping", mapping, text], /^teksti\.csv has no column "palaute" that the mapping names\.$/u],
      [["--mapping", text, text], /teksti\.csv is no JSON\.$/u],
      [["--propose", "ei-ole.csv"], /^There is no file ei-ole\.csv\.$/u],
      [["--profile", "Puuttuva", text], /^There is no mapping remembered as "Puuttuva"\.$/u],
      [["--propose", "--mapping", mapping, text], /^Give one of/u],
      [["--mapping", mapping, "--round", "1999", text.replace("teksti", "toinen")], /^There is no round "1999"\.$/u],
    ];
    for (const [args, line] of cases) {
      const { code, out, err } = await take(...args);
      expect([code, out]).toEqual([2, ""]);
      expect(err.trimEnd()).toMatch(line);
    }
  });
});
