import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from "@prisma/driver-adapter-utils";
import type pg from "pg";
import { PrismaClient } from "../generated/client.ts";
import type { Prisma } from "../generated/client.ts";

/** One connection that answers its questions in the order they were put. */
export interface OneConnection {
  query<Row extends object>(question: pg.QueryConfig | string): Promise<pg.QueryResult<Row & pg.QueryResultRow>>;
}

/** The connection whose transaction Prisma is to join, while it begins one. */
const joining = new AsyncLocalStorage<OneConnection | undefined>();

/** The server's own limits end a forgotten transaction, not Prisma's clock: the longest wait a timer knows. */
const never = 2_147_483_647;

/** Long texts are inserts of many rows, each of its own length: named they would only fill the server's memory. */
const longestNamed = 4_000;

/** One name for one text, so that a connection plans a statement of Prisma's once. "" leaves it unnamed. */
function statementName(query: SqlQuery): string {
  return query.sql.length > longestNamed ? "" : `prisma_${createHash("sha1").update(query.sql).digest("base64url")}`;
}

/** Prisma over the pool. */
export function prismaOver(pool: pg.Pool): PrismaClient {
  const factory = new PrismaPg(pool, { statementNameGenerator: statementName });
  const adapter: SqlDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const overPool = await factory.connect();
      const begin = overPool.startTransaction.bind(overPool);
      overPool.startTransaction = async (isolationLevel) => {
        const connection = joining.getStore();
        return connection ? phantom(overPool, connection) : begin(isolationLevel);
      };
      return overPool;
    },
  };
  return new PrismaClient({ adapter });
}

/**
 * Gives Prisma's models on a connection whose transaction somebody else begins and ends.
 * Prisma counts it as an interactive transaction of its own, so what it runs never mixes with another's.
 */
export function joinTransaction<T>(
  prisma: PrismaClient,
  connection: OneConnection,
  work: (models: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  // Inside the work the store is empty again: a transaction that the work itself opens is another one.
  return joining.run(connection, () =>
    prisma.$transaction((models) => joining.run(undefined, () => work(models)), { maxWait: never, timeout: never }),
  );
}

/** "Phantom" is Prisma's word for a transaction for which it sends neither COMMIT nor ROLLBACK. */
function phantom(overPool: SqlDriverAdapter, connection: OneConnection): Transaction {
  // The adapter asks whatever stands in its field `client`; everything else of it is as good for one connection.
  const queries = Object.create(overPool, { client: { value: connection } }) as SqlDriverAdapter;
  const send = (command: string) => async (name: string) => {
    await connection.query(`${command} ${name}`);
  };
  return {
    provider: queries.provider,
    adapterName: queries.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => queries.queryRaw(query),
    executeRaw: (query) => queries.executeRaw(query),
    commit: async () => {},
    rollback: async () => {},
    createSavepoint: send("SAVEPOINT"),
    rollbackToSavepoint: send("ROLLBACK TO SAVEPOINT"),
    releaseSavepoint: send("RELEASE SAVEPOINT"),
  };
}
