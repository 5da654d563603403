import type { Command } from "commander";

import { localisedNameSchema } from "@kuultu/domain/language-schema";

import { addOrganisation, slugSchema } from "#staff/organisation-commands";
import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext } from "#trpc/command-line";

interface AddOptions {
  readonly name: string;
  readonly json?: boolean;
}

/** `organisation add`: an organisation of one's own, without the demonstration. */
export function registerOrganisation(program: Command, context: CommandLineContext): void {
  program
    .command("organisation")
    .description("agencies that keep their data here")
    .command("add <slug>")
    .description("make an organisation; the slug stands in its addresses")
    .requiredOption("--name <name>", "its name in Finnish")
    .option("--json", "machine output")
    .action((slug: string, options: AddOptions) =>
      context.withParts(async (parts) => {
        const checked = slugSchema.safeParse(slug);
        if (!checked.success)
          throw new UsageProblem(`"${slug}" cannot be a slug: it takes ${checked.error.issues[0]?.message}.`);
        const named = localisedNameSchema.safeParse({ fi: options.name });
        if (!named.success) throw new UsageProblem("Give the organisation a name of 1 to 500 characters with --name.");
        const taken = await parts.database.accounts.organisation.findUnique({ where: { slug }, select: { id: true } });
        if (taken !== null) throw new UsageProblem(`There is an organisation "${slug}" already.`);
        const { organisation } = await addOrganisation(parts, { slug, names: named.data });
        context.print(
          options.json
            ? JSON.stringify({ id: organisation.id, slug })
            : `Made ${slug}. Next: staff add --organisation ${slug} …`,
        );
        return 0;
      }),
    );
}
