import pg from "pg";
import { connection } from "./database.ts";

/** One connection of one's own under the application's role: for locks and notices that live as long as it does. */
export interface Session {
  /** Tables without an organisation only: no organisation is set here. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens a session that hears what is told on `channel`. `onLost`: the connection broke, and its locks with it. */
export async function openSession(
  url: string,
  hearing: {
    readonly channel: string;
    readonly onNotice: (payload: string) => void;
    readonly onLost: () => void;
  },
): Promise<Session> {
  const client = new pg.Client({ ...connection(url), keepAlive: true });
  let closed = false;
  client.on("error", () => {});
  client.on("end", () => closed || hearing.onLost());
  client.on("notification", ({ payload = "" }) => hearing.onNotice(payload));
  await client.connect();
  await client.query(`LISTEN ${client.escapeIdentifier(hearing.channel)}`);
  let last: Promise<unknown> = Promise.resolve();
  return {
    // One question at a time, in the order they were put.
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const answer = last.then(() => client.query<Row & pg.QueryResultRow>({ text, values: [...values] }));
      last = answer.catch(() => undefined);
      return (await answer).rows;
    },
    async close() {
      closed = true;
      await client.end();
    },
  };
}
