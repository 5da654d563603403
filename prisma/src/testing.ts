import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "./database.ts";
import { startEmbeddedServer, stopAbandoned } from "./embedded-server.ts";
import type { EmbeddedServer } from "./embedded-server.ts";
import { applicationRole, migrate } from "./migrate.ts";
import type { Database } from "./organisation-transaction.ts";

/** Where the tests' server is and which database is cloned; handed from the global setup to the workers. */
const addressVariable = "KUULTU_TEST_TEMPLATE";

const folderPrefix = "kuultu-test-";

/**
 * Vitest's globalSetup: one server for the run (DATABASE_URL if set, else an embedded one in a temporary folder)
 * and a migrated template database, which every test file clones.
 */
export default async function startTestServer(_project?: TestProject): Promise<() => Promise<void>> {
  const given = process.env["DATABASE_URL"];
  if (!given) await clearAbandoned();
  const server = given ? undefined : await startTemporaryServer();
  const template = withDatabase(given ?? server?.url ?? "", `kuultu_template_${randomBytes(6).toString("hex")}`);
  await administer(template, (name) => `CREATE DATABASE ${name}`);
  await migrate(template);
  process.env[addressVariable] = template;
  return async () => {
    if (given) await administer(template, dropping);
    await server?.stop();
  };
}

export interface TestDatabase {
  readonly database: Database;
  /** The owner's address: for what the application's role may not do. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of one's own: 30 to 100 ms. Needs `startTestServer` as globalSetup. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = await cloneTemplate();
  const database = await openDatabase({ url });
  return {
    database,
    url,
    async drop() {
      await database.close();
      await administer(url, dropping);
    },
  };
}

function templateUrl(): string {
  const template = process.env[addressVariable];
  if (!template) throw new Error("Name @kuultu/database/testing as globalSetup in vitest.config.ts.");
  return template;
}

/** The address of a fresh clone of the template, for tests that open it themselves. */
export async function cloneTemplate(): Promise<string> {
  const template = templateUrl();
  const url = withDatabase(template, `kuultu_test_${randomBytes(8).toString("hex")}`);
  await administer(url, (name) => `CREATE DATABASE ${name} TEMPLATE ${databaseName(template)}`);
  return url;
}

export interface EmptyDatabase {
  readonly url: string;
  /** Hands the database to a new login without rights of its own; `member`: it may take the application's role. */
  ownedBy(login: { member: boolean }): Promise<string>;
  drop(): Promise<void>;
}

/** A database without any table, for tests of migrating itself. */
export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const url = withDatabase(templateUrl(), `kuultu_test_${randomBytes(8).toString("hex")}`);
  await administer(url, (name) => `CREATE DATABASE ${name}`);
  const logins: string[] = [];
  return {
    url,
    async ownedBy({ member }) {
      const login = `kuultu_owner_${randomBytes(4).toString("hex")}`;
      logins.push(login);
      await administer(
        url,
        (name) => `CREATE ROLE ${login} LOGIN PASSWORD '${login}'; ALTER DATABASE ${name} OWNER TO ${login}`,
      );
      if (member) await administer(url, () => `GRANT ${applicationRole} TO ${login}`);
      return Object.assign(new URL(url), { username: login, password: login }).href;
    },
    async drop() {
      await administer(url, dropping);
      for (const login of logins) await administer(url, () => `DROP ROLE ${login}`);
    },
  };
}

/** An embedded server that trades durability for speed; `stop` also removes its folder. */
async function startTemporaryServer(): Promise<EmbeddedServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), folderPrefix));
  await chmod(dataFolder, 0o711);
  const parameters = { fsync: "off", full_page_writes: "off", synchronous_commit: "off" };
  const server = await startEmbeddedServer({ dataFolder, log: () => {}, parameters });
  return {
    ...server,
    async stop() {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A killed test run leaves its server behind: the next run stops each that nobody uses any more. */
async function clearAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(folderPrefix));
  for (const dataFolder of names.map((name) => join(tmpdir(), name))) {
    const found = await stat(dataFolder).catch(() => undefined);
    // A young folder may be another run's that is just beginning; another user's is not ours to touch.
    if (!found || found.uid !== process.getuid?.() || Date.now() - found.birthtimeMs < 120_000) continue;
    if (await stopAbandoned(dataFolder)) await rm(dataFolder, { recursive: true, force: true });
  }
}

const dropping = (name: string) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;

/** Runs a command about the database of `url` from the server's own database. */
async function administer(url: string, command: (name: string) => string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await client.query(command(databaseName(url)));
  } finally {
    await client.end();
  }
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
