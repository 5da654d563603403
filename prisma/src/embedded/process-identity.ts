import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * What tells a living process from a later one that was given the same number: when it began.
 * Undefined when no such process lives; one that has ended and only waits for its parent counts as gone.
 */
export function processIdentity(pid: number): string | undefined {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid, "stat=,lstart=");
}

/** The command line of a living process; "" where it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform !== "linux") return fromPs(pid, "stat=,command=") ?? "";
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function fromProc(pid: number): string | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is the name in brackets, which may hold anything; counting starts after it.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function fromPs(pid: number, columns: string): string | undefined {
  const line = spawnSync("ps", ["-o", columns, "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  if (line === "" || line.startsWith("Z")) return undefined;
  return line.slice(line.search(/\s/)).trim();
}
