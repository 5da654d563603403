import { execFileSync } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { processIdentity } from "./embedded/process-identity.ts";
import { stopAbandoned } from "./embedded-server.ts";
import { RunningInstallation, serverPid } from "./testing/running-installation.ts";
import type { ProcessUser } from "./testing/running-installation.ts";

const root = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
const ourselves: ProcessUser = {};
const users: [string, ProcessUser][] = root
  ? [
      ["root", ourselves],
      ["an ordinary user", nobody],
    ]
  : [["an ordinary user", {}]];
if (!root)
  process.stdout.write("Left out: the embedded server started as root (these tests run as an ordinary user).\n");

const folders: string[] = [];
const running: RunningInstallation[] = [];

/** A folder that belongs to the user; the product's data folder is made inside it by the product. */
async function newFolder(user: ProcessUser): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kuultu-embedded-"));
  await chmod(folder, 0o755);
  if ("uid" in user) await chown(folder, user.uid, user.gid);
  folders.push(folder);
  return join(folder, "data");
}

const prepared = new Map<ProcessUser, string>();

/** A data folder that has been started and stopped once: a copy of the same one for every test of a user. */
async function usedFolder(user: ProcessUser): Promise<string> {
  const original = prepared.get(user) ?? (await newFolder(user));
  if (!prepared.has(user)) {
    const first = start(original, user, false);
    await first.started();
    await first.finish();
    folders.splice(folders.indexOf(join(original, "..")), 1);
    prepared.set(user, original);
  }
  const dataFolder = await newFolder(user);
  execFileSync("cp", ["-a", original, dataFolder]);
  return dataFolder;
}

afterAll(async () => {
  for (const original of prepared.values()) await rm(join(original, ".."), { recursive: true, force: true });
});

function start(dataFolder: string, user: ProcessUser, serving = true): RunningInstallation {
  const installation = new RunningInstallation(dataFolder, { user, serving });
  running.push(installation);
  return installation;
}

afterEach(async () => {
  for (const installation of running.splice(0)) {
    installation.kill();
    await installation.ended();
  }
  for (const folder of folders.splice(0)) {
    if (serverPid(join(folder, "data"))) await stopAbandoned(join(folder, "data"));
    await rm(folder, { recursive: true, force: true });
  }
});

/** Resolves when the process is gone; there is nobody to tell us about a server that is no child of ours. */
async function gone(pid: number): Promise<void> {
  while (processIdentity(pid) !== undefined) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(users)("the embedded server, started as %s", (_, user) => {
  it("keeps what was written over Ctrl-C, and finishes what was under way when it came", async () => {
    const dataFolder = await usedFolder(user);
    const first = start(dataFolder, user);
    await first.started();
    await first.write("before");
    first.ctrlC();
    expect(await first.ended()).toEqual({ code: 0, complaint: "" });
    expect(serverPid(dataFolder)).toBeUndefined();
    const second = start(dataFolder, user);
    await second.started();
    expect(await second.read()).toEqual(["before", "after-ctrl-c"]);
    second.ctrlC();
    await second.ended();
  });

  it("is adopted after a kill -9 of the application, and then stopped in good order", async () => {
    const dataFolder = await usedFolder(user);
    const first = start(dataFolder, user);
    await first.started();
    await first.write("kept");
    const server = serverPid(dataFolder);
    first.kill();
    await first.ended();
    const second = start(dataFolder, user);
    await second.started();
    expect(serverPid(dataFolder)).toBe(server);
    expect(await second.read()).toEqual(["kept"]);
    second.ctrlC();
    await second.ended();
    expect(processIdentity(server ?? 0)).toBeUndefined();
  });

  it("has kept everything it acknowledged when both were killed in the middle of writing", async () => {
    const dataFolder = await usedFolder(user);
    const first = start(dataFolder, user);
    await first.started();
    first.send("write-on:row");
    await first.keptAtLeast(100);
    process.kill(serverPid(dataFolder) ?? 0, "SIGKILL");
    first.kill();
    await first.ended();
    const second = start(dataFolder, user);
    await second.started();
    const rows = await second.read();
    expect(first.kept.length).toBeGreaterThanOrEqual(100);
    expect(first.kept.filter((key) => !rows.includes(key))).toEqual([]);
  });

  it("starts beside a postmaster.pid that names a living process which is something else", async () => {
    const dataFolder = await usedFolder(user);
    const first = start(dataFolder, user);
    await first.started();
    await first.write("kept");
    const mark = join(dataFolder, "postgres/cluster/postmaster.pid");
    const lines = (await readFile(mark, "utf8")).split("\n");
    first.ctrlC();
    await first.ended();
    await writeFile(mark, [String(process.pid), ...lines.slice(1)].join("\n"));
    const second = start(dataFolder, user);
    await second.started();
    expect(await second.read()).toContain("kept");
    expect(serverPid(dataFolder)).not.toBe(process.pid);
  });

  it("takes another port when its own is taken", async () => {
    const dataFolder = await usedFolder(user);
    const first = start(dataFolder, user);
    const port = Number(new URL(await first.started()).port);
    await first.write("kept");
    first.ctrlC();
    await first.ended();
    const squatter = createServer().listen(port, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const second = start(dataFolder, user);
    expect(Number(new URL(await second.started()).port)).not.toBe(port);
    expect(await second.read()).toContain("kept");
    squatter.close();
  });

  it("serves one product and any commands: a second product is told so in one line", async () => {
    const dataFolder = await usedFolder(user);
    const first = start(dataFolder, user);
    await first.started();
    const second = await start(dataFolder, user).ended();
    expect(second.code).toBe(2);
    expect(second.complaint).toMatch(/^Kuultu already runs on .* \(process \d+\): .*KUULTU_DATA.*$/);
    const command = start(dataFolder, user, false);
    await command.started();
    await command.write("by a command");
    expect(await command.finish()).toEqual({ code: 0, complaint: "" });
    expect(await first.read()).toEqual(["by a command"]);
  });

  it("stays for the product when the command that started it ends first", async () => {
    const dataFolder = await usedFolder(user);
    const command = start(dataFolder, user, false);
    await command.started();
    const product = start(dataFolder, user);
    await product.started();
    await command.finish();
    await product.write("after the command");
    expect(await product.read()).toEqual(["after the command"]);
    const server = serverPid(dataFolder) ?? 0;
    product.ctrlC();
    await product.ended();
    await gone(server);
  });

  it("is started once by two that come at the same time to an empty folder", async () => {
    const dataFolder = await newFolder(user);
    const both = [start(dataFolder, user, false), start(dataFolder, user, false)];
    const [one, other] = await Promise.all(both.map((command) => command.started()));
    expect(one).toBe(other);
  });

  it("begins anew after a first start that was killed half-way", async () => {
    const dataFolder = await newFolder(user);
    const unfinished = join(dataFolder, "postgres/cluster.new");
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, "PG_VERSION"), "18\n");
    await writeFile(join(dataFolder, "postgres/lock"), "999999999 1");
    if ("uid" in user)
      for (const path of [dataFolder, join(dataFolder, "postgres"), unfinished]) await chown(path, user.uid, user.gid);
    const begun = start(dataFolder, user);
    await begun.started();
    expect(await begun.read()).toEqual([]);
  });

  it("begins in an empty folder, with a password that only the user who started it can read", async () => {
    const dataFolder = await newFolder(user);
    await start(dataFolder, user).started();
    const { mode, uid } = await stat(join(dataFolder, "postgres/server.json"));
    expect([mode & 0o777, uid]).toEqual([0o600, "uid" in user ? user.uid : process.getuid?.()]);
  });
});

