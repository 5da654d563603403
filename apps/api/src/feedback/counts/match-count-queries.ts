import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { ViewCount } from "@kuultu/domain/feedback/saved-view";
import { feedbackStatuses } from "@kuultu/domain/feedback/triage-status";

import { planForBounds } from "#feedback/counts/bounded-plan";
import { chosenFacets, valuesOf } from "#feedback/counts/facet-roll-up-queries";
import { facetColumns } from "#feedback/counts/facet-tally";
import { rollUpsKnow } from "#feedback/counts/feedback-count-queries";
import { itemConditions, matchedItems } from "#feedback/counts/matched-items";
import type { Narrowing } from "#feedback/filter-sql";
import { Parameters } from "#feedback/named-statement";
import { searchQuery, tsqueryText } from "#search/search-query";

/** How many items are looked through for one filter; a search looks into the texts of as many. */
export interface MatchedMost {
  readonly byRow: number;
  readonly byWords: number;
}
const matchedMost: MatchedMost = { byRow: 10_001, byWords: 1001 };

/**
 * How many each of many filters matches, in two statements and what their searches ask of the index: filters of at most two
 * facets from the pairs, exactly; all others from the items, each up to a bound.
 */
export async function countMatching(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filters: readonly FeedbackFilter[],
  most = matchedMost,
): Promise<ViewCount[]> {
  const paired = new Set(
    filters.filter((filter) => rollUpsKnow(narrowing, filter) && chosenFacets(filter).length <= 2),
  );
  const rest = filters.filter((filter) => !paired.has(filter));
  const fromPairs = await pairTotals(tx, [...paired]);
  const fromItems = await rowTotals(tx, narrowing, rest, most);
  return filters.map((filter) => fromPairs.get(filter) ?? fromItems.get(filter) ?? { total: 0, capped: false });
}

interface AskedPair {
  readonly position: number;
  readonly one: readonly [facet: string, value: string];
  readonly other: readonly [facet: string, value: string];
}

/** In which order two facets make a pair. */
const pairOrder: readonly string[] = [...Object.keys(facetColumns), "themeId"];

/** The pairs whose counts add up to what the filter matches. */
function askedPairs(filter: FeedbackFilter, position: number): AskedPair[] {
  const [first, second] = chosenFacets(filter).toSorted((a, b) => pairOrder.indexOf(a) - pairOrder.indexOf(b));
  if (first === undefined)
    return feedbackStatuses.map((status) => ({ position, one: ["", ""], other: ["status", status] }));
  if (second === undefined)
    return valuesOf(filter, first).map((value) => ({ position, one: ["", ""], other: [first, value] }));
  return valuesOf(filter, first).flatMap((value) =>
    valuesOf(filter, second).map((other) => ({
      position,
      one: [first, value] as const,
      other: [second, other] as const,
    })),
  );
}

async function pairTotals(
  tx: OrganisationTransaction,
  filters: readonly FeedbackFilter[],
): Promise<ReadonlyMap<FeedbackFilter, ViewCount>> {
  const asked = filters.flatMap(askedPairs);
  if (asked.length === 0) return new Map();
  const rows = await tx.sql<{ readonly position: number; readonly count: number }>({
    name: "feedback.count-matching-pairs",
    text: `SELECT a.position, sum(p.count)::int AS count
        FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) AS a (position, facet, value, other_facet, other_value)
        JOIN feedback_pair p ON p.organisation_id = $1::uuid
         AND p.facet = a.facet AND p.value = a.value AND p.other_facet = a.other_facet AND p.other_value = a.other_value
       GROUP BY a.position`,
    values: [
      tx.organisationId,
      asked.map(({ position }) => position),
      asked.map(({ one }) => one[0]),
      asked.map(({ one }) => one[1]),
      asked.map(({ other }) => other[0]),
      asked.map(({ other }) => other[1]),
    ],
  });
  const counts = new Map(rows.map(({ position, count }) => [position, count]));
  return new Map(filters.map((filter, position) => [filter, { total: counts.get(position) ?? 0, capped: false }]));
}

async function rowTotals(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filters: readonly FeedbackFilter[],
  most: MatchedMost,
): Promise<ReadonlyMap<FeedbackFilter, ViewCount>> {
  if (filters.length === 0) return new Map();
  await planForBounds(tx);
  const p = new Parameters();
  const counted: string[] = [];
  for (const [position, filter] of filters.entries()) {
    const { search } = filter;
    const tsquery = search === undefined ? null : tsqueryText(await searchQuery(tx, narrowing.analyser, search));
    const matched = matchedItems(p, narrowing.organisationId, {
      conditions: itemConditions(p, narrowing, filter),
      columns: "i.id",
      items: mostOf(filter, most),
      tsquery,
    });
    counted.push(`(WITH ${matched.with}
      SELECT ${position} AS position, (SELECT count(*)::int FROM matched) AS count, ${matched.complete} AS complete)`);
  }
  // Not a named statement: every person's views make a shape of their own.
  const { rows } = await tx.run<{ readonly position: number; readonly count: number; readonly complete: boolean }>(
    counted.join(" UNION ALL "),
    p.values,
  );
  const totals = new Map<FeedbackFilter, ViewCount>();
  for (const { position, count, complete } of rows) {
    const filter = filters[position];
    if (filter === undefined) continue;
    totals.set(filter, { total: complete ? count : Math.min(count, mostOf(filter, most) - 1), capped: !complete });
  }
  return totals;
}

function mostOf(filter: FeedbackFilter, most: MatchedMost): number {
  return filter.search === undefined ? most.byRow : most.byWords;
}
