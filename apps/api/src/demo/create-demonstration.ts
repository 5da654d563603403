import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { StaffMember } from "@kuultu/domain/staff/permission";

import { heldRole } from "#staff/held-role";
import { demonstrationPeople } from "#staff/demonstration-sign-in";
import { addOrganisation } from "#staff/organisation-commands";
import { addStaff } from "#staff/staff-commands";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";
import { systemScope } from "#trpc/system-scope";

import { demoAgency } from "./demo-agency.ts";
import type { DemoAgency } from "./demo-agency.ts";
import { makeMunicipality } from "./municipality.ts";
import { makePermitAgency } from "./permit-agency.ts";
import { makeRegistryOffices } from "./registry-offices.ts";
import { makeServicePoints } from "./service-points.ts";

interface DemoOrganisation {
  readonly slug: string;
  readonly names: LocalisedText;
  readonly triageTargetDays?: number;
  readonly make: (agency: DemoAgency) => Promise<void>;
}

/** The agencies of the demonstration: all invented, in the places of those that the sources tell of. */
const organisations: readonly DemoOrganisation[] = [
  {
    slug: "lupavirasto",
    names: { fi: "Lupavirasto", sv: "Tillståndsverket", en: "Permit Agency", ru: "Разрешительное ведомство" },
    triageTargetDays: 4,
    make: makePermitAgency,
  },
  {
    slug: "rekisterivirasto",
    names: { fi: "Rekisterivirasto", sv: "Registerverket", en: "Registry Agency", ru: "Регистрационное ведомство" },
    make: makeRegistryOffices,
  },
  {
    slug: "asiointipisteet",
    names: { fi: "Asiointipisteet", sv: "Servicepunkterna", en: "Service Points", ru: "Пункты обслуживания" },
    make: makeServicePoints,
  },
  {
    slug: "jarvikunta",
    names: { fi: "Järvikunta", sv: "Sjökommun", en: "Lake Municipality", ru: "Озёрная община" },
    make: makeMunicipality,
  },
];

async function hasContent(tx: OrganisationTransaction): Promise<boolean> {
  return (await tx.survey.findFirst({ where: { organisationId: tx.organisationId }, select: { id: true } })) !== null;
}

/** Makes what is missing of the demonstration; made twice, it is there once. Returns the slugs of what was made now. */
export async function createDemonstration(parts: ServerParts): Promise<string[]> {
  const made: string[] = [];
  for (const { make, ...organisation } of organisations) {
    const known = await parts.database.accounts.organisation.findUnique({
      where: { slug: organisation.slug },
      select: { demonstration: true },
    });
    if (known !== null && !known.demonstration) continue;
    const scope =
      known === null
        ? await addOrganisation(parts, { ...organisation, demonstration: true })
        : await systemScope(parts, organisation.slug);
    const people = await makePeople(parts, scope);
    // One transaction: interrupted, an agency is empty and is made at the next start.
    const isNew = await scope.transaction(async (tx) => {
      if (await hasContent(tx)) return false;
      await make(demoAgency(scope, tx, people));
      return true;
    });
    if (isNew) made.push(organisation.slug);
  }
  return made;
}

/** Everybody who can be signed in as works in all four, so that one click shows how organisations keep apart. */
async function makePeople(parts: ServerParts, scope: Scope): Promise<ReadonlyMap<string, StaffMember>> {
  const firstDay = { ...scope, now: new Date("2019-01-07T07:00:00Z") };
  const people = new Map<string, StaffMember>();
  for (const { key, name, email, roles } of demonstrationPeople) {
    const known = await scope.transaction((tx) =>
      tx.staff.findFirst({
        where: { organisationId: tx.organisationId, email },
        select: {
          id: true,
          roles: { select: { role: true, wholeOrganisation: true, serviceIds: true, siteIds: true } },
        },
      }),
    );
    const held = roles.map((role) => ({ role, reach: { wholeOrganisation: true } as const }));
    const id = known?.id ?? (await addStaff(parts, firstDay, { email, name, roles: held, password: null }));
    people.set(key, { id, name, roles: known === null ? held : known.roles.map(heldRole) });
  }
  return people;
}
