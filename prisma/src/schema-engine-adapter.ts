import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, DriverAdapterError } from "@prisma/driver-adapter-utils";
import type { SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";
import pg from "pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** As PrismaPg, but scripts go whole (cut at every semicolon a DO block falls apart), and everything can be closed. */
export class ClosablePg extends PrismaPg {
  readonly #url: string;
  readonly #closings: (() => Promise<void>)[] = [];

  constructor(url: string) {
    super({ connectionString: url, max: 2 });
    this.#url = url;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        throw toDriverError(error);
      });
    };
    const queryRaw = adapter.queryRaw;
    adapter.queryRaw = (query) => queryWithChars(adapter, queryRaw, query);
    let closing: Promise<void> | undefined;
    adapter.dispose = () => (closing ??= pool.end());
    this.#closings.push(adapter.dispose);
    return adapter;
  }

  /** PrismaPg's own ends in the main database when it was given an address, and drops the shadow while still in it. */
  override async connectToShadowDb(): Promise<Adapter> {
    const main = await this.connect();
    const name = `kuultu_shadow_${randomBytes(6).toString("hex")}`;
    await main.executeScript(`CREATE DATABASE ${name}`);
    const url = new URL(this.#url);
    url.pathname = `/${name}`;
    const shadows = new ClosablePg(url.href);
    const shadow = await shadows.connect();
    const end = shadow.dispose;
    let closing: Promise<void> | undefined;
    shadow.dispose = () => (closing ??= end().then(() => main.executeScript(`DROP DATABASE ${name}`)));
    this.#closings.unshift(shadow.dispose);
    return shadow;
  }

  /** The engine lets go of its connections only when they are collected, too late for who wants the database alone. */
  async close(): Promise<void> {
    for (const close of this.#closings) await close();
  }
}

function toDriverError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = "", severity = "", message, detail, column, hint } = error;
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
}

/** PostgreSQL's one-byte "char" of its own catalogues, which PrismaPg does not know and the engine reads. */
async function queryWithChars(adapter: Adapter, queryRaw: Adapter["queryRaw"], query: SqlQuery): Promise<SqlResultSet> {
  const { CHAR, BPCHAR } = pg.types.builtins;
  const chars: number[] = [];
  const client = {
    async query(config: pg.QueryArrayConfig) {
      const result = await adapter.underlyingDriver().query(config);
      result.fields.forEach((field, position) => field.dataTypeID === CHAR && chars.push(position));
      return {
        ...result,
        fields: result.fields.map((field) => (field.dataTypeID === CHAR ? { ...field, dataTypeID: BPCHAR } : field)),
      };
    },
  };
  const answer = await queryRaw.call(Object.create(adapter, { client: { value: client } }), query);
  return {
    ...answer,
    columnTypes: answer.columnTypes.map((type, position) =>
      chars.includes(position) ? ColumnTypeEnum.Character : type,
    ),
  };
}
