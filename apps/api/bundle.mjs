// Bundles the sources of all workspaces into dist/; packages from the registry stay outside and are loaded as usual.
import { rmSync } from "node:fs";

import { build } from "esbuild";

const folder = import.meta.dirname;

/** Whatever is not one of ours or a relative path comes from node_modules at run time. */
const registryPackagesOutside = {
  name: "registry-packages-outside",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@kuultu/") || path.startsWith("/")
        ? undefined
        : { path, external: true },
    );
  },
};

rmSync(`${folder}/dist`, { recursive: true, force: true });
await build({
  absWorkingDir: folder,
  entryPoints: ["src/server.ts", "src/cli.ts", "src/search/voikko-worker.ts"],
  outdir: "dist",
  bundle: true,
  // Shared code lies in chunks beside the programs, so that paths relative to import.meta.url hold for both.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  sourcemap: true,
  legalComments: "none",
  plugins: [registryPackagesOutside],
});
