import type { MigrationList, SchemaContainer } from "@prisma/schema-engine-wasm";
import { noFilter, readMigrations, readSchema, withSchemaEngine } from "./schema-engine.ts";

/**
 * The SQL that is missing between the migrations and the schema; "" when they say the same.
 * Replays the migrations in a database of its own beside `url`, whose user must be allowed to create one.
 */
export async function drift(
  url: string,
  sources: { migrations?: MigrationList; schema?: SchemaContainer[] } = {},
): Promise<string> {
  const migrations = sources.migrations ?? (await readMigrations());
  const files = sources.schema ?? (await readSchema());
  const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters: noFilter,
    }),
  );
  return exitCode === 0 ? "" : (stdout ?? "");
}
