// Installs what is missing. Plain Node: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Whether what lies in node_modules is what the lock file says (packages for other machines may be absent). */
function isInstalled() {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      !path.includes("node_modules/") ||
      link ||
      (found[path] === undefined ? optional : found[path].version === version),
  );
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Kuultu needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one and try again.`,
  );
  process.exit(2);
}

/** Runs a command of the project to its end; ends this process with its code where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    ...options,
    env: { ...environment, ...options.env },
  });
  if (error) {
    console.error(`${command} could not be started: ${error.message}`);
    process.exit(2);
  }
  if (status !== 0) process.exit(status ?? 1);
}

export const environment = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}`,
};

export function installWhatIsMissing({ quiet = false } = {}) {
  requireNode();
  if (isInstalled()) return;
  if (!quiet) console.error("Installing packages …");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-fund", "--no-audit", "--loglevel=error"];
  const stdio = ["ignore", 2, 2];
  if (npm) run(process.execPath, [npm, ...args], { stdio });
  else run("npm", args, { stdio });
}

/** Turborepo tasks. What they say is shown, on standard error, only where one fails: standard output stays a program's own. */
export function turbo(...tasks) {
  const args = ["run", ...tasks, "--output-logs=errors-only", "--log-prefix=none", "--ui=stream"];
  const { status, error, stdout, stderr } = spawnSync("turbo", args, {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return;
  console.error(error ? `turbo could not be started: ${error.message}` : `${stdout}${stderr}`);
  process.exit(status ?? 1);
}
