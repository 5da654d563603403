import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { packageFolder } from "../package-folder.ts";

/** Under whom a process of a test runs; empty: under the user of the tests. */
export type ProcessUser = { uid: number; gid: number } | Record<never, never>;

interface Line {
  readonly url?: string;
  readonly kept?: string;
  readonly rows?: readonly string[];
}

/** A real process with an installation (installation-process.ts), in a process group of its own as under a terminal. */
export class RunningInstallation {
  readonly #child: ChildProcess;
  readonly #lines: Line[] = [];
  readonly #waiting = new Set<() => void>();
  #complaint = "";
  #over = false;

  constructor(
    readonly dataFolder: string,
    options: { user?: ProcessUser; serving?: boolean } = {},
  ) {
    const script = join(packageFolder, "src/testing/installation-process.ts");
    const argument = JSON.stringify({ dataFolder, serving: options.serving ?? true });
    const child = spawn(process.execPath, ["--import", "tsx", script, argument], {
      ...options.user,
      cwd: packageFolder,
      detached: true,
    });
    this.#child = child;
    createInterface({ input: child.stdout }).on("line", (line) =>
      this.#tell(() => this.#lines.push(JSON.parse(line) as Line)),
    );
    child.stderr.on("data", (chunk: Buffer) => (this.#complaint += chunk.toString()));
    child.on("close", () => this.#tell(() => (this.#over = true)));
  }

  #tell(change: () => void): void {
    change();
    for (const wake of this.#waiting) wake();
  }

  /** Resolves with the first line that fits; rejects when the process ends without one. */
  async #line(fits: (line: Line) => boolean): Promise<Line> {
    for (;;) {
      const found = this.#lines.find(fits);
      if (found) return found;
      if (this.#over) throw new Error(`The process ended first: ${this.#complaint}`);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Resolves with the database's address once the product is up. */
  async started(): Promise<string> {
    return (await this.#line((line) => line.url !== undefined)).url ?? "";
  }

  send(command: string): void {
    this.#child.stdin?.write(`${command}\n`);
  }

  async write(key: string): Promise<void> {
    this.send(`write:${key}`);
    await this.#line((line) => line.kept === key);
  }

  async read(): Promise<readonly string[]> {
    const earlier = this.#lines.length;
    this.send("read");
    return (await this.#line((line) => line.rows !== undefined && this.#lines.indexOf(line) >= earlier)).rows ?? [];
  }

  /** What the process was told to be kept, so far. */
  get kept(): string[] {
    return this.#lines.flatMap((line) => line.kept ?? []);
  }

  async keptAtLeast(count: number): Promise<void> {
    await this.#line(() => this.kept.length >= count);
  }

  /** Ends it as a command ends that has done its work. */
  async finish(): Promise<{ code: number | null; complaint: string }> {
    this.#child.stdin?.end();
    return this.ended();
  }

  /** Ctrl-C as a terminal sends it: to the whole process group. */
  ctrlC(): void {
    if (this.#child.pid) process.kill(-this.#child.pid, "SIGINT");
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  async ended(): Promise<{ code: number | null; complaint: string }> {
    while (!this.#over) await new Promise<void>((resolve) => this.#waiting.add(resolve));
    return { code: this.#child.exitCode, complaint: this.#complaint.trim() };
  }
}

/** The server's process on a data folder; undefined when none has left its mark. */
export function serverPid(dataFolder: string): number | undefined {
  try {
    return Number(readFileSync(join(dataFolder, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]);
  } catch {
    return undefined;
  }
}
