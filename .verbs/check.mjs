// npm run check: types, lint, format, dead code, translations. No database, under a minute.
import { spawn } from "node:child_process";

import { environment, installWhatIsMissing, root, turbo } from "./install.mjs";

const checks = [
  ["types", "turbo", ["run", "types", "--output-logs=errors-only", "--log-prefix=none", "--ui=stream"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["format", "oxfmt", ["--check"]],
  ["dead code", "knip", ["--no-progress"]],
  ["translations", "vitest", ["run", "--root", "apps/web", "src/locales"]],
];

installWhatIsMissing();
turbo("generate");

function perform([name, command, args]) {
  const began = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      console.log(`${code === 0 ? "ok    " : "failed"} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

const results = [];
for (const check of checks) results.push(await perform(check));
process.exit(results.every(Boolean) ? 0 : 1);
