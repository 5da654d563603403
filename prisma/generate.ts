import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// `prisma generate` looks for an engine that it does not use, and downloads it. Any program will do in its place, so this
// works without a network. Only for generate: `prisma migrate` would quietly do nothing (src/migrate.ts applies migrations).
const require = createRequire(import.meta.url);
const manifest = require.resolve("prisma/package.json");
const { bin } = require(manifest) as { bin: { prisma: string } };
const { status } = spawnSync(process.execPath, [join(dirname(manifest), bin.prisma), "generate"], {
  cwd: import.meta.dirname,
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
