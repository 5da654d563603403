import { createRequire } from "node:module";
import { dirname } from "node:path";

const require = createRequire(import.meta.url);

/** The folder of this package: the server is bundled elsewhere, while schema and migrations stay here. */
export const packageFolder = dirname(require.resolve("@kuultu/database/package.json"));

/** The path of a module as Node resolves it from here. */
export function modulePath(specifier: string): string {
  return require.resolve(specifier);
}
