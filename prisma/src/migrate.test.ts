import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";
import { migrate, requireServer } from "./migrate.ts";
import { migrationsFolder } from "./schema-engine.ts";
import { StartProblem } from "./start-problem.ts";
import { createEmptyDatabase } from "./testing.ts";
import type { EmptyDatabase } from "./testing.ts";

const made: EmptyDatabase[] = [];

async function emptyDatabase(): Promise<EmptyDatabase> {
  const database = await createEmptyDatabase();
  made.push(database);
  return database;
}

afterEach(async () => {
  for (const database of made.splice(0)) await database.drop();
});

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own that migrates, resolved with what it printed and how it ended. */
function migrating(url: string): Promise<{ code: number | null; printed: string }> {
  const script = new URL("./testing/migrate-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script, url], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, printed })));
}

describe("migrating", () => {
  it("applies every migration once when two processes start at once", async () => {
    const { url } = await emptyDatabase();
    const both = await Promise.all([migrating(url), migrating(url)]);
    const names = (await readdir(migrationsFolder, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.map(({ printed }) => JSON.parse(printed) as string[]).flat()).toEqual(names);
    const kept = await ask<{ migration_name: string }>(
      url,
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    );
    expect(kept.map((row) => row.migration_name)).toEqual(names);
  });

  it("binds every table with an organisation to row-level security, its owner too where no function stands guard", async () => {
    const { url } = await emptyDatabase();
    await migrate(url);
    const unbound = await ask<{ relname: string; bound: boolean }>(
      url,
      `SELECT c.relname, c.relrowsecurity AS bound FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT
         (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polwithcheck IS NOT NULL))
       ORDER BY c.relname`,
    );
    expect(unbound).toEqual([
      { relname: "account_membership", bound: false },
      { relname: "feedback_text", bound: true },
      { relname: "job", bound: false },
    ]);
  });

  it("begins every key of an organisation's table with the organisation", async () => {
    const { url } = await emptyDatabase();
    await migrate(url);
    const others = await ask<{ index: string }>(
      url,
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relrowsecurity
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indisunique AND a.attname <> 'organisation_id'`,
    );
    expect(others).toEqual([]);
  });

  it("works for an owner who is no superuser", async () => {
    const { url, ownedBy } = await emptyDatabase();
    const owner = await ownedBy({ member: true });
    await migrate(owner);
    const database = await openDatabase({ url: owner });
    expect(await database.accounts.organisation.count()).toBe(0);
    await database.close();
    expect(await migrate(url)).toEqual([]);
  });

  it("gives the SQL to run, in one line, to an owner who may not take the application's role", async () => {
    const { ownedBy } = await emptyDatabase();
    const problem = await migrate(await ownedBy({ member: false })).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect(String(problem)).toMatch(/^StartProblem: .* run: .*GRANT kuultu_app TO "?kuultu_owner_\w+"?;$/);
  });

  it("says in one line that a server cannot be reached", async () => {
    const problem = await migrate("postgresql://nobody:secret@127.0.0.1:1/none").catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect(String(problem)).toMatch(/127\.0\.0\.1:1\/none .*DATABASE_URL/);
    expect(String(problem)).not.toMatch(/secret|\n/);
  });

  it("refuses PostgreSQL 14 in one line", () => {
    expect(() => requireServer(140_012, "14.12")).toThrow(
      /^Kuultu needs PostgreSQL 15 or newer and this server is 14\.12: .*$/,
    );
  });

  it.each([150_000, 180_004])("takes server %i", (number) => {
    expect(() => requireServer(number, "newer")).not.toThrow();
  });
});
