import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "server",
    include: ["src/**/*.test.ts"],
    globalSetup: ["@kuultu/database/testing"],
    pool: "forks",
    testTimeout: 0,
    hookTimeout: 0,
  },
});
