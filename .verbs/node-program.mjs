// Starts one of our programs in place of this process, as nearly as Node can: same terminal, same signals, same exit code.
import { spawn } from "node:child_process";

import { environment } from "./install.mjs";

export function becomeNodeProgram(args, { cwd } = {}) {
  const child = spawn(process.execPath, args, { stdio: "inherit", cwd, env: environment });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
