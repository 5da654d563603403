import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { name: "database", include: ["src/**/*.test.ts"], globalSetup: ["@kuultu/database/testing"], testTimeout: 0, hookTimeout: 0 },
});
