import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";

import {
  codedTo,
  facetConditions,
  type Narrowing,
  statusCondition,
  statusesOf,
  steadyConditions,
} from "#feedback/filter-sql";
import type { Parameters } from "#feedback/named-statement";

/** Conditions on `feedback_item i`, those of the search apart. */
export function itemConditions(p: Parameters, narrowing: Narrowing, filter: FeedbackFilter): string {
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (statuses !== null) conditions.push(statuses.length === 0 ? "false" : statusCondition(statuses));
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  return conditions.join(" AND ");
}

export interface Matched {
  /** Ends with a table `matched`. */
  readonly with: string;
  /** SQL: whether `matched` is all there is. */
  readonly complete: string;
}

interface Sought {
  /** On `feedback_item i`. */
  readonly conditions: string;
  /** Of `feedback_item i`. */
  readonly columns: string;
  /** As many as are looked through. */
  readonly items: number;
  /** As `tsqueryText` gives it; null: no search. */
  readonly tsquery: string | null;
}

/** The items that match, of which a bounded number is looked through. */
export function matchedItems(p: Parameters, organisation: string, sought: Sought): Matched {
  const { conditions, columns, items, tsquery } = sought;
  return tsquery === null
    ? readItems(p, conditions, columns, items)
    : searchedItems(p, organisation, conditions, columns, { tsquery, items });
}

function readItems(p: Parameters, conditions: string, columns: string, items: number): Matched {
  const most = `${p.add(items)}::int`;
  return {
    with: `matched AS MATERIALIZED (SELECT ${columns} FROM feedback_item i WHERE ${conditions} LIMIT ${most})`,
    complete: `(SELECT count(*) FROM matched) < ${most}`,
  };
}

/**
 * Two ways to the same items: those that pass the other filters are looked up one by one; and where these are more than are looked
 * through, the index of the words leads to items. Where neither way comes to an end, what either found is counted.
 */
function searchedItems(
  p: Parameters,
  organisation: string,
  conditions: string,
  columns: string,
  { tsquery, items }: { readonly tsquery: string; readonly items: number },
): Matched {
  const organisationId = `${p.add(organisation)}::uuid`;
  const most = `${p.add(items)}::int`;
  const wanted = `SELECT ${p.add(tsquery)}::tsquery AS query`;
  // Each looked up by its key: LIMIT keeps the planner from reading the whole table for a join instead.
  return {
    with: `
    wanted AS MATERIALIZED (${wanted}),
    near AS MATERIALIZED (SELECT ${columns} FROM feedback_item i WHERE ${conditions} LIMIT ${most}),
    nearness AS MATERIALIZED (SELECT count(*) < ${most} AS few FROM near),
    led AS MATERIALIZED (
      SELECT f.item_id FROM search_feedback_text(${organisationId}, (SELECT query FROM wanted), ${most}) f WHERE NOT (SELECT few FROM nearness)),
    matched AS MATERIALIZED (
      SELECT near.* FROM (SELECT * FROM near WHERE (SELECT few FROM nearness) OR (SELECT count(*) FROM led) = ${most}) near
        JOIN LATERAL (SELECT t.tsv FROM feedback_text t
          WHERE t.organisation_id = ${organisationId} AND t.item_id = near.id LIMIT 1) t ON t.tsv @@ (SELECT query FROM wanted)
      UNION
      SELECT ${columns} FROM led
        JOIN LATERAL (SELECT * FROM feedback_item i WHERE i.organisation_id = ${organisationId} AND i.id = led.item_id LIMIT 1) i ON ${conditions})`,
    complete: `((SELECT few FROM nearness) OR (SELECT count(*) FROM led) < ${most})`,
  };
}
