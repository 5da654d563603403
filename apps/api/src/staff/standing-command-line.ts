import type { Command } from "commander";

import { roleNameSchema, roleNames } from "@kuultu/domain/staff/permission";
import type { Reach, RoleName } from "@kuultu/domain/staff/permission";

import { readPassword } from "#staff/read-password";
import { giveRole, setActive, setPassword, takeRole } from "#staff/standing-commands";
import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext } from "#trpc/command-line";
import type { Scope } from "#trpc/scope";

interface Person {
  readonly organisation: string;
  readonly email: string;
}
interface RoleOptions extends Person {
  readonly role: readonly RoleName[];
  readonly service?: readonly string[];
  readonly site?: readonly string[];
}

/** Under `staff`: what becomes of somebody who works here already. */
export function registerStanding(staff: Command, context: CommandLineContext): void {
  const verb = (name: string, description: string): Command =>
    staff
      .command(name)
      .description(description)
      .requiredOption("--organisation <slug>", "where they work")
      .requiredOption("--email <address>", "what they sign in with");
  verb("give-role", "give roles, or another reach to roles that are held")
    .requiredOption("--role <role...>", `one or more of ${roleNames.join(", ")}`, collectRoles)
    .option("--service <name...>", "only what concerns these services; without them and sites: the whole organisation")
    .option("--site <name...>", "only what concerns these sites")
    .action((options: RoleOptions) =>
      context.inOrganisation(options.organisation, async (scope) => {
        const reach = await reachOf(scope, options);
        for (const role of options.role) await giveRole(scope, options.email, { role, reach });
        context.print(`${options.email} now is: ${options.role.join(", ")}.`);
        return 0;
      }),
    );
  verb("take-role", "take roles away")
    .requiredOption("--role <role...>", `one or more of ${roleNames.join(", ")}`, collectRoles)
    .action((options: RoleOptions) =>
      context.inOrganisation(options.organisation, async (scope) => {
        for (const role of options.role) await takeRole(scope, options.email, role);
        context.print(`${options.email} no longer is: ${options.role.join(", ")}.`);
        return 0;
      }),
    );
  verb("set-password", "set a new password, read from standard input; it ends every session").action(
    (options: Person) =>
      context.inOrganisation(options.organisation, async (scope, parts) => {
        await setPassword(parts, scope, options.email, await readPassword(context));
        context.print(`${options.email} signs in with the new password from now on.`);
        return 0;
      }),
  );
  for (const [name, active, said] of [
    ["deactivate", false, "no longer gets in"],
    ["activate", true, "gets in again"],
  ] as const)
    verb(name, active ? "let somebody in again" : "let somebody in no longer; what they did stays").action(
      (options: Person) =>
        context.inOrganisation(options.organisation, async (scope) => {
          await setActive(scope, options.email, active);
          context.print(`${options.email} ${said}.`);
          return 0;
        }),
    );
}

export function collectRoles(value: string, before: readonly RoleName[] = []): RoleName[] {
  const role = roleNameSchema.safeParse(value);
  if (!role.success) throw new UsageProblem(`There is no role "${value}": choose of ${roleNames.join(", ")}.`);
  return [...before, role.data];
}

/** Services and sites as they are named in the data. */
async function reachOf(scope: Scope, { service = [], site = [] }: RoleOptions): Promise<Reach> {
  if (service.length + site.length === 0) return { wholeOrganisation: true };
  const idsOf = (facet: "service" | "site", names: readonly string[]): Promise<string[]> =>
    scope.transaction(async (tx) => {
      const { organisationId } = tx;
      const values = await tx.facetValue.findMany({
        where: { organisationId, facet },
        select: { id: true, key: true },
        orderBy: { key: "asc" },
      });
      return names.map((name) => {
        const found = values.find(({ key }) => key === name.trim().toLowerCase());
        if (found !== undefined) return found.id;
        const known = values.map(({ key }) => key).join(", ");
        throw new UsageProblem(`There is no ${facet} "${name}"${known === "" ? " yet" : `: choose of ${known}`}.`);
      });
    });
  return { wholeOrganisation: false, serviceIds: await idsOf("service", service), siteIds: await idsOf("site", site) };
}
