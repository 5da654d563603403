import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { StartProblem } from "../start-problem.ts";
import type { EngineBinaries } from "./engine-binaries.ts";
import type { ServerFolder } from "./server-folder.ts";

/** Under whom PostgreSQL runs. Empty: under this process's own user. PostgreSQL refuses to run as root. */
export type DatabaseUser = { readonly uid: number; readonly gid: number } | Record<never, never>;

/** Chooses the user and makes sure that it reaches the folder and the programs; one clear line where it does not. */
export function databaseUser(folder: ServerFolder, binaries: EngineBinaries): DatabaseUser {
  const cluster = statSync(folder.cluster, { throwIfNoEntry: false });
  const own = process.getuid?.();
  if (own === undefined) return {};
  if (own !== 0) {
    if (cluster && cluster.uid !== own) {
      throw new StartProblem(
        `The database in ${folder.cluster} belongs to another user (${cluster.uid}): start Kuultu as that user or as root, or set KUULTU_DATA to another folder.`,
      );
    }
    return {};
  }
  const user = cluster && cluster.uid !== 0 ? { uid: cluster.uid, gid: cluster.gid } : unprivilegedUser();
  requireReach(user, folder.path, "set KUULTU_DATA to a folder that everyone may enter");
  requireReach(user, binaries.postgres, "move Kuultu to a folder that everyone may enter");
  return user;
}

function unprivilegedUser(): { uid: number; gid: number } {
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10),
    );
    if (uid && gid) return { uid, gid };
  }
  throw new StartProblem(
    "PostgreSQL does not run as root and there is no user 'postgres' or 'nobody' for it: start Kuultu as an ordinary user, or add one with: useradd postgres",
  );
}

/** Asks the system itself, as that user: modes, groups and access lists all count. */
function requireReach(user: { uid: number; gid: number }, path: string, advice: string): void {
  const test = spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", path], { ...user, cwd: "/" });
  if (test.status === 0) return;
  throw new StartProblem(
    `Started as root, PostgreSQL runs as user ${user.uid}, who may not enter ${path}: ${advice}, or start Kuultu as an ordinary user.`,
  );
}
