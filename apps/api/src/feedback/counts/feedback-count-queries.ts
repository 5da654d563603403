import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { daysBetween, dayIn } from "@kuultu/domain/day";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import {
  type CountedFacet,
  countedFacets,
  type FacetCounts,
  type QueueSummary,
} from "@kuultu/domain/feedback/feedback-view";
import { type FeedbackStatus, feedbackStatuses, isOpen, openStatuses } from "@kuultu/domain/feedback/triage-status";
import { roundLedger } from "@kuultu/domain/rounds/round-ledger";

import { severalTally } from "#feedback/counts/facet-difference";
import { planForBounds } from "#feedback/counts/bounded-plan";
import { beyondRollUps, chosenFacets, type PairTallies, pairTallies } from "#feedback/counts/facet-roll-up-queries";
import { lookedThrough, pastTargetTally, rowTally } from "#feedback/counts/facet-row-queries";
import type { Tally, Wanted } from "#feedback/counts/facet-tally";
import { loggedFilter, narrowingOf } from "#feedback/feedback-list-queries";
import { pastClockCondition, type Narrowing, statusCondition, steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { byRoundSql } from "#feedback/counts/pair-roll-up";
import { recordAccess } from "#history/record-access";
import type { Scope } from "#trpc/scope";

/**
 * The counts beside the filters: each facet counted under the other filters, its own left out. Exactly, with the help of the
 * roll-ups, where these know all that is filtered by; else from the items, of which a bounded number is looked through. A search stands in the access log.
 */
export function countFeedback(scope: Scope, filter: FeedbackFilter, most = lookedThrough): Promise<FacetCounts> {
  const narrowing = narrowingOf(scope);
  return scope.transaction(async (tx) => {
    // Counts from different statements are added and taken off each other: all must see the same moment.
    await tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", []);
    await planForBounds(tx);
    if (filter.search !== undefined) {
      await recordAccess(tx, scope, { purpose: "search", itemIds: [], details: loggedFilter(scope, filter) });
    }
    const chosen = chosenFacets(filter);
    const pairs = rollUpsKnow(narrowing, filter) ? await pairTallies(tx, filter) : null;
    const under = (narrowed: FeedbackFilter, wanted: readonly Wanted[]) =>
      talliesUnder(tx, narrowing, narrowed, new Set(wanted), { most, pairs });
    const others = countedFacets.filter((facet) => !chosen.includes(facet));
    const all = await under(filter, filter.pastTarget === true ? others : [...others, "pastTarget"]);
    const byFacet = new Map<Wanted, Tally>();
    for (const facet of chosen) {
      const tallies = await under({ ...filter, [facet]: undefined }, [facet]);
      const tally = tallies.find(({ counts }) => counts.has(facet));
      if (tally !== undefined) byFacet.set(facet, tally);
    }
    return facetCounts(filter, all, byFacet);
  });
}

export function rollUpsKnow(narrowing: Narrowing, filter: FeedbackFilter): boolean {
  return narrowing.reach.wholeOrganisation && !beyondRollUps(filter);
}

/** The wanted facets under a filter, from the best source that knows them. `pairs`: null where only the items know. The first tally has the total. */
async function talliesUnder(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FeedbackFilter,
  wanted: ReadonlySet<Wanted>,
  { most, pairs }: { readonly most: typeof lookedThrough; readonly pairs: PairTallies | null },
): Promise<Tally[]> {
  if (pairs === null) return [await rowTally(tx, narrowing, filter, wanted, { most })];
  const facets = new Set([...wanted].filter((name) => name !== "pastTarget"));
  return [
    await severalTally(tx, narrowing, filter, facets, { most, pairs }),
    ...(wanted.has("pastTarget") ? [await pastTargetTally(tx, narrowing, filter)] : []),
  ];
}

function facetCounts(filter: FeedbackFilter, all: readonly Tally[], byFacet: ReadonlyMap<Wanted, Tally>): FacetCounts {
  const [whole] = all;
  const total = whole?.total ?? 0;
  const capped = new Set<CountedFacet | "total" | "pastTarget">(whole?.complete === false ? ["total"] : []);
  const tallyOf = (facet: Wanted) => byFacet.get(facet) ?? all.find(({ counts }) => counts.has(facet));
  const countsOf = (facet: CountedFacet): Record<string, number> => {
    const tally = tallyOf(facet);
    const counts = { ...tally?.counts.get(facet) };
    if (facet === "status") addGroups(counts);
    if (tally?.complete === false) {
      capped.add(facet);
      // The value that is chosen was counted with all other filters already, perhaps to the end.
      const own = filter[facet];
      if (own !== undefined && total > 0) counts[own] = Math.max(total, counts[own] ?? 0);
    }
    return counts;
  };
  const late = filter.pastTarget === true ? whole : tallyOf("pastTarget");
  if (late?.complete === false) capped.add("pastTarget");
  const pastTarget = filter.pastTarget === true ? total : (late?.counts.get("pastTarget")?.["yes"] ?? 0);
  return {
    total,
    pastTarget,
    status: countsOf("status"),
    kind: countsOf("kind"),
    source: countsOf("source"),
    channelId: countsOf("channelId"),
    serviceId: countsOf("serviceId"),
    siteId: countsOf("siteId"),
    customerGroupId: countsOf("customerGroupId"),
    language: countsOf("language"),
    roundId: countsOf("roundId"),
    themeId: countsOf("themeId"),
    assigneeId: countsOf("assigneeId"),
    teamId: countsOf("teamId"),
    capped: [...capped],
  };
}

/** Open and processed are sums of statuses. */
function addGroups(counts: Record<string, number>): void {
  for (const status of feedbackStatuses) {
    const count = counts[status] ?? 0;
    const group = isOpen(status) ? "open" : "processed";
    if (count > 0) counts[group] = (counts[group] ?? 0) + count;
  }
}

interface SummaryColumns {
  readonly counts: Partial<Record<FeedbackStatus, number>>;
  readonly oldest: Date | null;
  readonly past_target: number;
  readonly past_answer: number;
  readonly past_routing: number;
}

/** The truth above the queue: the ledger, the age of the oldest open item, and how many are past each of the clocks. */
export async function summariseQueue(scope: Scope, roundId: string | null): Promise<QueueSummary> {
  const narrowing = narrowingOf(scope);
  const p = new Parameters();
  const today = dayIn(scope.now);
  const filter: FeedbackFilter = roundId === null ? {} : { roundId };
  const conditions = steadyConditions(p, narrowing, filter).join(" AND ");
  const round = roundId === null ? "" : `WHERE round_id = ${p.add(roundId)}::uuid`;
  // The ledger counts every item, hidden ones too: it must add up.
  const byStatus = narrowing.reach.wholeOrganisation
    ? `SELECT status, sum(count) AS count FROM ${byRoundSql(p.add(scope.organisation.id))} AS item ${round} GROUP BY status`
    : `SELECT i.status, count(*) AS count FROM feedback_item i WHERE ${conditions} GROUP BY i.status`;
  const oldest = openStatuses.map(
    (status) =>
      `(SELECT i.received_at FROM feedback_item i WHERE ${conditions} AND i.status = '${status}' ORDER BY i.received_at, i.id LIMIT 1)`,
  );
  const late = (clock: "answer" | "routing"): string =>
    `(SELECT count(*)::int FROM feedback_item i WHERE ${conditions} AND ${pastClockCondition(clock, p.add(today))})`;
  const text = `
    SELECT (SELECT coalesce(jsonb_object_agg(status, count), '{}') FROM (${byStatus}) AS by_status) AS counts,
           least(${oldest.join(", ")}) AS oldest,
           (SELECT count(*)::int FROM feedback_item i WHERE ${conditions} AND ${statusCondition(openStatuses)}
              AND i.triage_due_on < ${p.add(today)}::date) AS past_target,
           ${late("answer")} AS past_answer, ${late("routing")} AS past_routing`;
  const [row] = await scope.transaction((tx) => tx.sql<SummaryColumns>(namedStatement("feedback.summary", text, p)));
  return {
    ledger: roundLedger(row?.counts ?? {}),
    oldestDays: row?.oldest == null ? null : Math.max(0, daysBetween(dayIn(row.oldest), today)),
    pastTarget: row?.past_target ?? 0,
    pastAnswer: row?.past_answer ?? 0,
    pastRouting: row?.past_routing ?? 0,
  };
}
