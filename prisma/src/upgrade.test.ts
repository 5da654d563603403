import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { migrate } from "./migrate.ts";
import { noFilter, readMigrations, withSchemaEngine } from "./schema-engine.ts";
import { createEmptyDatabase } from "./testing.ts";
import type { EmptyDatabase } from "./testing.ts";

const made: EmptyDatabase[] = [];

afterEach(async () => {
  for (const database of made.splice(0)) await database.drop();
});

/** A database as the first migration made it, owned by a login that row-level security binds. */
async function firstDatabase(): Promise<{ readonly url: string; readonly owner: string }> {
  const database = await createEmptyDatabase();
  made.push(database);
  const owner = await database.ownedBy({ member: true });
  const { migrationDirectories, ...list } = await readMigrations();
  const migrationsList = { ...list, migrationDirectories: migrationDirectories.slice(0, 1) };
  await withSchemaEngine(owner, (engine) => engine.applyMigrations({ migrationsList, filters: noFilter }));
  return { url: database.url, owner };
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

interface Item {
  readonly status: string;
  readonly reason?: string;
  readonly steps?: readonly { readonly change: string; readonly at: string }[];
}

/** Items received on 1 March 2026, with their history and a coding to one theme. */
async function fill(client: pg.Client, given: readonly Item[]): Promise<void> {
  const organisation = randomUUID();
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.organisation', $1, true)", [organisation]);
  const themeId = randomUUID();
  await client.query("INSERT INTO theme (organisation_id, id, names) VALUES ($1, $2, '{}')", [organisation, themeId]);
  for (const { status, reason = null, steps = [] } of given) {
    const itemId = randomUUID();
    await client.query(
      `INSERT INTO feedback_item (organisation_id, id, received_at, status, status_reason, kind, source, triage_due_on)
       VALUES ($1, $2, '2026-03-01T08:00Z', $3, $4, 'complaint', 'letter', '2026-03-06')`,
      [organisation, itemId, status, reason],
    );
    for (const { change, at } of steps)
      await client.query(
        `INSERT INTO history (organisation_id, id, at, step_id, subject, subject_id, change)
         VALUES ($1, gen_random_uuid(), $2, gen_random_uuid(), 'feedback', $3, $4)`,
        [organisation, at, itemId, change],
      );
    await client.query(
      `INSERT INTO coding (organisation_id, id, item_id, theme_id, received_at, made_at)
       VALUES ($1, gen_random_uuid(), $2, $3, '2026-03-01T08:00Z', '2026-03-02T08:00Z')`,
      [organisation, itemId, themeId],
    );
  }
  await client.query("COMMIT");
}

it("the later migrations fill what they add for the items that are there, whoever owns the database", async () => {
  const { url, owner } = await firstDatabase();
  const done = { change: "feedback.done", at: "2026-03-04T09:00Z" };
  await connected(owner, async (client) => {
    await fill(client, [
      { status: "new" },
      { status: "categorised", steps: [{ change: "feedback.coded", at: "2026-03-03T09:00Z" }, done] },
      { status: "closed" },
    ]);
    await fill(client, [
      // Half past midnight in Helsinki.
      { status: "routed", reason: "appeal", steps: [{ change: "feedback.routed", at: "2026-03-04T22:30Z" }] },
      { status: "routed", reason: "whistleblowing" },
    ]);
  });
  expect((await migrate(owner)).length).toBeGreaterThan(1);
  const rows = await connected(url, async (client) => ({
    items: await client.query(
      `SELECT status, to_char(processed_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS processed, routed_on::text AS routed
         FROM feedback_item ORDER BY status, processed_at DESC`,
    ),
    pairs: await client.query(
      `SELECT other_value AS value, count FROM feedback_pair WHERE facet = '' AND other_facet = 'status' ORDER BY 1`,
    ),
    themes: await client.query(
      `SELECT value, count FROM feedback_pair WHERE facet = 'status' AND other_facet = 'themeId' ORDER BY 1`,
    ),
    unbound: await client.query(
      "SELECT relname FROM pg_class WHERE relname IN ('feedback_item', 'history', 'coding') AND NOT relforcerowsecurity",
    ),
  }));
  expect(rows.items.rows).toEqual([
    { status: "categorised", processed: "03-04 09:00", routed: null },
    { status: "closed", processed: "03-01 08:00", routed: null },
    { status: "new", processed: null, routed: null },
    { status: "routed", processed: "03-04 22:30", routed: "2026-03-05" },
    { status: "routed", processed: "03-01 08:00", routed: "2026-03-01" },
  ]);
  const shown = ["categorised", "closed", "new", "routed"].map((value) => ({ value, count: 1 }));
  expect(rows.pairs.rows).toEqual(shown);
  expect(rows.themes.rows).toEqual(shown);
  expect(rows.unbound.rows).toEqual([]);
});
