import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";

import { codedTo, facetConditions, type Narrowing, statusesOf, steadyConditions } from "#feedback/filter-sql";
import type { Parameters } from "#feedback/named-statement";
import { searchQuery, tsqueryText } from "#search/search-query";

/** Everything that a filter matches within the reach, without an order or a bound: conditions on `feedback_item i`, SQL. */
export async function allMatching(
  tx: OrganisationTransaction,
  p: Parameters,
  narrowing: Narrowing,
  filter: FeedbackFilter,
): Promise<string> {
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (statuses !== null) conditions.push(`i.status = ANY(${p.add(statuses)}::text[])`);
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  if (filter.search !== undefined) {
    const query = `${p.add(tsqueryText(await searchQuery(tx, narrowing.analyser, filter.search)))}::tsquery`;
    conditions.push(
      `i.id IN (SELECT f.item_id FROM search_feedback_text(${p.add(narrowing.organisationId)}::uuid, ${query}) f)`,
    );
  }
  return conditions.join(" AND ");
}
