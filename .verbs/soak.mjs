// npm run soak: the long random runs that npm test does in small, one after another; each stops by itself.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

import { environment, installWhatIsMissing, root, turbo } from "./install.mjs";

/** A part is a test that takes its count from a variable. `about`: what one of them is; `needs`: a program that must be there, and where it comes from. */
const parts = {
  kills: { test: "src/jobs/killing.test.ts", variable: "KUULTU_KILLS", usual: 100, about: "kills of the server" },
  sequences: {
    test: "src/feedback/command-sequences.test.ts",
    variable: "KUULTU_SEQUENCES",
    usual: 10_000,
    about: "random sequences of commands",
  },
  statistics: {
    test: "src/trends/statistics.test.ts",
    variable: "KUULTU_TABLES",
    usual: 1000,
    about: "random tables of ratings, with R as the judge",
    well: "as R says",
    needs: { program: "Rscript", from: "Debian's r-base-core" },
  },
};

const usage = `Usage: npm run soak -- [${Object.keys(parts).join("] [")}] [--count <how many of each>]`;
const { values, positionals } = readArguments();
const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
const given = values.count === undefined ? undefined : Number(values.count);
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (unknown !== undefined) refuse(`Nothing is soaked that is called "${unknown}".`);
if (given !== undefined && !(Number.isInteger(given) && given > 0)) refuse("--count is a whole number from 1 up.");

function readArguments() {
  try {
    const options = { count: { type: "string" }, help: { type: "boolean", short: "h", default: false } };
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    return refuse(`${error.message.split(/\.\s/u, 1)[0].replace(/\.$/u, "")}.`);
  }
}

function refuse(why) {
  console.error(`${why} ${usage}`);
  process.exit(2);
}

installWhatIsMissing();
turbo("generate");

let failed = 0;
for (const [name, { test, variable, usual, about, needs, well = "nothing lost" }] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  if (needs !== undefined && spawnSync(needs.program, ["--version"]).status !== 0) {
    console.log(`\n${name}: left out, because ${needs.program} was not found (${needs.from}).`);
    continue;
  }
  const count = given ?? usual;
  const began = Date.now();
  console.log(`\n== ${count} ${about}`);
  const { status } = spawnSync("vitest", ["run", "--root", "apps/api", "--testTimeout=0", test], {
    cwd: root,
    stdio: "inherit",
    env: { ...environment, [variable]: String(count) },
  });
  if (status !== 0) failed += 1;
  console.log(`${name}: ${status === 0 ? well : "FAILED"} in ${count}, ${Math.round((Date.now() - began) / 1000)} s`);
}
process.exit(failed === 0 ? 0 : 1);
