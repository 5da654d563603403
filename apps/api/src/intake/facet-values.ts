import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { maskKindsInNames, maskPersonalData } from "@kuultu/domain/feedback/personal-data";
import type { RowFacets } from "@kuultu/domain/intake/row-reading";

type Facet = keyof RowFacets;

/** Ids of facet values by `facet key`. */
export type FacetIds = ReadonlyMap<string, string>;

/** What a facet value is known by: its masked name in lower case. */
export function facetKey(facet: Facet, name: string): string {
  return `${facet} ${maskPersonalData(name, maskKindsInNames).text.toLowerCase()}`;
}

export function facetId(ids: FacetIds, facet: Facet, name: string | null): string | null {
  return name === null ? null : (ids.get(facetKey(facet, name)) ?? null);
}

/** The values that rows name: found, or made. Set-based; two imports that make the same one end with the same id. */
export async function facetValues(
  tx: OrganisationTransaction,
  rows: readonly Readonly<RowFacets>[],
  known: FacetIds,
): Promise<Map<string, string>> {
  const wanted = new Map<string, { facet: Facet; name: string }>();
  for (const row of rows) {
    for (const [facet, name] of Object.entries(row) as [Facet, string | null][]) {
      if (name === null) continue;
      const key = facetKey(facet, name);
      if (!known.has(key) && !wanted.has(key))
        wanted.set(key, { facet, name: maskPersonalData(name, maskKindsInNames).text });
    }
  }
  if (wanted.size === 0) return new Map();
  const entries = [...wanted.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const facets = entries.map(({ facet }) => facet);
  const keys = entries.map(({ name }) => name.toLowerCase());
  await tx.run(
    `INSERT INTO facet_value (organisation_id, id, facet, key, names)
     SELECT $1::uuid, n.id, n.facet::facet_name, n.key, n.names FROM unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[]) AS n (id, facet, key, names)
     ON CONFLICT (organisation_id, facet, key) DO NOTHING`,
    [
      tx.organisationId,
      entries.map(() => uuidv7()),
      facets,
      keys,
      entries.map(({ name }) => JSON.stringify({ fi: name })),
    ],
  );
  const { rows: found } = await tx.run<{ id: string; facet: Facet; key: string }>(
    `SELECT v.id, v.facet::text AS facet, v.key FROM facet_value v JOIN unnest($2::text[], $3::text[]) AS n (facet, key) ON v.facet::text = n.facet AND v.key = n.key
     WHERE v.organisation_id = $1::uuid`,
    [tx.organisationId, facets, keys],
  );
  return new Map(found.map(({ id, facet, key }) => [`${facet} ${key}`, id]));
}
