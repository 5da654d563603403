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
import {
  codedTo,
  facetConditions,
  type Narrowing,
  statusCondition,
  statusesOf,
  steadyConditions,
} from "#feedback/filter-sql";
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

/** Conditions on `feedback_item i`, those of the search apart. */
function itemConditions(p: Parameters, narrowing: Narrowing, filter: FeedbackFilter): string {
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (statuses !== null) conditions.push(statuses.length === 0 ? "false" : statusCondition(statuses));
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  return conditions.join(" AND ");
}

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
  return { total, counts: new Map([["pastTarget", { yes: total }]]), complete: total < pastTargetCap };
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
  const matched =
    search === undefined
      ? readItems(p, conditions, columns, onlyFacets(filter) ? most.byFacet : most.byRow)
      : searchedItems(p, narrowing.organisationId, conditions, columns, {
          tsquery: tsqueryText(await searchQuery(tx, narrowing.analyser, search)),
          items: most.byWords,
        });
  const names = Object.fromEntries([...wanted].filter((name) => name !== "themeId").map((name) => [name, `"${name}"`]));
  const grouped = groupedSql(names, "count(*)::int AS count", "matched");
  const coded = wanted.has("themeId") ? codedItems(p, narrowing.organisationId, codingsWay(filter)) : null;
  const themes = "SELECT 'themeId', theme_id::text, count(*)::int FROM coded GROUP BY theme_id";
  const text = `WITH ${matched.with}${coded === null ? "" : `, ${coded}`}
    SELECT facet, value, count, ${matched.complete} AS complete
      FROM (${grouped} ${coded === null ? "" : `UNION ALL ${themes}`}) AS counted`;
  const rows = await tx.sql<CountRow & { complete: boolean }>(namedStatement("feedback.count-rows", text, p));
  return tallyOf(
    rows,
    wanted,
    rows.every(({ complete }) => complete),
  );
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

interface Matched {
  /** Ends with a table `matched`. */
  readonly with: string;
  /** SQL: whether `matched` is all there is. */
  readonly complete: string;
}

function onlyFacets(filter: FeedbackFilter): boolean {
  return !beyondRollUps(filter) && filter.assigneeId === undefined && filter.teamId === undefined;
}

/** Few items, found by their words, lie far apart; those that facets alone narrow may be very many. */
function codingsWay(filter: FeedbackFilter): CodingsWay {
  if (filter.search !== undefined) return "by-item";
  return onlyFacets(filter) ? "as-planned" : "by-time";
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
