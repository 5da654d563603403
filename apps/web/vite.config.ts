import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the development server finds the API; the API itself serves the built screen. */
const api = process.env["KUULTU_API"] ?? "http://127.0.0.1:4310";

export default defineConfig({
  plugins: [react()],
  server: {
    host: "127.0.0.1",
    port: 4311,
    proxy: { "/trpc": api, "/api": api, "/health": api },
  },
  build: {
    target: "es2023",
    manifest: true,
    assetsInlineLimit: 0,
  },
});
