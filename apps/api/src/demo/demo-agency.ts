import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { StaffMember } from "@kuultu/domain/staff/permission";
import { v7 as uuidv7 } from "uuid";

import type { Scope } from "#trpc/scope";

import type { SeededRandom } from "./seeded-random.ts";

/** A demonstration organisation while its content is made, all in one transaction. */
export interface DemoAgency {
  readonly tx: OrganisationTransaction;
  /** The scope of that person at that time; its commands join the transaction. */
  as(person: string, at: string | Date): Scope;
  staffId(person: string): string;
}

/** An agency whose people act in the given transaction. `people`: by key of the sign-in; anything else acts as the command line. */
export function demoAgency(
  scope: Scope,
  tx: OrganisationTransaction,
  people: ReadonlyMap<string, StaffMember>,
): DemoAgency {
  return {
    tx,
    as: (person, at) => ({
      ...scope,
      staff: people.get(person) ?? scope.staff,
      now: new Date(at),
      transaction: (work) => work(tx),
    }),
    staffId: (person) => people.get(person)?.id ?? scope.staff.id,
  };
}

/** The id of a facet value by its key in the demonstration. */
export type FacetIds<Key extends string> = (key: Key) => string;

/** Makes the values of a facet in their order. Their keys in the database are the Finnish names in small letters. */
export async function makeFacet<Key extends string>(
  agency: DemoAgency,
  facet: "service" | "site" | "channel" | "customer_group",
  values: Readonly<Record<Key, LocalisedText>>,
): Promise<FacetIds<Key>> {
  const ids = new Map<string, string>();
  const { organisationId } = agency.tx;
  await agency.tx.facetValue.createMany({
    data: Object.entries<LocalisedText>(values).map(([key, names], position) => {
      const id = uuidv7();
      ids.set(key, id);
      return { organisationId, id, facet, key: (names.fi ?? key).toLowerCase(), names, position };
    }),
  });
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`${facet} ${key}`);
    return id;
  };
}

/** A UUIDv7 of that moment, the same every time. */
export function seededId(random: SeededRandom, at: number): string {
  const bytes = Uint8Array.from({ length: 16 }, () => random.below(256));
  return uuidv7({ msecs: at, random: bytes, seq: random.below(2 ** 31) });
}
