import { randomUUID } from "node:crypto";

import type { LocalisedText } from "@kuultu/domain/language";
import type { Reach, RoleName } from "@kuultu/domain/staff/permission";

import { addOrganisation } from "#staff/organisation-commands";
import type { NewOrganisation } from "#staff/organisation-commands";
import { addStaff } from "#staff/staff-commands";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

/** A name that no other has. */
export function unique(stem: string): string {
  return `${stem}-${randomUUID().slice(0, 8)}`;
}

/** An organisation, empty; the scope is that of the command line in it. */
export async function makeOrganisation(parts: ServerParts, wish: Partial<NewOrganisation> = {}): Promise<Scope> {
  const slug = wish.slug ?? unique("virasto");
  const names: LocalisedText = wish.names ?? { fi: `Koevirasto ${slug}`, en: `Test agency ${slug}` };
  return addOrganisation(parts, { ...wish, slug, names });
}

export interface StaffWish {
  readonly roles: readonly RoleName[];
  readonly reach?: Reach;
  readonly name?: string;
  readonly email?: string;
  /** Left out: no sign-in with a password. */
  readonly password?: string;
}

export interface MadeStaff {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A staff member with an account. */
export async function makeStaff(parts: ServerParts, home: Scope, wish: StaffWish): Promise<MadeStaff> {
  const name = wish.name ?? `Demo ${wish.roles.join(" ")}`;
  const email = wish.email ?? `${unique("demo")}@${home.organisation.slug}.invalid`;
  const reach = wish.reach ?? { wholeOrganisation: true };
  const roles = wish.roles.map((role) => ({ role, reach }));
  const id = await addStaff(parts, home, { name, email, roles, password: wish.password ?? null });
  return { id, name, email };
}
