import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { databaseUser } from "./embedded/database-user.ts";
import { engineBinaries } from "./embedded/engine-binaries.ts";
import {
  findPostmaster,
  makeCluster,
  patienceMs,
  removeStaleMark,
  startPostmaster,
  stopPostmaster,
  superuser,
} from "./embedded/postmaster.ts";
import type { Postmaster } from "./embedded/postmaster.ts";
import { ServerFolder } from "./embedded/server-folder.ts";
import { StartProblem } from "./start-problem.ts";
import { sqlState } from "./migrate.ts";

export interface EmbeddedServerOptions {
  readonly dataFolder: string;
  /** Told in one line what takes a moment. */
  readonly log: (line: string) => void;
  /** This process serves the product: refused while another one does so on the same folder. Default false. */
  readonly serving?: boolean;
  /** Settings of PostgreSQL beside ours, where this call starts it. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface EmbeddedServer {
  readonly url: string;
  /** The server ran already: left by a killed application, or used by another process right now. */
  readonly adopted: boolean;
  /** Lets go of the server; the last process to do so stops it. */
  stop(): Promise<void>;
}

const databaseName = "kuultu";

/** Starts or adopts the PostgreSQL of a data folder. Throws a StartProblem with one line that says what to do. */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const folder = await ServerFolder.open(options.dataFolder);
  return folder.exclusively(async () => {
    if (options.serving) await refuseSecond(folder, options.dataFolder);
    const binaries = await engineBinaries();
    const user = databaseUser(folder, binaries);
    const settings = await folder.settings();
    if (!existsSync(folder.cluster)) {
      options.log("Making the database, the first time only …");
      await makeCluster(folder, binaries, user, settings);
    }
    const running = await awaitReady(folder);
    if (!running) await removeStaleMark(folder);
    const server = running ?? (await startPostmaster(folder, binaries, user, settings, options.parameters ?? {}));
    const url = `postgresql://${superuser}:${settings.password}@127.0.0.1:${server.port}/${databaseName}`;
    try {
      await ensureDatabase(url, folder);
    } catch (error) {
      if (!running) await stopPostmaster(server);
      throw error;
    }
    await folder.hold(options.serving ?? false);
    return { url, adopted: running !== undefined, stop: () => letGo(folder, server) };
  });
}

async function refuseSecond(folder: ServerFolder, dataFolder: string): Promise<void> {
  const first = (await folder.otherHolders()).find((holder) => holder.serving);
  if (first) {
    throw new StartProblem(
      `Kuultu already runs on ${dataFolder} (process ${first.pid}): use that one, or set KUULTU_DATA and PORT to start another.`,
    );
  }
}

/** A server that is still coming up or going down is waited for: it ends ready, or gone. */
async function awaitReady(folder: ServerFolder): Promise<Postmaster | undefined> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(15)) {
    const running = await findPostmaster(folder);
    if (!running || running.ready) return running;
  }
  throw new StartProblem(`PostgreSQL on ${folder.cluster} neither comes up nor goes down: see ${folder.log}.`);
}

async function letGo(folder: ServerFolder, server: Postmaster): Promise<void> {
  await folder.exclusively(async () => {
    await folder.release();
    if ((await folder.otherHolders()).length === 0) await stopPostmaster(server);
  });
}

/** Stops a server whose users have all died. False: somebody still uses it. */
export async function stopAbandoned(dataFolder: string): Promise<boolean> {
  const folder = await ServerFolder.open(dataFolder);
  return folder.exclusively(async () => {
    if ((await folder.otherHolders()).length > 0) return false;
    const server = await awaitReady(folder);
    if (server) await stopPostmaster(server);
    return true;
  });
}

async function ensureDatabase(url: string, folder: ServerFolder): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]*$/, "postgres") });
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${databaseName}`);
  } catch (error) {
    // 42P04: it is there already, which is how every start but the first goes.
    if (sqlState(error) === "42P04") return;
    // 28P01: the wrong password.
    if (sqlState(error) !== "28P01") throw error;
    throw new StartProblem(
      `The password in ${folder.path}/server.json is not that of the database beside it: bring back the file that belongs to it.`,
    );
  } finally {
    await client.end();
  }
}
