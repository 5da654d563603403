import { spawn, spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartProblem } from "../start-problem.ts";
import type { DatabaseUser } from "./database-user.ts";
import type { EngineBinaries } from "./engine-binaries.ts";
import { commandLine, processIdentity } from "./process-identity.ts";
import type { ServerFolder, ServerSettings } from "./server-folder.ts";

export const superuser = "kuultu";

/** A running PostgreSQL on this folder. */
export interface Postmaster {
  readonly pid: number;
  readonly began: string;
  readonly port: number;
  readonly ready: boolean;
}

/** PostgreSQL speaks English to its log, where we read why it stopped, and sorts alike on every machine. */
const plainEnvironment = { PATH: process.env["PATH"], LC_ALL: "C", TZ: "UTC" };

/** On the loopback address alone, and without the rows of a failed statement in the log: they may name people. */
const ownSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  jit: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

/** How long a server may take to come up or go down; recovering after a crash is the longest. */
export const patienceMs = 120_000;

/** Makes the cluster under another name first, so that a cut-off beginning is never taken for a database. */
export async function makeCluster(
  folder: ServerFolder,
  binaries: EngineBinaries,
  user: DatabaseUser,
  settings: ServerSettings,
): Promise<void> {
  const unfinished = `${folder.cluster}.new`;
  const password = join(folder.path, "password");
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(password, settings.password, { mode: 0o600 });
  if ("uid" in user) for (const path of [unfinished, password]) await chown(path, user.uid, user.gid);
  // The built-in locale provider: letters beyond ASCII are letters, and no system library can change the order.
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      `--pwfile=${password}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...user, cwd: unfinished, env: plainEnvironment, encoding: "utf8" },
  );
  await rm(password, { force: true });
  if (made.status !== 0) {
    throw new StartProblem(
      `PostgreSQL could not make its files in ${folder.path}: ${lastLine(made.stderr || String(made.error))}`,
    );
  }
  await rename(unfinished, folder.cluster);
}

/** Starts the server and waits until it takes connections; another port where the remembered one is taken. */
export async function startPostmaster(
  folder: ServerFolder,
  binaries: EngineBinaries,
  user: DatabaseUser,
  settings: ServerSettings,
  parameters: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  for (let tried = 1; ; tried++) {
    const port = await freePort(settings.port);
    if (port !== settings.port) settings = await folder.remember({ ...settings, port });
    const begun = await launch(folder, binaries, user, port, parameters);
    if (typeof begun !== "string") return begun;
    // Between our look at the port and the server's another program may have taken it; and after a kill the
    // last processes of the earlier server hold their memory for a moment.
    if (tried === 20 || !/could not bind|could not create any TCP|pre-existing shared memory/.test(begun)) {
      throw new StartProblem(`PostgreSQL did not start (${lastLine(begun)}): see ${folder.log}.`);
    }
    await pause(100);
  }
}

/** Resolves to the running server, or to what it wrote before it gave up. */
async function launch(
  folder: ServerFolder,
  binaries: EngineBinaries,
  user: DatabaseUser,
  port: number,
  parameters: Readonly<Record<string, string>>,
): Promise<Postmaster | string> {
  await rm(folder.log, { force: true });
  const log = openSync(folder.log, "a", 0o640);
  const settings = { ...ownSettings, ...parameters };
  // In a group of its own: Ctrl-C in the terminal must reach the application only, which then stops the server.
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      folder.cluster,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { ...user, cwd: folder.cluster, env: plainEnvironment, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  child.unref();
  let ended = false;
  child.on("exit", () => (ended = true));
  child.on("error", () => (ended = true));
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(15)) {
    if (ended) return readFile(folder.log, "utf8");
    const running = await findPostmaster(folder);
    if (running?.pid === child.pid && running?.ready) return running;
  }
  throw new StartProblem(`PostgreSQL did not come up in ${patienceMs / 1000} s: see ${folder.log}.`);
}

/**
 * The server that runs on this folder, by its `postmaster.pid`. A file left behind by a dead server, or one that
 * names a process which is something else by now, is removed: PostgreSQL would refuse to start beside it.
 */
export async function findPostmaster(folder: ServerFolder): Promise<Postmaster | undefined> {
  const path = join(folder.cluster, "postmaster.pid");
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [pid, , , port, , , , state] = text.split("\n");
  const number = Number(pid);
  const began = processIdentity(number);
  if (began !== undefined && commandLine(number).includes(`-D ${folder.cluster} `)) {
    return { pid: number, began, port: Number(port), ready: state?.trim() === "ready" };
  }
  return undefined;
}

export async function removeStaleMark(folder: ServerFolder): Promise<void> {
  await rm(join(folder.cluster, "postmaster.pid"), { force: true });
}

/** Ends the server in good order: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopPostmaster(running: Postmaster): Promise<void> {
  const gone = () => processIdentity(running.pid) !== running.began;
  if (gone()) return;
  process.kill(running.pid, "SIGINT");
  for (const until = Date.now() + patienceMs; Date.now() < until && !gone();) await pause(15);
}

/** The wanted port if it is free, else one that the system gives. */
async function freePort(wanted: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(0));
      server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
        const address = server.address();
        server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
      });
    });
  return (wanted && (await listen(wanted))) || listen(0);
}

function lastLine(text: string): string {
  const lines = text.trim().split("\n");
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? "")
    .replace(/^.*?(FATAL|PANIC|error):\s*/i, "")
    .trim();
}
