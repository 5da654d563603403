import { daysBetween, dayIn } from "@kuultu/domain/day";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { FacetCounts, QueueSummary } from "@kuultu/domain/feedback/feedback-view";
import { type FeedbackStatus, isOpen, openStatuses } from "@kuultu/domain/feedback/triage-status";
import { nilId } from "@kuultu/domain/identifier";
import { roundLedger } from "@kuultu/domain/rounds/round-ledger";

import { type Cell, type CountedCells, countedCells, lookedThrough } from "#feedback/feedback-cell-queries";
import { loggedFilter, narrowingOf } from "#feedback/feedback-list-queries";
import { steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { recordAccess } from "#history/record-access";
import type { Scope } from "#trpc/scope";

/** What `capAt` is where every count is exact. */
const uncapped = 2_147_483_647;

const facetNames = ["status", "kind", "source", "channelId", "serviceId", "language"] as const;
type FacetName = (typeof facetNames)[number];

/** The values under which a cell counts. */
const keysOf: Readonly<Record<FacetName, (cell: Cell) => readonly (string | null)[]>> = {
  status: (cell) => [cell.status, isOpen(cell.status) ? "open" : "processed"],
  kind: (cell) => [cell.kind],
  source: (cell) => [cell.source],
  channelId: (cell) => [cell.channel_id],
  serviceId: (cell) => [cell.service_id],
  language: (cell) => [cell.language],
};

/**
 * The counts beside the filters: each facet counted under the other filters, its own left out. Where more items match a search or a
 * theme than are looked through, counts from `capAt` on are lower bounds; those below are exact. A search stands in the access log.
 */
export function countFeedback(scope: Scope, filter: FeedbackFilter, most = lookedThrough): Promise<FacetCounts> {
  const narrowing = narrowingOf(scope);
  return scope.transaction(async (tx) => {
    if (filter.search !== undefined) {
      await recordAccess(tx, scope, { purpose: "search", itemIds: [], details: loggedFilter(scope, filter) });
    }
    const { status, kind, source, channelId, serviceId, language, ...steady } = filter;
    const chosen = { status, kind, source, channelId, serviceId, language };
    const whole = await countedCells(tx, narrowing, steady, most);
    const under = async (facet: FacetName | null): Promise<CountedCells> => {
      const others = { ...chosen, ...(facet === null ? {} : { [facet]: undefined }) };
      const applied = facetNames.filter((name) => others[name] !== undefined);
      if (applied.length === 0) return whole;
      if (!whole.complete) return countedCells(tx, narrowing, { ...steady, ...others }, most);
      const cells = whole.cells.filter((cell) =>
        applied.every((name) => keysOf[name](cell).includes(others[name] ?? null)),
      );
      return { cells, complete: true };
    };
    const all = await under(null);
    const groups = new Map<FacetName, CountedCells>();
    for (const facet of facetNames) groups.set(facet, chosen[facet] === undefined ? all : await under(facet));
    return facetCounts(all, groups, chosen);
  });
}

function facetCounts(
  all: CountedCells,
  groups: ReadonlyMap<FacetName, CountedCells>,
  chosen: Readonly<Partial<Record<FacetName, string | undefined>>>,
): FacetCounts {
  const total = all.cells.reduce((sum, cell) => sum + cell.count, 0);
  const bounds: number[] = [];
  const counts = (facet: FacetName): Record<string, number> => {
    const { cells, complete } = groups.get(facet) ?? all;
    const sums: Record<string, number> = {};
    for (const cell of cells) {
      for (const key of keysOf[facet](cell)) {
        if (key !== null && key !== nilId) sums[key] = (sums[key] ?? 0) + cell.count;
      }
    }
    const own = chosen[facet];
    if (!complete) {
      bounds.push(...Object.entries(sums).flatMap(([key, count]) => (key === own && all.complete ? [] : [count])));
      // The value that is chosen was counted with all other filters already, perhaps to the end.
      if (own !== undefined && total > 0) sums[own] = Math.max(total, sums[own] ?? 0);
    }
    return sums;
  };
  const byFacet = {
    status: counts("status"),
    kind: counts("kind"),
    source: counts("source"),
    channelId: counts("channelId"),
    serviceId: counts("serviceId"),
    language: counts("language"),
  };
  return { total, capAt: Math.min(uncapped, ...bounds, ...(all.complete ? [] : [total])), ...byFacet };
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
