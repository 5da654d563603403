import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const programs = join(import.meta.dirname, "..", "..", "api", "dist");

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** The product as a person has it: one data folder, started and stopped as often as needed. */
export interface Product {
  readonly origin: string;
  readonly dataFolder: string;
  start(): Promise<void>;
  /** Ctrl-C; resolves with the exit code when everything has stopped. */
  interrupt(): Promise<number | null>;
  dispose(): Promise<void>;
}

export async function installProduct(environment: Record<string, string> = {}): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), "kuultu-journey-"));
  // Started as root, the database runs as an ordinary user, who has to get in.
  chmodSync(dataFolder, 0o755);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  async function start(): Promise<void> {
    const { DATABASE_URL: _elsewhere, ...own } = process.env;
    const started = spawn(process.execPath, [join(programs, "server.js")], {
      env: { ...own, ...environment, PORT: String(port), KUULTU_DATA: dataFolder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    server = started;
    // Tests that end early leave no server behind.
    const leave = (): boolean => started.kill("SIGINT");
    process.once("exit", leave);
    started.once("exit", () => process.off("exit", leave));
    const said: string[] = [];
    createInterface({ input: started.stderr }).on("line", (line) => said.push(line));
    await new Promise<void>((resolve, reject) => {
      createInterface({ input: started.stdout }).on("line", (line) => {
        said.push(line);
        if (line.includes(origin)) resolve();
      });
      started.once("exit", (code) => reject(new Error(`The server stopped with ${code}:\n${said.join("\n")}`)));
    });
  }

  async function interrupt(): Promise<number | null> {
    if (server === undefined || server.exitCode !== null) return server?.exitCode ?? null;
    const gone = once(server, "exit");
    server.kill("SIGINT");
    const [code] = await gone;
    server = undefined;
    return code;
  }

  return {
    origin,
    dataFolder,
    start,
    interrupt,
    async dispose() {
      await interrupt();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * A verb of the command line beside a running product, with one line on its standard input. Resolves with the lines that it
 * printed; throws what it said where it fails.
 */
export async function runVerb(dataFolder: string, verb: readonly string[], line = ""): Promise<string[]> {
  const { DATABASE_URL: _elsewhere, ...own } = process.env;
  const running = spawn(process.execPath, [join(programs, "cli.js"), ...verb], {
    env: { ...own, KUULTU_DATA: dataFolder },
  });
  const said: string[] = [];
  const printed: string[] = [];
  createInterface({ input: running.stderr }).on("line", (words) => said.push(words));
  createInterface({ input: running.stdout }).on("line", (words) => printed.push(words));
  running.stdin.end(`${line}\n`);
  const [code] = await once(running, "close");
  if (code !== 0) throw new Error(`${verb.join(" ")} ended with ${code}:\n${[...printed, ...said].join("\n")}`);
  return printed;
}
