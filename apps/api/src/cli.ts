import { Command } from "commander";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import { registerDemo } from "#demo/demo-command-line";
import { readEnvironment } from "#environment";
import { registerFeedback } from "#feedback/feedback-command-line";
import { registerVerify } from "#history/verify-command-line";
import { registerImport } from "#intake/import-command-line";
import { registerSearch } from "#search/search-command-line";
import { registerOrganisation } from "#staff/organisation-command-line";
import { registerStaff } from "#staff/staff-command-line";
import { registerThemes } from "#themes/themes-command-line";
import { registerTrends } from "#trends/trends-command-line";
import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext, ExitCode } from "#trpc/command-line";
import { linesForPerson } from "#trpc/human-problem";
import { openParts } from "#trpc/open-parts";
import type { ServerParts } from "#trpc/server-parts";
import { systemScope } from "#trpc/system-scope";

const tell = (text: string) => void process.stderr.write(`${text}\n`);

async function withParts(work: (parts: ServerParts) => Promise<ExitCode>): Promise<void> {
  const { parts, stop } = await openParts(readEnvironment(), { serving: false, tell });
  try {
    process.exitCode = await work(parts);
  } finally {
    await stop();
  }
}

const context: CommandLineContext = {
  withParts,
  inOrganisation: (slug, work) =>
    withParts(async (parts) => {
      const scope = await systemScope(parts, slug).catch((error: unknown) => {
        if (error instanceof RuleViolation) throw new UsageProblem(`There is no organisation "${slug}".`);
        throw error;
      });
      return work(scope, parts);
    }),
  print: (text) => void process.stdout.write(`${text}\n`),
  tell,
};

// Whoever reads may have seen enough, as `head` does: the verb still ends in order.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const program = new Command("kuultu")
  .description("Kuultu without its screen")
  .exitOverride()
  .showHelpAfterError("(--help shows what there is)");
const verbs = [
  registerOrganisation,
  registerStaff,
  registerImport,
  registerFeedback,
  registerThemes,
  registerTrends,
  registerSearch,
  registerVerify,
  registerDemo,
];
for (const register of verbs) register(program, context);
// A parent made by `command()` before `exitOverride` would end the process by itself.
for (const command of program.commands) for (const one of [command, ...command.commands]) one.exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  const lines = linesForPerson(error);
  for (const line of lines ?? [error instanceof Error ? String(error.stack) : String(error)]) tell(line);
  process.exitCode = asked(error) ? 0 : 2;
}

/** `--help` and `--version` also come as errors of commander's, with exit code 0. */
function asked(error: unknown): boolean {
  return error instanceof Error && "exitCode" in error && error.exitCode === 0;
}
