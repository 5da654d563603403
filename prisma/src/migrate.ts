import pg from "pg";
import { noFilter, readMigrations, withSchemaEngine } from "./schema-engine.ts";
import { StartProblem } from "./start-problem.ts";

/** The role the application works under: bound by row-level security, without a login of its own. */
export const applicationRole = "kuultu_app";

const oldestServer = 15;

/** Any constant will do, as long as every Kuultu takes the same one. */
const migrationLock = 4_310_000_001;

/**
 * Brings the database at `url` up to the newest migration and returns the names of those it applied.
 * Safe when two processes start at once. Throws a StartProblem where a person has to act first.
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, application_name: "kuultu migrate" });
  try {
    await client.connect();
  } catch (error) {
    throw connectionProblem(url, error);
  }
  try {
    await refuseOldServer(client);
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await ensureApplicationRole(client);
    return await applyMigrations(url);
  } finally {
    await client.end();
  }
}

function connectionProblem(url: string, error: unknown): StartProblem {
  const address = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : "the given address";
  const reason =
    error instanceof Error ? error.message || ("code" in error ? String(error.code) : error.name) : String(error);
  return new StartProblem(
    `Cannot reach the database at ${address} (${reason}): check DATABASE_URL and that the server is running.`,
  );
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  for (const server of rows) requireServer(server.number, server.version);
}

/** `number` as PostgreSQL counts: 150004 is 15.4. Throws a StartProblem for a server that is too old. */
export function requireServer(number: number, version: string): void {
  if (number >= oldestServer * 10_000) return;
  throw new StartProblem(
    `Kuultu needs PostgreSQL ${oldestServer} or newer and this server is ${version}: let DATABASE_URL point to a newer one.`,
  );
}

/** The role belongs to the whole server: another database's Kuultu may make it in the same moment. */
async function ensureApplicationRole(client: pg.Client): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${applicationRole} NOLOGIN`);
  } catch (error) {
    if (!isMissingPrivilege(error) && !isAlreadyThere(error)) throw error;
  }
  const { rows } = await client.query<{ user: string; exists: boolean; member: boolean }>(
    `SELECT current_user AS user, exists(SELECT FROM pg_roles WHERE rolname = $1) AS exists,
            coalesce((SELECT pg_has_role(current_user, oid, CASE WHEN current_setting('server_version_num')::int < 160000
                                                              THEN 'MEMBER' ELSE 'SET' END)
                      FROM pg_roles WHERE rolname = $1), false) AS member`,
    [applicationRole],
  );
  const role = rows[0];
  if (!role || role.member) return;
  const user = client.escapeIdentifier(role.user);
  const grant = `GRANT ${applicationRole} TO ${user}`;
  try {
    await client.query(grant);
  } catch {
    const create = role.exists ? "" : `CREATE ROLE ${applicationRole} NOLOGIN; `;
    throw new StartProblem(
      `The database user ${role.user} may not make the application's role; as an administrator of the server run: ${create}${grant};`,
    );
  }
}

const isMissingPrivilege = (error: unknown) => sqlState(error) === "42501";
const isAlreadyThere = (error: unknown) => ["42710", "23505"].includes(sqlState(error));

/** The five-character code of an error of PostgreSQL; "" for any other. */
export function sqlState(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? "") : "";
}

async function applyMigrations(url: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList, filters: noFilter }),
  );
  return appliedMigrationNames;
}
