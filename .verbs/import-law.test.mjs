import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const oxlint = join(root, "node_modules", "oxlint", "bin", "oxlint");

/** A scratch file, what it does wrong, and a word of the refusal. `beside`: further files that the breach needs. */
const breaches = [
  [
    "domain reads files",
    "packages/domain/src/feedback/scratch.ts",
    `import { readFileSync } from "node:fs";\nexport const x = readFileSync;`,
    "The domain is pure",
  ],
  [
    "domain asks the database",
    "packages/domain/src/feedback/scratch.ts",
    `import { openDatabase } from "@kuultu/database/database";\nexport const x = openDatabase;`,
    "The domain is pure",
  ],
  [
    "domain reads the clock",
    "packages/domain/src/feedback/scratch.ts",
    `export const x = () => Date.now();`,
    "The domain has no clock",
  ],
  [
    "domain throws dice",
    "packages/domain/src/feedback/scratch.ts",
    `export const x = () => Math.random();`,
    "The domain has no randomness",
  ],
  [
    "database asks the server",
    "prisma/src/scratch.ts",
    `import type { AppRouter } from "@kuultu/api/app-router";\nexport type X = AppRouter;`,
    "The database knows neither",
  ],
  [
    "router asks the database",
    "apps/api/src/feedback/feedback-router.ts",
    `import { openDatabase } from "@kuultu/database/database";\nexport const x = openDatabase;`,
    "A router checks permission",
  ],
  [
    "router asks pg",
    "apps/api/src/feedback/feedback-router.ts",
    `import pg from "pg";\nexport const x = pg;`,
    "A router checks permission",
  ],
  [
    "server asks the screen",
    "apps/api/src/feedback/scratch.ts",
    `import { x } from "@kuultu/web/main";\nexport const y = x;`,
    "Nothing imports the screen",
  ],
  [
    "screen runs the server",
    "apps/web/src/feedback/scratch.ts",
    `import { appRouter } from "@kuultu/api/app-router";\nexport const x = appRouter;`,
    "by its type alone",
  ],
  [
    "screen asks the database",
    "apps/web/src/feedback/scratch.ts",
    `import { openDatabase } from "@kuultu/database/database";\nexport const x = openDatabase;`,
    "This belongs to the server",
  ],
  [
    "feature takes another's part",
    "apps/web/src/feedback/scratch.tsx",
    `import { Card } from "#themes/parts/Card";\nexport const x = Card;`,
    "parts are its own",
  ],
  [
    "ui knows a feature",
    "apps/web/src/ui/scratch.tsx",
    `import { FeedbackPage } from "#feedback/FeedbackPage";\nexport const x = FeedbackPage;`,
    "ui/ knows no feature",
  ],
  [
    "ui calls the server",
    "apps/web/src/ui/scratch.tsx",
    `import { createTRPCClient } from "@trpc/client";\nexport const x = createTRPCClient;`,
    "could ship in another product",
  ],
  [
    "a circle",
    "apps/web/src/feedback/scratch.ts",
    `import { b } from "./other.ts";\nexport const a = () => b;`,
    "no-cycle",
    { "apps/web/src/feedback/other.ts": `import { a } from "./scratch.ts";\nexport const b = () => a;` },
  ],
  [
    "a promise left alone",
    "apps/api/src/feedback/scratch.ts",
    `const work = async () => 1;\nexport function x() { work(); }`,
    "no-floating-promises",
  ],
];

/** What the law allows, so that a rule that refuses everything is found out too. */
const allowed = [
  [
    "domain imports itself and zod",
    "packages/domain/src/feedback/scratch.ts",
    `import { z } from "zod";\nimport { x } from "#feedback/other";\nexport const y = [z, x];`,
  ],
  [
    "screen takes the server's type",
    "apps/web/src/feedback/scratch.ts",
    `import type { AppRouter } from "@kuultu/api/app-router";\nexport type X = AppRouter;`,
  ],
  [
    "feature takes its own part",
    "apps/web/src/feedback/scratch.tsx",
    `import { Card } from "./parts/Card.tsx";\nexport const x = Card;`,
  ],
];

let scratch;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "kuultu-law-"));
  cpSync(join(root, ".oxlintrc.json"), join(scratch, ".oxlintrc.json"));
  writeFileSync(
    join(scratch, "tsconfig.json"),
    `{"compilerOptions":{"strict":true,"target":"ES2023","module":"esnext","moduleResolution":"bundler","allowImportingTsExtensions":true,"noEmit":true,"types":[]}}`,
  );
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function lint(files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), `${text}\n`);
  }
  try {
    return execFileSync(process.execPath, [oxlint], {
      cwd: scratch,
      encoding: "utf8",
      env: { ...process.env, PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH}` },
    });
  } catch (failure) {
    return `${failure.stdout}${failure.stderr}`;
  } finally {
    for (const path of Object.keys(files)) rmSync(join(scratch, path));
  }
}

describe("the import law is refused by the linter when broken", () => {
  it.each(breaches)("%s", (_name, path, text, refusal, beside = {}) => {
    expect(lint({ [path]: text, ...beside })).toContain(refusal);
  });
});

describe("the import law allows", () => {
  it.each(allowed)("%s", (_name, path, text) => {
    expect(lint({ [path]: text })).not.toContain("no-restricted-imports");
  });
});
