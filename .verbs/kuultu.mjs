// npm run kuultu -- <verb>: the command line, from source. Paths are meant from where the person stands.
import { join } from "node:path";

import { installWhatIsMissing, root, turbo } from "./install.mjs";
import { becomeNodeProgram } from "./node-program.mjs";

installWhatIsMissing();
turbo("generate");
becomeNodeProgram(
  ["--import", import.meta.resolve("tsx"), join(root, "apps", "api", "src", "cli.ts"), ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? root,
  },
);
