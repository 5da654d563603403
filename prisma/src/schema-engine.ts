import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import { ClosablePg } from "./schema-engine-adapter.ts";
import { modulePath, packageFolder } from "./package-folder.ts";

export const schemaFolder = join(packageFolder, "schema");
export const migrationsFolder = join(packageFolder, "migrations");

/** The engine covers every table of ours, so nothing is left out of its view. */
export const noFilter = { externalTables: [], externalEnums: [] };

interface Glue {
  __wbg_set_wasm(exports: Exports): void;
  SchemaEngine: typeof SchemaEngine;
}

type Exports = Readonly<Record<string, unknown>> & { __wbindgen_start(): void };

/** Node has it, but TypeScript knows it only from the browser's library, which has no business here. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Exports } }> };
};

let glue: Promise<Glue> | undefined;

/** The package imports its .wasm as a module, which Node does not do unflagged, so it is instantiated here, once. */
async function loadGlue(): Promise<Glue> {
  const path = modulePath("@prisma/schema-engine-wasm/schema_engine_bg");
  const loaded = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Glue;
  const bytes = await readFile(join(dirname(path), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": withoutWaiting(loaded) });
  loaded.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return loaded;
}

/** The engine never clears the timer with which it limits its wait for a lock: it would keep the process for 10 s. */
function withoutWaiting(loaded: Glue): object {
  const timer = Object.keys(loaded).find((name) => name.startsWith("__wbg_setTimeout_"));
  const unreferenced = (callback: () => void, ms: number) => setTimeout(callback, ms >>> 0).unref();
  return timer ? { ...loaded, [timer]: unreferenced } : loaded;
}

/** Opens Prisma's schema engine as a library over the driver adapter: no engine binary, no download. */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  glue ??= loadGlue();
  const { SchemaEngine: Engine } = await glue;
  const adapters = new ClosablePg(url);
  const datamodels = (await readSchema()).map((file): [string, string] => [file.path, file.content]);
  try {
    const engine = await Engine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(adapters));
    return await work(engine);
  } finally {
    await adapters.close();
  }
}

export async function readSchema(folder: string = schemaFolder): Promise<SchemaContainer[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).toSorted();
  return Promise.all(
    names.map(async (name) => ({ path: join(folder, name), content: await readFile(join(folder, name), "utf8") })),
  );
}

export async function readMigrations(folder: string = migrationsFolder): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: await readFile(join(folder, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: await readFile(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
    ),
  };
}
