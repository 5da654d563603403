import { defineConfig } from "vitest/config";

// The limit only ends what hangs, and names it; no test measures time. `npm run soak` takes as long as it takes.
const hanging = 600_000;

export default defineConfig({
  test: {
    name: "server",
    include: ["src/**/*.test.ts"],
    globalSetup: ["@kuultu/database/testing"],
    pool: "forks",
    testTimeout: hanging,
    hookTimeout: hanging,
  },
});
