import { randomBytes } from "node:crypto";
import { chmodSync } from "node:fs";
import {
  chmod,
  chown,
  link,
  mkdir,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StartProblem } from "../start-problem.ts";
import { processIdentity } from "./process-identity.ts";

/** What is remembered beside the cluster. The password opens the server on the loopback address only. */
export interface ServerSettings {
  readonly port: number;
  readonly password: string;
}

/** A process that uses the server. The last one to leave stops it. */
export interface Holder {
  readonly pid: number;
  readonly began: string;
  /** It serves the product: there may be one of these. */
  readonly serving: boolean;
}

/** `<dataFolder>/postgres`: the cluster with its settings, log, lock and the list of who uses it. */
export class ServerFolder {
  readonly path: string;
  readonly cluster: string;
  readonly log: string;
  readonly #settings: string;
  readonly #holders: string;
  readonly #lock: string;

  private constructor(dataFolder: string) {
    this.path = join(resolve(dataFolder), "postgres");
    this.cluster = join(this.path, "cluster");
    this.log = join(this.path, "server.log");
    this.#settings = join(this.path, "server.json");
    this.#holders = join(this.path, "holders");
    this.#lock = join(this.path, "lock");
  }

  static async open(dataFolder: string): Promise<ServerFolder> {
    const folder = new ServerFolder(dataFolder);
    try {
      // Enterable but not listable: the database's user, when it is another one, has to pass through.
      if (await mkdir(resolve(dataFolder), { recursive: true })) chmodSync(resolve(dataFolder), 0o711);
      if (await mkdir(folder.path, { recursive: true })) await chmod(folder.path, 0o711);
      await mkdir(folder.#holders, { recursive: true });
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
      throw new StartProblem(
        `Cannot write to the data folder ${resolve(dataFolder)} (${code}): give it to this user, or set KUULTU_DATA to another folder.`,
      );
    }
    return folder;
  }

  /** Does `work` while no other process starts or stops this server. A lock left by a dead process is taken over. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const mine = `${process.pid} ${processIdentity(process.pid) ?? ""}`;
    while (!(await this.#take(mine))) await pause(50);
    try {
      return await work();
    } finally {
      await unlink(this.#lock);
    }
  }

  async #take(mine: string): Promise<boolean> {
    try {
      const file = await open(this.#lock, "wx", 0o644);
      await file.writeFile(mine);
      await file.close();
      return true;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw this.#notOurs(error);
    }
    const seen = await readFile(this.#lock, "utf8").catch(() => "");
    const [pid, began] = seen.split(" ");
    const fresh =
      Date.now() -
        (await stat(this.#lock).then(
          (found) => found.mtimeMs,
          () => Date.now(),
        )) <
      2_000;
    // An empty lock is one that is just being written, or one whose writer died in that very moment.
    const abandoned = pid && began ? processIdentity(Number(pid)) !== began : !fresh;
    if (abandoned) await this.#clear(seen);
    return false;
  }

  /** Another process may clear the same lock and take it anew meanwhile: what was not meant is put back. */
  async #clear(abandoned: string): Promise<void> {
    const aside = `${this.#lock}.${process.pid}`;
    try {
      await rename(this.#lock, aside);
      if ((await readFile(aside, "utf8")) !== abandoned) await link(aside, this.#lock);
    } catch {
      // Gone already, or taken by a third one: the next look will tell.
    } finally {
      await rm(aside, { force: true });
    }
  }

  #notOurs(error: unknown): StartProblem {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    return new StartProblem(
      `Cannot write to ${this.path} (${code}): start Kuultu as the user it belongs to, or set KUULTU_DATA to another folder.`,
    );
  }

  /** The settings, with a new password where there are none yet. Port 0: none has been chosen. */
  async settings(): Promise<ServerSettings> {
    const text = await readFile(this.#settings, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw this.#notOurs(error);
    });
    if (text !== undefined) return JSON.parse(text) as ServerSettings;
    return this.remember({ port: 0, password: randomBytes(24).toString("base64url") });
  }

  async remember(settings: ServerSettings): Promise<ServerSettings> {
    const written = `${this.#settings}.new`;
    await writeFile(written, JSON.stringify(settings), { mode: 0o600 });
    // Root may have been asked to start what belongs to another user, who must be able to read it later.
    const { uid, gid } = await stat(this.path);
    if (process.getuid?.() === 0) await chown(written, uid, gid);
    await rename(written, this.#settings);
    return settings;
  }

  /** The living processes that use the server, this one left out. Marks of dead ones are cleared away. */
  async otherHolders(): Promise<Holder[]> {
    const living: Holder[] = [];
    for (const name of await readdir(this.#holders)) {
      const path = join(this.#holders, name);
      const holder = JSON.parse(await readFile(path, "utf8")) as Holder;
      if (processIdentity(holder.pid) !== holder.began) await rm(path, { force: true });
      else if (holder.pid !== process.pid) living.push(holder);
    }
    return living;
  }

  async hold(serving: boolean): Promise<void> {
    const holder: Holder = { pid: process.pid, began: processIdentity(process.pid) ?? "", serving };
    await writeFile(join(this.#holders, `${process.pid}.json`), JSON.stringify(holder));
  }

  async release(): Promise<void> {
    await rm(join(this.#holders, `${process.pid}.json`), { force: true });
  }
}
