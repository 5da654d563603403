import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { type CountedFacet, countedFacets } from "@kuultu/domain/feedback/feedback-view";

import { type CountRow, type Tally, tallyOf } from "#feedback/counts/facet-tally";
import { statusesOf } from "#feedback/filter-sql";

/** The facets by which a filter narrows. */
export function chosenFacets(filter: FeedbackFilter): CountedFacet[] {
  return countedFacets.filter((facet) => filter[facet] !== undefined);
}

/** Whether something is filtered by that no roll-up knows: days, words, imports, targets. */
export function beyondRollUps(filter: FeedbackFilter): boolean {
  const known: readonly string[] = countedFacets;
  return Object.entries(filter).some(
    ([name, value]) => value !== undefined && value !== false && !known.includes(name),
  );
}

/** What the pairs know of a filter: the counts beside no facet, and beside each of those that it chooses, alone. */
export interface PairTallies {
  readonly all: Tally;
  readonly alone: ReadonlyMap<CountedFacet, Tally>;
}

/** From `feedback_pair`, in one statement: every count of a filter begins with these. */
export async function pairTallies(tx: OrganisationTransaction, filter: FeedbackFilter): Promise<PairTallies> {
  const asked = chosenFacets(filter).flatMap((facet) => valuesOf(filter, facet).map((value) => ({ facet, value })));
  const rows = await tx.sql<CountRow & { readonly asked: CountedFacet | "" }>({
    name: "feedback.count-pairs",
    text: `SELECT '' AS asked, other_facet AS facet, other_value AS value, count FROM feedback_pair
       WHERE organisation_id = $1::uuid AND facet = '' AND value = ''
      UNION ALL
      SELECT asked, nullif(facet, ''), value, sum(count)::int FROM (
        SELECT a.facet AS asked, p.other_facet AS facet, p.other_value AS value, p.count
          FROM unnest($2::text[], $3::text[]) AS a (facet, value)
          JOIN feedback_pair p ON p.organisation_id = $1::uuid AND p.facet = a.facet AND p.value = a.value
        UNION ALL
        SELECT a.facet, p.facet, p.value, p.count
          FROM unnest($2::text[], $3::text[]) AS a (facet, value)
          JOIN feedback_pair p ON p.organisation_id = $1::uuid AND p.other_facet = a.facet AND p.other_value = a.value) AS pair
      GROUP BY asked, facet, value`,
    values: [tx.organisationId, asked.map(({ facet }) => facet), asked.map(({ value }) => value)],
  });
  const singles = rows.filter((row) => row.asked === "");
  const total = singles.reduce((sum, row) => (row.facet === "status" ? sum + row.count : sum), 0);
  const alone = chosenFacets(filter).map((facet) => {
    const own = rows.filter((row) => row.asked === facet);
    return [facet, tallyOf(own, countedFacets, true)] as const;
  });
  return {
    all: tallyOf([...singles, { facet: null, value: null, count: total }], countedFacets, true),
    alone: new Map(alone),
  };
}

/** The values of a facet that a filter means; a group of statuses means several. */
export function valuesOf(filter: FeedbackFilter, facet: CountedFacet): readonly string[] {
  return facet === "status" ? (statusesOf(filter) ?? []) : [String(filter[facet])];
}
