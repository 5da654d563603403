import type { Command } from "commander";

import { idSchema } from "@kuultu/domain/identifier";

import { listThemes } from "#themes/themes-queries";
import { type CommandLineContext, UsageProblem } from "#trpc/command-line";

/** `themes list`: the codebook as JSON lines, with mentions and the state of the work. */
export function registerThemes(program: Command, context: CommandLineContext): void {
  program
    .command("themes")
    .description("development themes")
    .command("list")
    .description("themes as JSON lines")
    .requiredOption("--organisation <slug>", "whose")
    .option("--round-id <id>", "count the mentions of this round only")
    .action((options: { organisation: string; roundId?: string }) => {
      const roundId = options.roundId ?? null;
      if (roundId !== null && !idSchema.safeParse(roundId).success)
        throw new UsageProblem(`--round-id is no id: "${roundId}".`);
      return context.inOrganisation(options.organisation, async (scope) => {
        const { themes } = await listThemes(scope, roundId);
        for (const theme of themes) context.print(JSON.stringify(theme));
        return 0;
      });
    });
}
