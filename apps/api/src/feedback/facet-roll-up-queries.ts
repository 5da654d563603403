import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { type CountedFacet, countedFacets } from "@kuultu/domain/feedback/feedback-view";

import { type CountRow, type Tally, tallyOf } from "#feedback/facet-tally";
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

/** The counts beside no filter or one, from `feedback_pair`. */
export async function pairTally(tx: OrganisationTransaction, filter: FeedbackFilter): Promise<Tally> {
  const [facet] = chosenFacets(filter);
  if (facet === undefined) {
    const rows = await tx.sql<CountRow>({
      name: "feedback.count-singles",
      text: `SELECT other_facet AS facet, other_value AS value, count FROM feedback_pair
        WHERE organisation_id = $1::uuid AND facet = '' AND value = ''`,
      values: [tx.organisationId],
    });
    const total = rows.reduce((sum, row) => (row.facet === "status" ? sum + row.count : sum), 0);
    return tallyOf([...rows, { facet: null, value: null, count: total }], countedFacets, true);
  }
  const values = facet === "status" ? statusesOf(filter) : [filter[facet]];
  const rows = await tx.sql<CountRow>({
    name: "feedback.count-pairs",
    text: `SELECT nullif(facet, '') AS facet, value, sum(count)::int AS count FROM (
        SELECT other_facet AS facet, other_value AS value, count FROM feedback_pair
         WHERE organisation_id = $1::uuid AND facet = $2 AND value = ANY($3::text[])
        UNION ALL
        SELECT facet, value, count FROM feedback_pair
         WHERE organisation_id = $1::uuid AND other_facet = $2 AND other_value = ANY($3::text[])) AS pair
      GROUP BY facet, value`,
    values: [tx.organisationId, facet, values],
  });
  return tallyOf(rows, countedFacets, true);
}
