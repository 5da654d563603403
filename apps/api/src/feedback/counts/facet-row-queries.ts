import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { feedbackStatuses, openStatuses } from "@kuultu/domain/feedback/triage-status";

import { beyondRollUps } from "#feedback/counts/facet-roll-up-queries";
import {
  type CountRow,
  facetColumns,
  groupedSql,
  isColumnFacet,
  type Tally,
  tallyOf,
  type Wanted,
} from "#feedback/counts/facet-tally";
import { itemConditions, matchedItems } from "#feedback/counts/matched-items";
import { type Narrowing, statusCondition, statusesOf } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { codedItems, type CodingsWay } from "#feedback/counts/coded-items";
import { whoseSql } from "#feedback/counts/pair-roll-up";
import { searchQuery, tsqueryText } from "#search/search-query";

/**
 * How many items are looked through: where each has to be looked up by its words; where days, targets, imports or owners narrow them;
 * and where facets alone do, whose counts are to be exact as far as can be. `byRow`: a third of what grouping the days would take.
 */
export interface LookedThrough {
  readonly byWords: number;
  readonly byRow: number;
  readonly byFacet: number;
}
export const lookedThrough: LookedThrough = { byWords: 10_001, byRow: 5001, byFacet: 300_001 };

/** What does not match a filter of one facet. */
function unlike(p: Parameters, narrowing: Narrowing, filter: FeedbackFilter): string {
  const statuses = statusesOf(filter);
  return statuses === null
    ? `(${itemConditions(p, narrowing, filter)}) IS NOT TRUE`
    : statusCondition(feedbackStatuses.filter((status) => !statuses.includes(status)));
}

/** Items past their target are counted up to this many. */
const pastTargetCap = 10_001;

/** How many open items that match are past their target, counted to the cap. */
export async function pastTargetTally(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FeedbackFilter,
): Promise<Tally> {
  const p = new Parameters();
  const conditions = itemConditions(p, narrowing, { ...filter, pastTarget: true });
  const text = `SELECT NULL AS facet, NULL AS value, count(*)::int AS count
    FROM (SELECT FROM feedback_item i WHERE ${conditions} LIMIT ${pastTargetCap}) AS late`;
  const [{ count: total } = { count: 0 }] = await tx.sql<CountRow>(namedStatement("feedback.count-late", text, p));
  const yes = Math.min(total, pastTargetCap - 1);
  return { total: yes, counts: new Map([["pastTarget", { yes }]]), complete: total < pastTargetCap };
}

/** Counts from the items themselves, of which a bounded number is looked through. */
export async function rowTally(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FeedbackFilter,
  wanted: ReadonlySet<Wanted>,
  { most, without }: { readonly most: LookedThrough; readonly without?: FeedbackFilter },
): Promise<Tally> {
  const p = new Parameters();
  const conditions = [
    itemConditions(p, narrowing, filter),
    ...(without === undefined ? [] : [unlike(p, narrowing, without)]),
  ].join(" AND ");
  const columns = columnsSql(p, narrowing, wanted);
  const { search } = filter;
  const items = search === undefined ? (onlyFacets(filter) ? most.byFacet : most.byRow) : most.byWords;
  const tsquery = search === undefined ? null : tsqueryText(await searchQuery(tx, narrowing.analyser, search));
  const matched = matchedItems(p, narrowing.organisationId, { conditions, columns, items, tsquery });
  const names = Object.fromEntries([...wanted].filter((name) => name !== "themeId").map((name) => [name, `"${name}"`]));
  const grouped = groupedSql(names, "count(*)::int AS count", "matched");
  const coded = wanted.has("themeId") ? codedItems(p, narrowing.organisationId, codingsWay(filter)) : null;
  const themes = "SELECT 'themeId', theme_id::text, count(*)::int FROM coded GROUP BY theme_id";
  const text = `WITH ${matched.with}${coded === null ? "" : `, ${coded}`}
    SELECT facet, value, count, ${matched.complete} AS complete
      FROM (${grouped} ${coded === null ? "" : `UNION ALL ${themes}`}) AS counted`;
  const rows = await tx.sql<CountRow & { complete: boolean }>(namedStatement("feedback.count-rows", text, p));
  const complete = rows.every((row) => row.complete);
  const tally = tallyOf(rows, wanted, complete);
  return complete ? tally : { ...tally, total: Math.min(tally.total, items - 1) };
}

/** What is read of each item: its id, when it was received, and each wanted facet under its name. */
function columnsSql(p: Parameters, narrowing: Narrowing, wanted: ReadonlySet<Wanted>): string {
  const columns = [...wanted].flatMap((name) => {
    if (name === "pastTarget") {
      const late = `i.triage_due_on < ${p.add(dayIn(narrowing.now))}::date AND ${statusCondition(openStatuses)}`;
      return [`CASE WHEN ${late} THEN 'yes' END AS "pastTarget"`];
    }
    if (name === "assigneeId") return [`${whoseSql("i")} AS "assigneeId"`];
    return isColumnFacet(name) ? [`i.${facetColumns[name]} AS "${name}"`] : [];
  });
  return ["i.id", "i.received_at", ...columns].join(", ");
}

function onlyFacets(filter: FeedbackFilter): boolean {
  return !beyondRollUps(filter) && filter.assigneeId === undefined && filter.teamId === undefined;
}

/** Few items, found by their words, lie far apart; those that facets alone narrow may be very many. */
function codingsWay(filter: FeedbackFilter): CodingsWay {
  if (filter.search !== undefined) return "by-item";
  return onlyFacets(filter) ? "as-planned" : "by-time";
}
