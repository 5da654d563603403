import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { type CountedFacet, countedFacets } from "@kuultu/domain/feedback/feedback-view";
import { nilId } from "@kuultu/domain/identifier";

import { type ColumnFacet, type CountRow, facetColumns, groupedSql, type Tally, tallyOf } from "#feedback/facet-tally";
import { type Narrowing, statusesOf } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { hiddenReason } from "#feedback/pair-roll-up";

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

/** Pairs answer everything under no value or one, for whoever reads the whole organisation. */
export function pairsAnswer(narrowing: Narrowing, filter: FeedbackFilter): boolean {
  return narrowing.reach.wholeOrganisation && !beyondRollUps(filter) && chosenFacets(filter).length <= 1;
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

/** The facets that `feedback_cube` knows. */
const cubeFacets = [
  "status",
  "kind",
  "source",
  "channelId",
  "serviceId",
  "siteId",
  "customerGroupId",
  "language",
  "roundId",
] as const satisfies readonly ColumnFacet[];

export function inCube(facet: string): boolean {
  return (cubeFacets as readonly string[]).includes(facet);
}

/** The cube answers under any number of its own facets, and for a reader of some services and sites. */
export function cubeAnswers(filter: FeedbackFilter): boolean {
  return !beyondRollUps(filter) && chosenFacets(filter).every(inCube);
}

/** Counts of the cube's facets, from `feedback_cube`; the hidden whistleblowing reports, which it counts, are taken off. */
export async function cubeTally(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FeedbackFilter,
  wanted: ReadonlySet<string>,
): Promise<Tally> {
  const p = new Parameters();
  const organisationId = p.add(tx.organisationId);
  const conditions = cubeConditions(p, narrowing, filter);
  const columns = cubeFacets.map((facet) => facetColumns[facet]);
  const ofItem = columns.map((column) => (column.endsWith("_id") ? `coalesce(${column}, '${nilId}')` : column));
  const from = `(
      SELECT ${columns.join(", ")}, count FROM feedback_cube WHERE organisation_id = ${organisationId}::uuid
      UNION ALL
      SELECT ${ofItem.join(", ")}, -1 FROM feedback_item
       WHERE organisation_id = ${organisationId}::uuid AND status_reason = '${hiddenReason}') AS cell
    ${conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`}`;
  const grouped = Object.fromEntries(
    cubeFacets.filter((facet) => wanted.has(facet)).map((facet) => [facet, facetColumns[facet]]),
  );
  const text = groupedSql(grouped, "coalesce(sum(count), 0)::int AS count", from);
  return tallyOf(await tx.sql<CountRow>(namedStatement("feedback.count-cube", text, p)), cubeFacets, true);
}

function cubeConditions(p: Parameters, { reach }: Narrowing, filter: FeedbackFilter): string[] {
  const conditions: string[] = [];
  if (!reach.wholeOrganisation) {
    const [services, sites] = [p.add(reach.serviceIds), p.add(reach.siteIds)];
    conditions.push(`(service_id = ANY(${services}::uuid[]) OR site_id = ANY(${sites}::uuid[]))`);
  }
  const statuses = statusesOf(filter);
  if (statuses !== null) conditions.push(`status = ANY(${p.add(statuses)}::text[])`);
  for (const facet of cubeFacets) {
    if (facet === "status" || filter[facet] === undefined) continue;
    const column = facetColumns[facet];
    conditions.push(`${column} = ${p.add(filter[facet])}::${column.endsWith("_id") ? "uuid" : "text"}`);
  }
  return conditions;
}
