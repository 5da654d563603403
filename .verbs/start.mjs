// npm start: install what is missing, build, serve.
import { join } from "node:path";

import { installWhatIsMissing, root, turbo } from "./install.mjs";
import { becomeNodeProgram } from "./node-program.mjs";

installWhatIsMissing();
console.error("Building …");
turbo("build");
becomeNodeProgram([join(root, "apps", "api", "dist", "server.js")]);
