import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { repositoryFolder } from "#environment";

/** Where real files lie; not part of the product, so tests that need them are left out without them, in one line. */
export const realFiles = resolve(repositoryFolder, process.env["KUULTU_REAL_FILES"] ?? "../shared/data");

/** Whether they are there; where not, says which tests are left out. */
export function haveRealFiles(tests: string): boolean {
  const found = existsSync(realFiles);
  if (!found) process.stdout.write(`Left out, as there are no real files at KUULTU_REAL_FILES: ${tests}\n`);
  return found;
}
