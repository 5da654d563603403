import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { StartProblem } from "@kuultu/database/start-problem";

/** 32 random bytes in base64, made once and kept in the data folder, readable by its owner alone. */
export function keptSecret(dataFolder: string, name: string): string {
  const path = join(dataFolder, name);
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(path, randomBytes(32).toString("base64"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!isSystemError(error, "EEXIST")) throw unusable(path, error);
  }
  try {
    const kept = readFileSync(path, "utf8");
    if (Buffer.from(kept, "base64").length === 32) return kept;
  } catch (error) {
    throw unusable(path, error);
  }
  throw new StartProblem(`${path} is damaged: put back the one that belongs to this data folder.`);
}

function unusable(path: string, error: unknown): StartProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartProblem(`Cannot keep ${path} (${reason}): choose a folder of your own with KUULTU_DATA.`);
}

function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
