import { createInterface } from "node:readline";

import type { Command } from "commander";

import { nilId } from "@kuultu/domain/identifier";
import { roleNameSchema, roleNames } from "@kuultu/domain/staff/permission";
import type { RoleName } from "@kuultu/domain/staff/permission";

import { addStaff } from "#staff/staff-commands";
import { listStaff } from "#staff/staff-queries";
import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext } from "#trpc/command-line";

interface AddOptions {
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly role?: readonly RoleName[];
  readonly json?: boolean;
}

/** `staff add`: the first administrator, without the screen. `staff list`: who works here. */
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
}

function collectRoles(value: string, before: readonly RoleName[] = []): RoleName[] {
  const role = roleNameSchema.safeParse(value);
  if (!role.success) throw new UsageProblem(`There is no role "${value}": choose of ${roleNames.join(", ")}.`);
  return [...before, role.data];
}

/** The first line of standard input: never an argument, which other people on the machine could read. */
async function readPassword(context: CommandLineContext): Promise<string> {
  if (process.stdin.isTTY) context.tell("Password (at least 12 characters, then Enter):");
  for await (const line of createInterface({ input: process.stdin, terminal: false })) return line;
  throw new UsageProblem("Give the password as a line on standard input.");
}
