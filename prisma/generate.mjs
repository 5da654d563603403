// `prisma generate` asks for an engine that generating does not need, and would fetch one. Any program that exists will do.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const prisma = fileURLToPath(import.meta.resolve("prisma/package.json")).replace(/package\.json$/, "");
const { bin } = JSON.parse(readFileSync(join(prisma, "package.json"), "utf8"));
const { status } = spawnSync(process.execPath, [join(prisma, bin.prisma), "generate", "--no-hints"], {
  cwd: folder,
  stdio: "inherit",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
});
process.exit(status ?? 1);
