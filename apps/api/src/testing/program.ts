import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { cloneTemplate } from "@kuultu/database/testing";

import { repositoryFolder } from "#environment";

/** How a program ended, with what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  /** Resolves with the first line on standard output that matches; rejects where the program ends before. */
  line(pattern: RegExp): Promise<string>;
  interrupt(): void;
  /** As a power cut would: nothing of it is told. */
  kill(): void;
  readonly ended: Promise<Ended>;
}

/** A data folder and a database of one's own, for programs that are run as processes. */
export interface Machine {
  readonly dataFolder: string;
  readonly databaseUrl: string;
  /** What its programs are told by. */
  readonly variables: Readonly<Record<string, string>>;
  run(
    program: "server" | "cli",
    args?: readonly string[],
    options?: { input?: string; variables?: Record<string, string> },
  ): Running;
  dispose(): void;
}

export async function openMachine(): Promise<Machine> {
  const dataFolder = mkdtempSync(join(tmpdir(), "kuultu-machine-"));
  const databaseUrl = await cloneTemplate();
  const own = {
    DATABASE_URL: databaseUrl,
    KUULTU_DATA: dataFolder,
    KUULTU_DEMO: "off",
    KUULTU_SECRET: "a secret that only the tests know, and long enough",
    KUULTU_KEY: Buffer.alloc(32, 1).toString("base64"),
    PORT: "0",
  };
  return {
    dataFolder,
    databaseUrl,
    variables: own,
    run: (program, args = [], { input = "", variables = {} } = {}) =>
      start([join(repositoryFolder, `apps/api/src/${program}.ts`), ...args], input, { ...own, ...variables }),
    dispose: () => rmSync(dataFolder, { recursive: true, force: true }),
  };
}

function start(args: readonly string[], input: string, variables: Record<string, string>): Running {
  const { NODE_OPTIONS: _inherited, ...inherited } = process.env;
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), ...args], {
    env: { ...inherited, ...variables },
  });
  child.stdin.end(input);
  const said: string[] = [];
  const waiting = new Set<(line: string) => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    said.push(line);
    for (const tell of waiting) tell(line);
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = once(child, "close").then(([code]: (number | null)[]) => ({
    code: code ?? null,
    out: said.join("\n"),
    err,
  }));
  return {
    ended,
    interrupt: () => void child.kill("SIGINT"),
    kill: () => void child.kill("SIGKILL"),
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const early = said.find((line) => pattern.test(line));
        if (early !== undefined) return resolve(early);
        waiting.add((line) => {
          if (pattern.test(line)) resolve(line);
        });
        void ended.then(({ code }) => reject(new Error(`Ended with ${code} before: ${err}`)));
      }),
  };
}
