// npm run bench: builds its data, measures our path and the plain alternative in one run.
import { join } from "node:path";

import { installWhatIsMissing, root, turbo } from "./install.mjs";
import { becomeNodeProgram } from "./node-program.mjs";

installWhatIsMissing();
turbo("build");
becomeNodeProgram([
  "--expose-gc",
  "--import",
  import.meta.resolve("tsx"),
  join(root, "apps", "api", "src", "testing", "bench.ts"),
  ...process.argv.slice(2),
]);
