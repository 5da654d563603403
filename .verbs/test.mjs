// npm test: install what is missing, build, run every test; browser journeys where a Chromium is found.
import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { environment, installWhatIsMissing, root, turbo } from "./install.mjs";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

installWhatIsMissing();
turbo("build");

const suites = [
  ["house", [".verbs"]],
  ["domain", ["packages/domain"]],
  ["database", ["prisma"]],
  ["server", ["apps/api"]],
  ["screen", ["apps/web"]],
];
const chromium = process.env.CHROMIUM_PATH ?? usualPlaces.find(isExecutable);
let complete = true;
if (chromium !== undefined) suites.push(["journeys", ["apps/web", "--config", "e2e/vitest.config.ts"]]);
else if (process.env.CI === "true") {
  console.error("No Chromium was found: set CHROMIUM_PATH, or install one.");
  complete = false;
} else console.error("Left out: the browser journeys, because no Chromium was found (set CHROMIUM_PATH).");

const only = process.argv.slice(2).filter((name) => suites.some(([suite]) => suite === name));
const reports = mkdtempSync(join(tmpdir(), "kuultu-test-"));
const sums = { passed: 0, failed: 0, skipped: 0 };
for (const [name, where] of suites) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.log(`\n== ${name}`);
  const report = join(reports, `${name}.json`);
  const { status } = spawnSync(
    "vitest",
    ["run", "--root", ...where, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    {
      cwd: root,
      stdio: "inherit",
      env: { ...environment, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) },
    },
  );
  if (status !== 0) complete = false;
  try {
    const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8"));
    sums.passed += numPassedTests;
    sums.failed += numFailedTests;
    sums.skipped += numPendingTests;
  } catch {
    complete = false;
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`);
process.exit(complete && sums.failed === 0 ? 0 : 1);
