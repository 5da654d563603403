import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { daysBetween, dayIn } from "@kuultu/domain/day";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { FacetCounts, QueueSummary } from "@kuultu/domain/feedback/feedback-view";
import { type FeedbackStatus, isOpen, openStatuses } from "@kuultu/domain/feedback/triage-status";
import { nilId } from "@kuultu/domain/identifier";
import { roundLedger } from "@kuultu/domain/rounds/round-ledger";

import { narrowingOf } from "#feedback/feedback-list-queries";
import { codedTo, type Narrowing, statusesOf, steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { searchQuerySql, searchTerms } from "#feedback/search-vector";
import type { Scope } from "#trpc/scope";

/** Items with the same facets, and how many. */
interface Cell {
  readonly status: FeedbackStatus;
  readonly kind: string;
  readonly source: string;
  readonly channel_id: string | null;
  readonly service_id: string | null;
  readonly language: string;
  readonly count: number;
}

/** Every count is exact, so no count ever stands for "that many or more". */
const capAt = 2_147_483_647;

/** The counts beside the filters: each facet counted under the other filters, its own left out. */
export async function countFeedback(scope: Scope, filter: FeedbackFilter): Promise<FacetCounts> {
  const narrowing = narrowingOf(scope);
  const cells = await scope.transaction((tx) =>
    cubeAnswers(narrowing, filter) ? cubeCells(tx, filter) : itemCells(tx, narrowing, filter),
  );
  const statuses = statusesOf(filter);
  const tests: Readonly<Record<string, (cell: Cell) => boolean>> = {
    status: (cell) => statuses === null || statuses.includes(cell.status),
    kind: (cell) => filter.kind === undefined || cell.kind === filter.kind,
    source: (cell) => filter.source === undefined || cell.source === filter.source,
    channelId: (cell) => filter.channelId === undefined || cell.channel_id === filter.channelId,
    serviceId: (cell) => filter.serviceId === undefined || cell.service_id === filter.serviceId,
    language: (cell) => filter.language === undefined || cell.language === filter.language,
  };
  const sum = (facet: string | null, keysOf: (cell: Cell) => readonly (string | null)[]) => {
    const others = Object.entries(tests).flatMap(([name, test]) => (name === facet ? [] : [test]));
    const counts: Record<string, number> = {};
    for (const cell of cells) {
      if (!others.every((test) => test(cell))) continue;
      for (const key of keysOf(cell)) if (key !== null && key !== nilId) counts[key] = (counts[key] ?? 0) + cell.count;
    }
    return counts;
  };
  return {
    total: sum(null, () => ["total"])["total"] ?? 0,
    capAt,
    status: sum("status", (cell) => [cell.status, isOpen(cell.status) ? "open" : "processed"]),
    kind: sum("kind", (cell) => [cell.kind]),
    source: sum("source", (cell) => [cell.source]),
    channelId: sum("channelId", (cell) => [cell.channel_id]),
    serviceId: sum("serviceId", (cell) => [cell.service_id]),
    language: sum("language", (cell) => [cell.language]),
  };
}

/** The roll-up knows neither days nor themes nor words, and no sites, by which a reach may be narrowed. */
function cubeAnswers(narrowing: Narrowing, filter: FeedbackFilter): boolean {
  const { themeId, receivedFrom, receivedTo, pastTarget, search } = filter;
  const unknown =
    [themeId, receivedFrom, receivedTo, search].some((value) => value !== undefined) || pastTarget === true;
  return narrowing.reach.wholeOrganisation && !unknown;
}

/** From the roll-up; the hidden whistleblowing reports are taken off, so that counts agree with the list. */
function cubeCells(tx: OrganisationTransaction, filter: FeedbackFilter): Promise<Cell[]> {
  const p = new Parameters();
  const organisationId = p.add(tx.organisationId);
  const round = filter.roundId === undefined ? "" : `AND round_id = ${p.add(filter.roundId)}::uuid`;
  const facets = "status, kind, source, channel_id, service_id, language";
  const text = `
    SELECT ${facets}, sum(count)::int AS count FROM (
      SELECT ${facets}, count FROM feedback_cube WHERE organisation_id = ${organisationId}::uuid ${round}
      UNION ALL
      SELECT status, kind, source, coalesce(channel_id, '${nilId}'), coalesce(service_id, '${nilId}'), language, -1 FROM feedback_item
       WHERE organisation_id = ${organisationId}::uuid AND status_reason = 'whistleblowing' ${round}) AS counted
    GROUP BY ${facets}`;
  return tx.sql<Cell>(namedStatement("feedback.count-cube", text, p));
}

/** From the items, grouped once whatever the facets chosen. */
function itemCells(tx: OrganisationTransaction, narrowing: Narrowing, filter: FeedbackFilter): Promise<Cell[]> {
  const p = new Parameters();
  const conditions = steadyConditions(p, narrowing, filter);
  if (filter.themeId !== undefined) conditions.push(codedTo(p, narrowing, filter.themeId));
  if (filter.pastTarget === true) conditions.push(`i.status = ANY(${p.add(openStatuses)}::text[])`);
  let items = "feedback_item i";
  if (filter.search !== undefined) {
    const terms = searchTerms(filter.search);
    const query = searchQuerySql(`${p.add(terms.wanted)}::text`, `${p.add(terms.unwanted)}::text`);
    items = `search_feedback_text(${p.add(tx.organisationId)}::uuid, ${query}) f JOIN feedback_item i ON i.organisation_id = ${p.add(tx.organisationId)}::uuid AND i.id = f.item_id`;
  }
  const facets = ["status", "kind", "source", "channel_id", "service_id", "language"]
    .map((facet) => `i.${facet}`)
    .join(", ");
  const text = `SELECT ${facets}, count(*)::int AS count FROM ${items} WHERE ${conditions.join(" AND ")} GROUP BY ${facets}`;
  return tx.sql<Cell>(namedStatement("feedback.count-items", text, p));
}

interface SummaryColumns {
  readonly counts: Partial<Record<FeedbackStatus, number>>;
  readonly oldest: Date | null;
  readonly past_target: number;
}

/** The truth above the queue: the ledger, the age of the oldest open item, and how many are past the target for triage. */
export async function summariseQueue(scope: Scope, roundId: string | null): Promise<QueueSummary> {
  const narrowing = narrowingOf(scope);
  const p = new Parameters();
  const today = dayIn(scope.now);
  const filter: FeedbackFilter = roundId === null ? {} : { roundId };
  const conditions = steadyConditions(p, narrowing, filter).join(" AND ");
  const round = roundId === null ? "" : `AND round_id = ${p.add(roundId)}::uuid`;
  // The ledger counts every item, hidden ones too: it must add up.
  const byStatus = narrowing.reach.wholeOrganisation
    ? `SELECT status, sum(count) AS count FROM feedback_cube WHERE organisation_id = ${p.add(scope.organisation.id)}::uuid ${round} GROUP BY status`
    : `SELECT i.status, count(*) AS count FROM feedback_item i WHERE ${conditions} GROUP BY i.status`;
  const oldest = openStatuses.map(
    (status) =>
      `(SELECT i.received_at FROM feedback_item i WHERE ${conditions} AND i.status = '${status}' ORDER BY i.received_at, i.id LIMIT 1)`,
  );
  const text = `
    SELECT (SELECT coalesce(jsonb_object_agg(status, count), '{}') FROM (${byStatus}) AS by_status) AS counts,
           least(${oldest.join(", ")}) AS oldest,
           (SELECT count(*)::int FROM feedback_item i WHERE ${conditions} AND i.status = ANY(${p.add(openStatuses)}::text[])
              AND i.triage_due_on < ${p.add(today)}::date) AS past_target`;
  const [row] = await scope.transaction((tx) => tx.sql<SummaryColumns>(namedStatement("feedback.summary", text, p)));
  return {
    ledger: roundLedger(row?.counts ?? {}),
    oldestDays: row?.oldest == null ? null : Math.max(0, daysBetween(dayIn(row.oldest), today)),
    pastTarget: row?.past_target ?? 0,
  };
}
