import type { Prisma, PrismaClient } from "../generated/client.ts";

/** One SQL question. `name` is that of the prepared statement: the same name always goes with the same text. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * A transaction bound to one organisation: Prisma's models and SQL on the same connection.
 * SQL gives days as text (YYYY-MM-DD), moments as Date, bigint and count(*) as number, numeric as text.
 */
export type OrganisationTransaction = Omit<
  Prisma.TransactionClient,
  "user" | "session" | "account" | "verification" | "membership" | "job"
> & {
  readonly organisationId: string;
  /** Runs one named statement and returns its rows with snake_case columns as they come. */
  sql<Row extends object>(statement: Statement): Promise<Row[]>;
  /** As `sql`, unnamed, for statements whose text varies; returns the rows and how many were touched. */
  run<Row extends object>(text: string, values: readonly unknown[]): Promise<{ rows: Row[]; count: number }>;
};

export interface Database {
  /**
   * The only way to an organisation's tables: a transaction under the application's role, bound by row-level security.
   * After a deadlock or a serialisation failure the whole work is done anew, so it must touch nothing but `tx`.
   */
  forOrganisation<T>(organisationId: string, work: (tx: OrganisationTransaction) => Promise<T>): Promise<T>;
  /** The tables that belong to no organisation: sign-in (better-auth), memberships, the list of organisations. */
  readonly accounts: Pick<
    PrismaClient,
    "user" | "session" | "account" | "verification" | "membership" | "organisation" | "$transaction"
  >;
  close(): Promise<void>;
}
