import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { addDays, dayIn, daysBetween, isWorkingDay, startOfDay } from "@kuultu/domain/calendar";
import { homeTimeZone } from "@kuultu/domain/day";
import { type FlowDay, flowDays, type FlowFilter, type FlowView, type OpenItems } from "@kuultu/domain/feedback/flow";
import { forecast, lastWorkingDays, paceDays, twiceTargetFrom } from "@kuultu/domain/feedback/flow-forecast";
import { feedbackSources, openStatuses } from "@kuultu/domain/feedback/triage-status";

import { groupedSql } from "#feedback/counts/facet-tally";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { facetConditions, type Narrowing, statusCondition, steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { nobody, whoseSql } from "#feedback/counts/pair-roll-up";
import type { Scope } from "#trpc/scope";

/** How work comes in and goes out, and what lies open: of the items that the reader may read, hidden reports left out. */
export function feedbackFlow(scope: Scope, filter: FlowFilter): Promise<FlowView> {
  const narrowing = narrowingOf(scope);
  const today = dayIn(scope.now);
  const targetDays = scope.organisation.triageTargetDays;
  return scope.transaction(async (tx) => {
    const days = await dayCounts(tx, narrowing, filter, today);
    const began = await firstProcessed(tx, narrowing, filter);
    const open = await openItems(tx, narrowing, filter, { today, twiceFrom: twiceTargetFrom(today, targetDays) });
    const oldest = await oldestOpen(tx, narrowing, filter);
    const names = await ownerNames(tx);
    const [within, upToTwice, beyond] = ["within", "twice", "beyond"].map((band) => open.of("band", band).open);
    const owners = (facet: "person" | "team") =>
      open.all(facet).flatMap(({ id, ...items }) => (id === null ? [] : [{ id, name: names.get(id) ?? "", ...items }]));
    const processedOn = new Map(days.map(({ day, processed }) => [day, processed]));
    return {
      today,
      days,
      targetDays,
      backlog: {
        open: open.whole.open,
        within: within ?? 0,
        upToTwice: upToTwice ?? 0,
        beyond: beyond ?? 0,
        oldestDays: oldest === null ? null : Math.max(0, daysBetween(dayIn(oldest), today)),
      },
      forecast: forecast({
        today,
        processed: lastWorkingDays(today, paceDays)
          .filter((day) => began !== null && day >= dayIn(began))
          .map((day) => processedOn.get(day) ?? 0),
        processedToday: processedOn.get(today) ?? 0,
        late: open.whole.late,
        due: open.all("due").flatMap(({ id, open: due }) => (id === null ? [] : [{ day: id, open: due }])),
      }),
      people: owners("person").filter(({ id }) => id !== nobody),
      teams: owners("team"),
      nobody: open.of("person", nobody),
      rounds: open.all("round"),
      services: open.all("service"),
      sources: open.all("source").flatMap(({ id, ...items }) => {
        const source = feedbackSources.find((known) => known === id);
        return source === undefined ? [] : [{ id: source, ...items }];
      }),
    };
  });
}

function conditionsOf(p: Parameters, narrowing: Narrowing, filter: FlowFilter): string {
  return [...steadyConditions(p, narrowing, filter), ...facetConditions(p, filter)].join(" AND ");
}

/** Items that came and items that became processed, day by day. */
async function dayCounts(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FlowFilter,
  today: string,
): Promise<FlowDay[]> {
  const first = addDays(today, 1 - flowDays);
  const p = new Parameters();
  const conditions = conditionsOf(p, narrowing, filter);
  const [from, zone] = [`${p.add(startOfDay(first))}::timestamptz`, `${p.add(homeTimeZone)}::text`];
  const byDay = (column: string, received: string, processed: string) => `
    SELECT (i.${column} AT TIME ZONE ${zone})::date AS day, ${received} AS received, ${processed} AS processed
      FROM feedback_item i WHERE ${conditions} AND i.${column} >= ${from} GROUP BY 1`;
  const text = `SELECT day, sum(received)::int AS received, sum(processed)::int AS processed
    FROM (${byDay("received_at", "count(*)", "0")} UNION ALL ${byDay("processed_at", "0", "count(*)")}) AS moved GROUP BY day`;
  const rows = await tx.sql<{ day: string; received: number; processed: number }>(
    namedStatement("feedback.flow-days", text, p),
  );
  const counted = new Map(rows.map((row) => [row.day, row]));
  return Array.from({ length: flowDays }, (_, index) => {
    const day = addDays(first, index);
    const { received = 0, processed = 0 } = counted.get(day) ?? {};
    return { day, working: isWorkingDay(day), received, processed };
  });
}

/** When the first item became processed: no pace reaches further back. */
async function firstProcessed(tx: OrganisationTransaction, narrowing: Narrowing, filter: FlowFilter) {
  const p = new Parameters();
  const text = `SELECT i.processed_at AS at FROM feedback_item i
    WHERE ${conditionsOf(p, narrowing, filter)} AND i.processed_at IS NOT NULL ORDER BY i.processed_at LIMIT 1`;
  const [row] = await tx.sql<{ at: Date }>(namedStatement("feedback.flow-began", text, p));
  return row?.at ?? null;
}

async function oldestOpen(tx: OrganisationTransaction, narrowing: Narrowing, filter: FlowFilter): Promise<Date | null> {
  const p = new Parameters();
  const conditions = conditionsOf(p, narrowing, filter);
  const legs = openStatuses.map(
    (status) =>
      `(SELECT i.received_at FROM feedback_item i WHERE ${conditions} AND i.status = '${status}' ORDER BY i.received_at LIMIT 1)`,
  );
  const text = `SELECT least(${legs.join(", ")}) AS at`;
  const [row] = await tx.sql<{ at: Date | null }>(namedStatement("feedback.flow-oldest", text, p));
  return row?.at ?? null;
}

const openFacets = ["band", "due", "person", "team", "round", "service", "source"] as const;
type OpenFacet = (typeof openFacets)[number];

interface OpenCounts {
  readonly whole: OpenItems;
  of(facet: OpenFacet, value: string): OpenItems;
  /** Every value of a facet, the most first; null: items without one. */
  all(facet: OpenFacet): readonly (OpenItems & { readonly id: string | null })[];
}

/** The open items, grouped once by everything that the flow tells of them. */
async function openItems(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FlowFilter,
  at: { readonly today: string; readonly twiceFrom: string },
): Promise<OpenCounts> {
  const p = new Parameters();
  const conditions = conditionsOf(p, narrowing, filter);
  const [today, twiceFrom] = [`${p.add(at.today)}::date`, `${p.add(at.twiceFrom)}::date`];
  const open = `
    SELECT i.triage_due_on < ${today} AS late,
           CASE WHEN i.triage_due_on >= ${today} THEN 'within' WHEN i.triage_due_on >= ${twiceFrom} THEN 'twice' ELSE 'beyond' END AS band,
           CASE WHEN i.triage_due_on >= ${today} THEN i.triage_due_on END AS due,
           ${whoseSql("i")} AS person,
           i.team_id AS team, i.round_id AS round, i.service_id AS service, i.source
      FROM feedback_item i WHERE ${conditions} AND ${statusCondition(openStatuses)}`;
  const columns = Object.fromEntries(openFacets.map((facet) => [facet, `"${facet}"`]));
  const counts = "count(*)::int AS open, count(*) FILTER (WHERE late)::int AS late";
  const rows = await tx.sql<OpenItems & { facet: OpenFacet | null; value: string | null }>(
    namedStatement("feedback.flow-open", groupedSql(columns, counts, `(${open}) AS item`), p),
  );
  const none: OpenItems = { open: 0, late: 0 };
  const itemsOf = (row: OpenItems | undefined): OpenItems =>
    row === undefined ? none : { open: row.open, late: row.late };
  return {
    whole: itemsOf(rows.find(({ facet }) => facet === null)),
    of: (name, value) => itemsOf(rows.find((row) => row.facet === name && row.value === value)),
    all: (name) =>
      rows
        .filter(({ facet }) => facet === name)
        .map((row) => ({ id: row.value, ...itemsOf(row) }))
        .toSorted((a, b) => b.open - a.open || ((a.id ?? "") < (b.id ?? "") ? -1 : 1)),
  };
}

async function ownerNames(tx: OrganisationTransaction): Promise<ReadonlyMap<string, string>> {
  const wanted = { where: { organisationId: tx.organisationId }, select: { id: true, name: true } };
  const [people, teams] = [await tx.staff.findMany(wanted), await tx.team.findMany(wanted)];
  return new Map([...people, ...teams].map(({ id, name }) => [id, name]));
}
