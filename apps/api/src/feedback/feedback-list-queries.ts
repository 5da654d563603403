import { v7 as uuidv7 } from "uuid";

import type { Statement } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter, FeedbackPageInput } from "@kuultu/domain/feedback/feedback-filter";
import type { FeedbackPage } from "@kuultu/domain/feedback/feedback-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { reachFor } from "@kuultu/domain/staff/permission";

import { feedbackRow, type FeedbackRowColumns, firstLineSql, itemColumns, themeIdsSql } from "#feedback/feedback-row";
import { codedTo, facetConditions, type Narrowing, statusesOf, steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { type PagePosition, readCursor, writeCursor } from "#feedback/page-cursor";
import { textDigest } from "#history/text-digest";
import { type FoundText, foundPassages, foundTextSql } from "#search/found-passage";
import { searchQuery, tsqueryText } from "#search/search-query";
import type { Scope } from "#trpc/scope";

/** One page of the queue, by keyset. What was read and searched stands in the access log with it. */
export async function listFeedback(scope: Scope, input: FeedbackPageInput): Promise<FeedbackPage> {
  const { search } = input.filter;
  const { rows, shown } = await scope.transaction(async (tx) => {
    if (search === undefined) {
      const rows = await tx.sql<FeedbackRowColumns>(listStatement(scope, input));
      return { rows, shown: rows.slice(0, input.limit).map(feedbackRow) };
    }
    const query = await searchQuery(tx, scope.analyser, search);
    const rows = await tx.sql<FeedbackRowColumns & FoundText>(listStatement(scope, input, tsqueryText(query)));
    const found = rows.slice(0, input.limit);
    const passages = await foundPassages(tx, scope.analyser, query, found);
    return { rows, shown: found.map((row, index) => ({ ...feedbackRow(row), ...passages[index] })) };
  });
  const last = rows.slice(0, input.limit).at(-1);
  const more = rows.length > input.limit && last !== undefined;
  return {
    rows: shown,
    nextCursor: more ? writeCursor({ receivedAt: last.received_at, id: last.id }) : null,
  };
}

/** How far a reader of verbatims sees. */
export function narrowingOf(scope: Scope): Narrowing {
  const reach = reachFor(scope.staff, "feedback.read");
  if (reach === null) throw new RuleViolation("not-permitted", { permission: "feedback.read" });
  return { organisationId: scope.organisation.id, reach, now: scope.now, analyser: scope.analyser };
}

/** A filter as the access log holds it: what was searched for as its salted digest. */
export function loggedFilter(scope: Scope, { search, ...filter }: FeedbackFilter): Record<string, string | boolean> {
  const chosen = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(
    search === undefined ? chosen : [...chosen, ["search", textDigest(scope.organisation, search)] as const],
  );
}

/** How many of the newest items are looked through before a search turns to the index: a common word fills its page from these. */
const walked = 1000;

interface Walk {
  readonly narrowing: Narrowing;
  readonly filter: FeedbackFilter;
  readonly from: PagePosition | null;
  readonly order: "ASC" | "DESC";
}

/**
 * The whole question in one statement: the page, its texts and themes, and its entry in the access log. `tsquery`: the text of the
 * filter's search as `tsqueryText` gives it; then the statement also gives what `foundPassages` reads.
 */
export function listStatement(scope: Scope, input: FeedbackPageInput, tsquery: string | null = null): Statement {
  const p = new Parameters();
  const order = input.order === "newest" ? "DESC" : "ASC";
  const from = input.cursor == null ? null : readCursor(input.cursor);
  const walk: Walk = { narrowing: narrowingOf(scope), filter: input.filter, from, order };
  const { search } = input.filter;
  const page =
    tsquery === null ? orderedItems(p, walk, input.limit + 1) : searchedItems(p, walk, tsquery, input.limit + 1);
  const organisationId = p.add(scope.organisation.id);
  const details = loggedFilter(scope, input.filter);
  const inOrder = `ORDER BY received_at ${order}, id ${order}`;
  const text = `
    WITH ${page.with} page AS MATERIALIZED (${page.select}),
    logged AS (
      INSERT INTO access_log (organisation_id, id, at, staff_id, purpose, item_ids, details)
      SELECT ${organisationId}::uuid, ${p.add(uuidv7())}::uuid, ${p.add(scope.now)}::timestamptz, ${p.add(scope.staff.id)}::uuid,
             ${p.add(search === undefined ? "read" : "search")}::text, array(SELECT id FROM page ${inOrder} LIMIT ${p.add(input.limit)}::int), ${p.add(details)}::jsonb)
    SELECT ${itemColumns("page")}, ${firstLineSql("t")} AS first_line, ${themeIdsSql("page.id", organisationId)} AS theme_ids
           ${tsquery === null ? "" : foundTextSql("t")}
      FROM page LEFT JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = page.id
     ${inOrder}`;
  return namedStatement("feedback.list", text, p);
}

/** Items that match, in order, from the given position on; the search apart. */
function orderedItems(p: Parameters, walk: Walk, limit: number): { with: string; select: string } {
  const { narrowing, filter, from, order } = walk;
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (filter.themeId !== undefined && filter.search === undefined) {
    const organisationId = p.add(narrowing.organisationId);
    if (statuses !== null) conditions.push(`i.status = ANY(${p.add(statuses)}::text[])`);
    const select = `
      SELECT ${itemColumns("i")} FROM (
        SELECT DISTINCT c.received_at, c.item_id FROM coding c
         WHERE c.organisation_id = ${organisationId}::uuid AND c.theme_id = ${p.add(filter.themeId)}::uuid
           ${after(p, from, order, "c.received_at", "c.item_id")}
         ORDER BY c.received_at ${order}, c.item_id ${order}) coded
      JOIN feedback_item i ON i.organisation_id = ${organisationId}::uuid AND i.id = coded.item_id
      WHERE ${conditions.join(" AND ")} ORDER BY coded.received_at ${order}, coded.item_id ${order} LIMIT ${p.add(limit)}::int`;
    return { with: "", select };
  }
  const inOrder = `ORDER BY received_at ${order}, id ${order} LIMIT ${p.add(limit)}::int`;
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  const keyset = after(p, from, order, "i.received_at", "i.id");
  const items = `SELECT ${itemColumns("i")} FROM feedback_item i WHERE ${conditions.join(" AND ")} ${keyset}`;
  if (statuses === null) return { with: "", select: `${items} ${inOrder}` };
  // Each status is a walk of its own along its index, named outright so that the planner knows how rare it is:
  // a few open items among a million are found at once.
  const legs = statuses.map((status) => `(${items} AND i.status = '${status}' ${inOrder})`);
  return {
    with: "",
    select: legs.length === 1 ? legs.join("") : `SELECT * FROM (${legs.join(" UNION ALL ")}) AS leg ${inOrder}`,
  };
}

/** A common word fills its page from the newest items; for any other the index gives all that match, and those are sorted. */
function searchedItems(p: Parameters, walk: Walk, tsquery: string, limit: number): { with: string; select: string } {
  const { narrowing, filter, from, order } = walk;
  const organisationId = p.add(narrowing.organisationId);
  const near = orderedItems(p, walk, walked).select;
  const statuses = statusesOf(filter);
  const conditions = [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)];
  if (statuses !== null) conditions.push(`i.status = ANY(${p.add(statuses)}::text[])`);
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  const limited = `ORDER BY received_at ${order}, id ${order} LIMIT ${p.add(limit)}::int`;
  const searching = `
    wanted AS MATERIALIZED (SELECT ${p.add(tsquery)}::tsquery AS query),
    near AS MATERIALIZED (${near}),
    walked AS MATERIALIZED (
      SELECT near.* FROM near JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = near.id
       WHERE t.tsv @@ (SELECT query FROM wanted) ${limited}),
    found AS MATERIALIZED (
      SELECT f.item_id FROM search_feedback_text(${organisationId}::uuid, (SELECT query FROM wanted)) f
       WHERE (SELECT count(*) FROM walked) < ${p.add(limit)}::int AND (SELECT count(*) FROM near) = ${p.add(walked)}::int
         ${after(p, from, order, "f.received_at", "f.item_id")}),`;
  const select = `
    SELECT * FROM (
      SELECT * FROM walked WHERE NOT EXISTS (SELECT FROM found)
      UNION ALL
      (SELECT ${itemColumns("i")} FROM found JOIN feedback_item i ON i.organisation_id = ${organisationId}::uuid AND i.id = found.item_id
        WHERE ${conditions.join(" AND ")} ${limited})) AS either ${limited}`;
  return { with: searching, select };
}

function after(
  p: Parameters,
  from: PagePosition | null,
  order: "ASC" | "DESC",
  receivedAt: string,
  id: string,
): string {
  if (from === null) return "";
  return `AND (${receivedAt}, ${id}) ${order === "DESC" ? "<" : ">"} (${p.add(from.receivedAt)}::timestamptz, ${p.add(from.id)}::uuid)`;
}
