import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import { nilId } from "@kuultu/domain/identifier";

import {
  facetConditions,
  type Narrowing,
  receivedConditions,
  statusesOf,
  steadyConditions,
} from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { searchQuerySql, searchTerms } from "#feedback/search-vector";

/** Items with the same facets, and how many. */
export interface Cell {
  readonly status: FeedbackStatus;
  readonly kind: string;
  readonly source: string;
  readonly channel_id: string | null;
  readonly service_id: string | null;
  readonly language: string;
  readonly count: number;
}

/** `complete`: false where there were more items than are looked through, so that every count is that many or more. */
export interface CountedCells {
  readonly cells: readonly Cell[];
  readonly complete: boolean;
}

/** How many items are looked through: where each has to be looked up by its words or themes, and where only its own row is read. */
export interface LookedThrough {
  readonly byWords: number;
  readonly byRow: number;
}
export const lookedThrough: LookedThrough = { byWords: 10_001, byRow: 1_000_001 };

const facetNames = ["status", "kind", "source", "channel_id", "service_id", "language"] as const;
const facets = facetNames.join(", ");
const facetsOf = (alias: string) => facetNames.map((facet) => `${alias}.${facet}`).join(", ");

/** The items that match a filter, as cells. What is read to count them has a bound, whatever the organisation's size. */
export async function countedCells(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FeedbackFilter,
  most: LookedThrough = lookedThrough,
): Promise<CountedCells> {
  if (cubeAnswers(narrowing, filter)) return { cells: await cubeCells(tx, filter), complete: true };
  const statement =
    filter.search === undefined && filter.themeId === undefined
      ? readCells(narrowing, filter, most.byRow)
      : lookedUpCells(narrowing, filter, most.byWords);
  const rows = await tx.sql<{ complete: boolean; cells: Cell[] }>(statement);
  return rows[0] ?? { cells: [], complete: true };
}

/** The roll-up knows neither days, themes, words, imports nor whose an item is, and no sites, by which a reach may be narrowed. */
function cubeAnswers(narrowing: Narrowing, filter: FeedbackFilter): boolean {
  const { siteId, customerGroupId, themeId, assigneeId, teamId, importId, receivedFrom, receivedTo, search } = filter;
  const notInCube = [siteId, customerGroupId, themeId, assigneeId, teamId, importId, receivedFrom, receivedTo, search];
  const unknown = notInCube.some((value) => value !== undefined) || filter.pastTarget === true;
  return narrowing.reach.wholeOrganisation && !unknown;
}

/** From the roll-up, the facets left out of account; the hidden whistleblowing reports are taken off, so that counts agree with the list. */
function cubeCells(tx: OrganisationTransaction, filter: FeedbackFilter): Promise<Cell[]> {
  const p = new Parameters();
  const organisationId = p.add(tx.organisationId);
  const round = filter.roundId === undefined ? "" : `AND round_id = ${p.add(filter.roundId)}::uuid`;
  const text = `
    SELECT ${facets}, sum(count)::int AS count FROM (
      SELECT ${facets}, count FROM feedback_cube WHERE organisation_id = ${organisationId}::uuid ${round}
      UNION ALL
      SELECT status, kind, source, coalesce(channel_id, '${nilId}'), coalesce(service_id, '${nilId}'), language, -1 FROM feedback_item
       WHERE organisation_id = ${organisationId}::uuid AND status_reason = 'whistleblowing' ${round}) AS counted
    GROUP BY ${facets}`;
  return tx.sql<Cell>(namedStatement("feedback.count-cube", text, p));
}

/** Conditions on `feedback_item i`, those of the search and of the theme apart. */
function itemConditions(p: Parameters, narrowing: Narrowing, filter: FeedbackFilter): string {
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (statuses !== null) conditions.push(`i.status = ANY(${p.add(statuses)}::text[])`);
  return conditions.join(" AND ");
}

