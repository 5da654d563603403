import { defineConfig } from "vitest/config";

/** Browser journeys: the built product, a real server with its own data folder, a real Chromium. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["*.journey.ts"],
    globalSetup: "./demonstration.ts",
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
