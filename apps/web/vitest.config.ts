import { mergeConfig } from "vite";
import { defineConfig } from "vitest/config";

import screen from "./vite.config.ts";

export default mergeConfig(
  screen,
  defineConfig({
    test: {
      environment: "jsdom",
      include: ["src/**/*.test.{ts,tsx}"],
      setupFiles: ["src/ui/browser-gaps.ts"],
    },
  }),
);
