import type pg from "pg";

import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";

import { chosenFacets } from "#feedback/counts/facet-roll-up-queries";
import { facetColumns, isColumnFacet } from "#feedback/counts/facet-tally";
import { countFeedback } from "#feedback/counts/feedback-count-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { codedTo, type Narrowing, statusesOf } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import type { BenchOrganisation } from "#testing/bench-data";
import type { BenchWorld } from "#testing/bench-world";
import { type Comparison, contend, type Wanted } from "#testing/comparison";
import type { Scope } from "#trpc/scope";

const limits = { none: 0.02, one: 0.02, several: 0.3 } as const;

/** Filters by how many facets they choose a value of; the values are frequent ones, so that much remains to be counted. */
function filtersOf(at: BenchOrganisation): readonly (readonly [keyof typeof limits, string, FeedbackFilter])[] {
  const [channelId] = at.channelIds;
  const [serviceId, otherServiceId] = at.serviceIds;
  const [siteId] = at.siteIds;
  const [themeId] = at.themeIds;
  const [assigneeId] = at.staffIds;
  const [roundId] = at.roundIds;
  const [customerGroupId] = at.customerGroupIds;
  return [
    ["none", "none", {}],
    ["one", "open", { status: "open" }],
    ["one", "channel", { channelId }],
    ["one", "theme", { themeId }],
    ["one", "assignee", { assigneeId }],
    ["several", "open-in-channel", { status: "open", channelId }],
    ["several", "processed-in-language", { status: "processed", language: "fi" }],
    ["several", "site-of-group", { siteId, customerGroupId }],
    ["several", "theme-of-service", { themeId, serviceId: otherServiceId, status: "processed" }],
    ["several", "round-kind-service", { roundId, kind: "complaint", serviceId }],
    ["several", "assignee-open", { assigneeId, status: "open" }],
    ["several", "days-in-channel", { channelId, receivedFrom: "2021-01-01", receivedTo: "2021-06-30" }],
  ];
}

/** All counts beside the filters, against one grouping of the rows by every facet. */
export async function* benchCounts(
  { bare }: BenchWorld,
  { scope, organisation, size }: { scope: Scope; organisation: BenchOrganisation; size: number },
  wanted: Wanted,
): AsyncGenerator<Comparison> {
  for (const [kind, name, filter] of filtersOf(organisation)) {
    if (!wanted(`feedback.counts.${kind}.${name}`)) continue;
    yield await contend({
      name: `feedback.counts.${kind}.${name}`,
      size,
      limit: limits[kind],
      runs: 5,
      warm: 1,
      ours: () => countFeedback(scope, filter),
      plain: () => plainCounts(bare, narrowingOf(scope), filter),
    });
  }
}

/** GROUPING SETS over the rows in one statement: each facet under the other filters, its own left out. */
async function plainCounts(client: pg.Client, narrowing: Narrowing, filter: FeedbackFilter): Promise<void> {
  const p = new Parameters();
  const organisation = `${p.add(narrowing.organisationId)}::uuid`;
  const chosen = chosenFacets(filter);
  const misses = chosen.map((facet) => {
    const value = facet === "status" ? statusesOf(filter) : filter[facet];
    if (facet === "themeId") return [facet, `(NOT ${codedTo(p, narrowing, String(value))})`] as const;
    if (!isColumnFacet(facet)) throw new Error(facet);
    const matches = facet === "status" ? `= ANY(${p.add(value)})` : `= ${p.add(value)}`;
    return [facet, `(i.${facetColumns[facet]} ${matches}) IS NOT TRUE`] as const;
  });
  const missed = misses.length === 0 ? "0" : misses.map(([, sql]) => `(${sql})::int`).join(" + ");
  const days =
    filter.receivedFrom === undefined
      ? ""
      : `AND i.received_at >= ${p.add(filter.receivedFrom)}::timestamptz AND i.received_at < ${p.add(filter.receivedTo)}::timestamptz + interval '1 day'`;
  const own = misses.map(([facet, sql]) => `(${sql}) AS "missed ${facet}"`);
  const counts = misses.map(([facet]) => `count(*) FILTER (WHERE missed = 0 OR "missed ${facet}") AS "under ${facet}"`);
  const columns = Object.values(facetColumns).filter((column) => column !== "assignee_id");
  const text = `
    WITH item AS MATERIALIZED (
      SELECT * FROM (
        SELECT i.id, ${columns.map((column) => `i.${column}`).join(", ")},
               CASE WHEN i.assignee_id IS NULL AND i.team_id IS NULL THEN 'nobody' ELSE i.assignee_id::text END AS assignee_id,
               ${[...own, `${missed} AS missed`].join(", ")}
          FROM feedback_item i WHERE i.organisation_id = ${organisation} AND i.status_reason IS DISTINCT FROM 'whistleblowing' ${days}) AS compared
       WHERE missed <= 1)
    SELECT ${["assignee_id", ...columns, "count(*) FILTER (WHERE missed = 0) AS count", ...counts].join(", ")}
      FROM item GROUP BY GROUPING SETS ((), (assignee_id), ${columns.map((column) => `(${column})`).join(", ")})`;
  const themes = `${text.slice(0, text.lastIndexOf("SELECT"))}
    SELECT c.theme_id, count(DISTINCT item.id) FILTER (WHERE missed = 0) AS count FROM item
      JOIN coding c ON c.organisation_id = ${organisation} AND c.item_id = item.id GROUP BY 1`;
  await client.query(`BEGIN; SET LOCAL app.organisation = '${narrowing.organisationId}'`);
  await client.query({ ...namedStatement("plain", text, p), values: p.values });
  await client.query({ ...namedStatement("plain-themes", themes, p), values: p.values });
  await client.query("COMMIT");
}
