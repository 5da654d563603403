import type { Command } from "commander";

import { nilId } from "@kuultu/domain/identifier";
import { permissionsOf, roleNames } from "@kuultu/domain/staff/permission";
import type { RoleName } from "@kuultu/domain/staff/permission";

import { readPassword } from "#staff/read-password";
import { addStaff } from "#staff/staff-commands";
import { listStaff } from "#staff/staff-queries";
import { collectRoles, registerStanding } from "#staff/standing-command-line";
import type { CommandLineContext } from "#trpc/command-line";

interface AddOptions {
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly role?: readonly RoleName[];
  readonly json?: boolean;
}

/** `staff`: the first administrator, without the screen; who works here; and what becomes of them. */
export function registerStaff(program: Command, context: CommandLineContext): void {
  const staff = program.command("staff").description("who works in an organisation");
  staff
    .command("add")
    .description("make a staff member; the password is read from standard input")
    .requiredOption("--organisation <slug>", "where they work")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "as colleagues see it")
    .option("--role <role...>", `one or more of ${roleNames.join(", ")}`, collectRoles)
    .option("--json", "machine output")
    .action((options: AddOptions) =>
      context.inOrganisation(options.organisation, async (scope, parts) => {
        const password = await readPassword(context);
        const names = options.role ?? (["admin"] as const);
        const roles = names.map((role) => ({ role, reach: { wholeOrganisation: true } as const }));
        const id = await addStaff(parts, scope, { email: options.email, name: options.name, roles, password });
        context.print(
          options.json
            ? JSON.stringify({ id, email: options.email, roles: names })
            : `${options.email} may now sign in.`,
        );
        if (!permissionsOf({ id, name: options.name, roles }).includes("feedback.read"))
          context.tell("These roles read no feedback: staff give-role gives others too.");
        return 0;
      }),
    );
  staff
    .command("list")
    .description("everybody who works in an organisation")
    .requiredOption("--organisation <slug>", "which one")
    .option("--json", "machine output")
    .action((options: { organisation: string; json?: boolean }) =>
      context.inOrganisation(options.organisation, async (scope) => {
        const rows = (await listStaff(scope)).filter(({ id }) => id !== nilId);
        for (const row of rows)
          context.print(options.json ? JSON.stringify(row) : `${row.name}: ${row.roles.join(", ")}`);
        return 0;
      }),
    );
  registerStanding(staff, context);
}
