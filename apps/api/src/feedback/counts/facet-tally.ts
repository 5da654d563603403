import type { CountedFacet } from "@kuultu/domain/feedback/feedback-view";
import { nilId } from "@kuultu/domain/identifier";

/** What is counted at once: the facets, and the items past their target among those that match. */
export type Wanted = CountedFacet | "pastTarget";

/** The column of `feedback_item` that holds each facet, in the order in which they make pairs; themes are rows of their own. */
export const facetColumns = {
  status: "status",
  kind: "kind",
  source: "source",
  channelId: "channel_id",
  serviceId: "service_id",
  siteId: "site_id",
  customerGroupId: "customer_group_id",
  language: "language",
  roundId: "round_id",
  teamId: "team_id",
  assigneeId: "assignee_id",
} as const satisfies Partial<Record<CountedFacet, string>>;
export type ColumnFacet = keyof typeof facetColumns;

export function isColumnFacet(wanted: Wanted): wanted is ColumnFacet {
  return wanted in facetColumns;
}

/** One count: of a value of a facet, or of all that match (facet null). */
export interface CountRow {
  readonly facet: Wanted | null;
  readonly value: string | null;
  readonly count: number;
}

/** Counts of the facets that were asked for, each there even where nothing has it. `complete`: false where more match than were looked through: each is "that many or more". */
export interface Tally {
  readonly total: number;
  readonly counts: ReadonlyMap<Wanted, Readonly<Record<string, number>>>;
  readonly complete: boolean;
}

export function tallyOf(rows: readonly CountRow[], facets: Iterable<Wanted>, complete: boolean): Tally {
  const counts = new Map<Wanted, Record<string, number>>(Array.from(facets, (facet) => [facet, {}]));
  let total = 0;
  for (const { facet, value, count } of rows) {
    if (facet === null) total = count;
    else if (value !== null && value !== nilId && count !== 0) {
      const ofFacet = counts.get(facet) ?? {};
      ofFacet[value] = count;
      counts.set(facet, ofFacet);
    }
  }
  return { total, counts, complete };
}

/**
 * Groups rows once by each of the columns and once as a whole, SQL: rows of `facet`, `value`, `count`.
 * `columns`: facet to column; `counts`: what is counted of the rows, each with its name.
 */
export function groupedSql(columns: Readonly<Record<string, string>>, counts: string, from: string): string {
  const entries = Object.entries(columns);
  const picked = (give: (facet: string, column: string) => string) =>
    entries.length === 0
      ? "NULL"
      : `CASE ${entries.map(([facet, column]) => `WHEN grouping(${column}) = 0 THEN ${give(facet, column)}`).join(" ")} END`;
  const sets = ["()", ...entries.map(([, column]) => `(${column})`)].join(", ");
  return `SELECT ${picked((facet) => `'${facet}'`)} AS facet, ${picked((_, column) => `${column}::text`)} AS value,
      ${counts} FROM ${from} GROUP BY GROUPING SETS (${sets})`;
}
