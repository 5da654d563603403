import type { Command } from "commander";

import { createDemonstration } from "#demo/create-demonstration";
import type { CommandLineContext } from "#trpc/command-line";

/** `demo`: the demonstration organisations, where they are not there yet. */
export function registerDemo(program: Command, context: CommandLineContext): void {
  program
    .command("demo")
    .description("create the demonstration organisations")
    .option("--json", "machine output")
    .action((options: { json?: boolean }) =>
      context.withParts(async (parts) => {
        const made = await createDemonstration(parts);
        if (options.json) context.print(JSON.stringify({ made }));
        else context.tell(made.length === 0 ? "The demonstration is already there." : `Made: ${made.join(", ")}.`);
        return 0;
      }),
    );
}
