import pg from "pg";
import { applicationRole, sqlState } from "./migrate.ts";
import { joinTransaction, prismaOver } from "./organisation-prisma.ts";
import type { OneConnection } from "./organisation-prisma.ts";
import type { Database, OrganisationTransaction, Statement } from "./organisation-transaction.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** How often work is done over when the database could not order it with another's: serialisation, deadlock. */
const attempts = 3;

/** How long an open transaction may wait for its next statement before the server ends it. */
const idleInTransactionMs = 60_000;

/**
 * Opens a migrated database. Every connection works under the application's role and in UTC.
 * `forOrganisation` does its work anew when the database asks for that, so work must not touch anything else.
 */
export async function openDatabase(options: { url: string; maxConnections?: number }): Promise<Database> {
  const pool = new pg.Pool({ ...connection(options.url), max: options.maxConnections ?? 10 });
  // A connection that breaks while idle leaves the pool by itself; whoever asks next gets a new one.
  pool.on("error", () => {});
  const prisma = prismaOver(pool);
  const begin = await beginning(pool);

  async function attempt<T>(organisationId: string, work: (tx: OrganisationTransaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => (broken = error);
    client.on("error", onError);
    const connection = inOrder(client);
    try {
      await connection.query(begin(organisationId));
      const result = await joinTransaction(prisma, connection, (models) =>
        work(transaction(organisationId, models, connection)),
      );
      const { command } = await connection.query("COMMIT");
      if (command !== "COMMIT") throw new Error("The transaction was rolled back: a statement in it had failed.");
      return result;
    } catch (error) {
      await connection.query("ROLLBACK").catch((failure: Error) => (broken ??= failure));
      throw error;
    } finally {
      client.off("error", onError);
      client.release(broken);
    }
  }

  return {
    accounts: prisma,
    async forOrganisation(organisationId, work) {
      if (!uuid.test(organisationId)) throw new TypeError("An organisation is named by its UUID.");
      for (let tried = 1; ; tried++) {
        try {
          return await attempt(organisationId, work);
        } catch (error) {
          if (tried === attempts || !isConflict(error)) throw error;
        }
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** Settings that hold from a connection's first statement; those of the address itself come after ours. */
export function connection(url: string): pg.PoolConfig {
  const settings = { role: applicationRole, timezone: "UTC", idle_in_transaction_session_timeout: idleInTransactionMs };
  const ours = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const address = new URL(url);
  const options = [address.searchParams.get("options"), ...ours].filter(Boolean).join(" ");
  address.searchParams.delete("options");
  return { connectionString: address.href, options, types: parsers, application_name: "kuultu" };
}

/** Days stay text (YYYY-MM-DD): a Date would move them with the server's time zone. Counts come as numbers. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser(type, format) {
    if (type === pg.types.builtins.DATE) return String;
    if (type === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(type, format) as (text: string) => unknown;
  },
};

/** What begins a transaction, in one round trip. Citus hands `SET LOCAL` on to its workers only when told to. */
async function beginning(pool: pg.Pool): Promise<(organisationId: string) => string> {
  const { rows } = await pool.query<{ citus: boolean }>(
    "SELECT exists(SELECT FROM pg_extension WHERE extname = 'citus') AS citus",
  );
  const citus = rows[0]?.citus ? "SET LOCAL citus.propagate_set_commands = 'local'; " : "";
  return (organisationId) => `BEGIN; ${citus}SET LOCAL app.organisation = '${organisationId}'`;
}

/** PostgreSQL takes one question at a time, while work may put several at once. */
function inOrder(client: pg.PoolClient): OneConnection {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query<Row extends object>(question: pg.QueryConfig | string) {
      const answer = last.then(() => client.query<Row & pg.QueryResultRow>(question));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
}

function transaction(organisationId: string, models: object, connection: OneConnection): OrganisationTransaction {
  const own = {
    organisationId,
    async sql<Row extends object>({ name, text, values }: Statement): Promise<Row[]> {
      return (await connection.query<Row>({ name, text, values: [...values] })).rows;
    },
    async run<Row extends object>(text: string, values: readonly unknown[]): Promise<{ rows: Row[]; count: number }> {
      const { rows, rowCount } = await connection.query<Row>({ text, values: [...values] });
      return { rows, count: rowCount ?? 0 };
    },
  };
  return new Proxy(models, {
    get: (target, key) => (Object.hasOwn(own, key) ? Reflect.get(own, key) : Reflect.get(target, key)),
  }) as OrganisationTransaction;
}

/** Serialisation failure or deadlock, told by PostgreSQL itself or in Prisma's words. */
function isConflict(error: unknown): boolean {
  if (["40001", "40P01"].includes(sqlState(error))) return true;
  return error instanceof Error && "code" in error && error.code === "P2034";
}