/** One row: the cells of `matched`, and whether they are all there is, which may be said of the sums of `cell`. */
const inOneRow = (matched: string, complete: string) => `
  SELECT ${complete} AS complete, coalesce(json_agg(cell), '[]') AS cells
    FROM (SELECT ${facets}, count(*)::int AS count FROM ${matched} GROUP BY ${facets}) AS cell`;

function readCells(narrowing: Narrowing, filter: FeedbackFilter, rows: number) {
  const p = new Parameters();
  const conditions = itemConditions(p, narrowing, filter);
  const most = `${p.add(rows)}::int`;
  const matched = `(SELECT ${facetsOf("i")} FROM feedback_item i WHERE ${conditions} LIMIT ${most}) AS matched`;
  return namedStatement("feedback.count-items", inOneRow(matched, `coalesce(sum(cell.count), 0) < ${most}`), p);
}

/**
 * Two ways to the same items: those that pass the other filters are looked up one by one; and where these are more than are looked
 * through, the index of the theme, or of the words, leads to items. Where neither way comes to an end, what either found is counted.
 */
function lookedUpCells(narrowing: Narrowing, filter: FeedbackFilter, items: number) {
  const p = new Parameters();
  const organisationId = `${p.add(narrowing.organisationId)}::uuid`;
  const most = `${p.add(items)}::int`;
  const conditions = itemConditions(p, narrowing, filter);
  const { search, themeId } = filter;
  const terms = searchTerms(search ?? "");
  const wanted = `SELECT ${searchQuerySql(`${p.add(terms.wanted)}::text`, `${p.add(terms.unwanted)}::text`)} AS query`;
  // Each looked up by its key: LIMIT keeps the planner from reading the whole table for a join instead.
  const worded =
    search === undefined
      ? ""
      : `JOIN LATERAL (SELECT t.tsv FROM feedback_text t
          WHERE t.organisation_id = ${organisationId} AND t.item_id = i.id LIMIT 1) t ON t.tsv @@ (SELECT query FROM wanted)`;
  const coded =
    themeId === undefined
      ? ""
      : `JOIN LATERAL (SELECT FROM coding c
          WHERE c.organisation_id = ${organisationId} AND c.item_id = i.id AND c.theme_id = ${p.add(themeId)}::uuid LIMIT 1) c ON true`;
  const led =
    themeId === undefined
      ? `SELECT f.item_id FROM search_feedback_text(${organisationId}, (SELECT query FROM wanted), ${most}) f WHERE NOT (SELECT few FROM nearness)`
      : `SELECT item_id FROM coding
          WHERE organisation_id = ${organisationId} AND theme_id = ${p.add(themeId)}::uuid AND NOT (SELECT few FROM nearness)
            ${receivedConditions(p, filter, "received_at")
              .map((condition) => `AND ${condition}`)
              .join(" ")}
          ORDER BY received_at DESC, item_id DESC LIMIT ${most}`;
  const text = `
    WITH wanted AS MATERIALIZED (${wanted}),
    near AS MATERIALIZED (SELECT i.id, ${facetsOf("i")} FROM feedback_item i WHERE ${conditions} LIMIT ${most}),
    nearness AS MATERIALIZED (SELECT count(*) < ${most} AS few FROM near),
    led AS MATERIALIZED (${led}),
    matched AS MATERIALIZED (
      SELECT i.id, ${facetsOf("i")} FROM (SELECT * FROM near WHERE (SELECT few FROM nearness) OR (SELECT count(*) FROM led) = ${most}) i ${worded} ${coded}
      UNION
      SELECT i.id, ${facetsOf("i")} FROM led
        JOIN LATERAL (SELECT * FROM feedback_item i WHERE i.organisation_id = ${organisationId} AND i.id = led.item_id LIMIT 1) i ON ${conditions}
        ${themeId === undefined ? "" : worded})
    ${inOneRow("matched", `(SELECT few FROM nearness) OR (SELECT count(*) FROM led) < ${most}`)}`;
  return namedStatement("feedback.count-looked-up", text, p);
}
