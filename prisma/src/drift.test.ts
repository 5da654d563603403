import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drift } from "./drift.ts";
import { readMigrations, readSchema } from "./schema-engine.ts";
import { createEmptyDatabase } from "./testing.ts";
import type { EmptyDatabase } from "./testing.ts";

let database: EmptyDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
});

afterAll(() => database.drop());

describe("drift between migrations and schema", () => {
  it("is none", async () => {
    expect(await drift(database.url)).toBe("");
  });

  it("is told when the schema has a column that no migration makes", async () => {
    const schema = await readSchema();
    const changed = schema.map((file) => ({
      ...file,
      content: file.content.replace("provider       String?", "provider       String?\n  homepage String?"),
    }));
    expect(changed).not.toEqual(schema);
    expect(await drift(database.url, { schema: changed })).toContain('ADD COLUMN     "homepage" TEXT');
  });

  it("is told when a migration makes a table that the schema does not have", async () => {
    const migrations = await readMigrations();
    const extra = {
      path: "29990101000000_extra",
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: "CREATE TABLE extra (id int PRIMARY KEY);" },
      },
    };
    const changed = { ...migrations, migrationDirectories: [...migrations.migrationDirectories, extra] };
    expect(await drift(database.url, { migrations: changed })).toContain('DROP TABLE "extra"');
  });
});
