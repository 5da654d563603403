import type { LocalisedText } from "@kuultu/domain/language";
import { localisedTextSchema } from "@kuultu/domain/language-schema";

import type { Scope } from "#trpc/scope";

export interface FacetValueRow {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
}

/** The organisation's own values of each facet, in its order. */
export interface FacetValues {
  readonly service: readonly FacetValueRow[];
  readonly site: readonly FacetValueRow[];
  readonly channel: readonly FacetValueRow[];
  readonly customer_group: readonly FacetValueRow[];
}

/** The organisation's services, sites, channels and customer groups by facet, each in its order; figures and filters name them. */
export function listFacets(scope: Scope): Promise<FacetValues> {
  return scope.transaction(async (tx) => {
    const rows = await tx.facetValue.findMany({
      where: { organisationId: tx.organisationId },
      select: { id: true, facet: true, key: true, names: true },
      orderBy: [{ position: "asc" }, { key: "asc" }],
    });
    const of = (facet: keyof FacetValues) =>
      rows
        .filter((row) => row.facet === facet)
        .map(({ id, key, names }) => ({ id, key, names: localisedTextSchema.parse(names) }));
    return { service: of("service"), site: of("site"), channel: of("channel"), customer_group: of("customer_group") };
  });
}
