import type { TrendFacet } from "#trends/trend-data";
import type { Scope } from "#trpc/scope";

/** The keys of a facet's values by their ids, for output that a program reads; languages are their own keys. */
export async function facetKeys(scope: Scope, facet: TrendFacet): Promise<Map<string, string>> {
  if (facet === "language") return new Map();
  return scope.transaction(async (tx) => {
    const values = await tx.facetValue.findMany({
      where: { organisationId: tx.organisationId, facet },
      select: { id: true, key: true },
    });
    return new Map(values.map(({ id, key }) => [id, key]));
  });
}
