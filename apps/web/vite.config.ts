import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Where the development server finds the API; the API itself serves the built screen. */
const api = process.env["KUULTU_API"] ?? "http://127.0.0.1:4310";
/** The Host of the browser is kept: the API refuses what does not come from its own origin. */
const proxied = { target: api, changeOrigin: false };
const source = fileURLToPath(new URL("./src/", import.meta.url));

/** `#feature/name` of package.json names a .ts or a .tsx; Vite takes only the first of the two that are listed there. */
function ownImports(): Plugin {
  return {
    name: "own-imports",
    enforce: "pre",
    resolveId: (id, importer) => {
      if (!id.startsWith("#") || importer?.startsWith(source) !== true) return null;
      return (
        [".ts", ".tsx"].map((extension) => `${source}${id.slice(1)}${extension}`).find((file) => existsSync(file)) ??
        null
      );
    },
  };
}

/**
 * The domain does nothing but declare, though some of it, such as its schemas, by calling what builds it. Said to the
 * bundler, so that a screen that names no schema carries neither the schemas nor what they are built with.
 */
function onlyDeclared(): Plugin {
  return {
    name: "only-declared",
    apply: "build",
    transform: {
      filter: { id: /\/packages\/domain\/src\/.*\.ts$/u },
      handler(code) {
        const built = this.parse(code).body.flatMap((statement) => {
          const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
          return declaration?.type === "VariableDeclaration" ? declaration.declarations : [];
        });
        return built.reduceRight((before, { init }) => {
          if (init?.type !== "CallExpression") return before;
          const { start, end } = init;
          return `${before.slice(0, start)}/* @__PURE__ */ (() => ${before.slice(start, end)})()${before.slice(end)}`;
        }, code);
      },
    },
  };
}

/** Scripts and styles lie beside themselves as .br: compressed once, at full strength, instead of for every visitor. */
function compressed(): Plugin {
  return {
    name: "compressed",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(?:js|css)$/u.test(name));
      await Promise.all(
        files.map(async (name) => {
          const path = join(dir ?? "dist", name);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(await readFile(path)));
        }),
      );
    },
  };
}

export default defineConfig({
  plugins: [ownImports(), react(), onlyDeclared(), compressed()],
  server: {
    host: "127.0.0.1",
    port: 4311,
    proxy: { "/trpc": proxied, "/api": proxied, "/health": proxied },
  },
  build: {
    target: "es2023",
    manifest: true,
    assetsInlineLimit: 0,
  },
});
