import type { Command } from "commander";

import { verify } from "#history/verify";
import type { CommandLineContext } from "#trpc/command-line";

/** `verify`: recounts every roll-up and ledger from the rows; exit code 1 where something differs. */
export function registerVerify(program: Command, context: CommandLineContext): void {
  program
    .command("verify")
    .description("recount every kept figure from the rows and print what differs")
    .option("--json", "machine output: one difference a line")
    .action((options: { json?: boolean }) =>
      context.withParts(async (parts) => {
        const differences = await verify(parts);
        for (const difference of differences) {
          const { organisation, what, key, kept, counted } = difference;
          context.print(
            options.json
              ? JSON.stringify(difference)
              : `${organisation}: ${what} ${key} is kept as ${kept}, counted ${counted}`,
          );
        }
        context.tell(
          differences.length === 0
            ? "Every kept figure is what the rows say."
            : `${differences.length} figures differ.`,
        );
        return differences.length === 0 ? 0 : 1;
      }),
    );
}
