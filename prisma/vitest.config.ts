import { defineConfig } from "vitest/config";

// The limit only ends what hangs; no test measures time.
const hanging = 120_000;

export default defineConfig({
  test: {
    name: "database",
    include: ["src/**/*.test.ts"],
    globalSetup: ["@kuultu/database/testing"],
    testTimeout: hanging,
    hookTimeout: hanging,
  },
});