describe("a data folder", () => {
  it("whose password file was lost is told in one line, and no server is left behind", async () => {
    const dataFolder = await usedFolder(ourselves);
    await rm(join(dataFolder, "postgres/server.json"));
    const { code, complaint } = await start(dataFolder, ourselves).ended();
    expect(code).toBe(2);
    expect(complaint).toMatch(/^The password in .*server\.json is not that of the database .*$/);
    expect(serverPid(dataFolder)).toBeUndefined();
  });

  it("that an ordinary user cannot write is told in one line", async () => {
    const user = root ? nobody : {};
    const dataFolder = await newFolder(user);
    await mkdir(dataFolder, { mode: 0o500 });
    const { code, complaint } = await start(dataFolder, user).ended();
    expect(code).toBe(2);
    expect(complaint).toMatch(/^Cannot write to the data folder .* KUULTU_DATA .*$/);
  });
});

describe.runIf(root)("the embedded server between root and others", () => {
  it("says in one line that the database's user may not enter the folder", async () => {
    const dataFolder = await newFolder({});
    await chmod(join(dataFolder, ".."), 0o700);
    const { code, complaint } = await start(dataFolder, {}).ended();
    expect(code).toBe(2);
    expect(complaint).toMatch(
      /^Started as root, PostgreSQL runs as user \d+, who may not enter .*: set KUULTU_DATA .*$/,
    );
  });

  it("says in one line that the folder belongs to another user", async () => {
    const dataFolder = await usedFolder(ourselves);
    const { code, complaint } = await start(dataFolder, nobody).ended();
    expect(code).toBe(2);
    expect(complaint).toMatch(/^[^\n]*(belongs to|another user)[^\n]*KUULTU_DATA[^\n]*$/);
  });

  it("lets root start what an ordinary user made, and the user again after that", async () => {
    const dataFolder = await usedFolder(nobody);
    const users: [string, ProcessUser][] = [
      ["one", nobody],
      ["two", ourselves],
      ["three", nobody],
    ];
    for (const [key, user] of users) {
      const installation = start(dataFolder, user);
      await installation.started();
      await installation.write(key);
      installation.ctrlC();
      await installation.ended();
    }
    const last = start(dataFolder, nobody);
    await last.started();
    expect((await last.read()).filter((key) => key !== "after-ctrl-c")).toEqual(["one", "two", "three"]);
  });
});
