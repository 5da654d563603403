import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import type { RoutedPageInput } from "@kuultu/domain/feedback/routed-step";
import type { RoutedDetail, RoutedPage, RoutedStub, RoutedSummary } from "@kuultu/domain/feedback/routed-view";
import { type RoutingClass, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { reachFor } from "@kuultu/domain/staff/permission";

import { hiddenRepeats } from "#feedback/duplicates/hidden-repeats";
import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { handledClasses, isHandled } from "#routed/registrar";
import { readStubCursor, writeStubCursor } from "#routed/stub-cursor";
import { loadRoutingRules } from "#routed/routing-rule-queries";
import type { Scope } from "#trpc/scope";

interface StubColumns {
  readonly id: string;
  readonly routing_class: RoutingClass;
  readonly received_at: Date;
  readonly routed_on: string;
  readonly routing_due_on: string | null;
  readonly routing_acknowledged_on: string | null;
  readonly routing_settled_on: string | null;
  readonly service_id: string | null;
  readonly site_id: string | null;
  readonly version: number;
  readonly sorted_on: string;
}

/** Stubs of what was routed to the registrar's classes: no text, so nothing to log. */
export function listRouted(scope: Scope, input: RoutedPageInput): Promise<RoutedPage> {
  return scope.transaction(async (tx) => {
    const p = new Parameters();
    const { settled, limit } = input;
    const classes = await handledClasses(tx, scope);
    const wanted = input.routingClass === undefined ? classes : classes.filter((each) => each === input.routingClass);
    const sortedOn = settled ? "i.routing_settled_on" : "coalesce(i.routing_due_on, i.routed_on)";
    const conditions = handledConditions(p, scope, wanted);
    conditions.push(`i.routing_settled_on IS ${settled ? "NOT NULL" : "NULL"}`);
    if (input.cursor != null) {
      const { day, id } = readStubCursor(input.cursor);
      conditions.push(`(${sortedOn}, i.id) ${settled ? "<" : ">"} (${p.add(day)}::date, ${p.add(id)}::uuid)`);
    }
    const order = settled ? "DESC" : "ASC";
    const text = `SELECT i.id, i.status_reason AS routing_class, i.received_at, i.routed_on, i.routing_due_on, i.routing_acknowledged_on,
          i.routing_settled_on, i.service_id, i.site_id, i.version, ${sortedOn} AS sorted_on
        FROM feedback_item i WHERE ${conditions.join(" AND ")}
       ORDER BY sorted_on ${order}, i.id ${order} LIMIT ${p.add(limit + 1)}::int`;
    const rows = await tx.sql<StubColumns>(namedStatement("routed.list", text, p));
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      stubs: shown.map(stub),
      nextCursor: last === undefined ? null : writeStubCursor({ day: last.sorted_on, id: last.id }),
    };
  });
}

function handledConditions(p: Parameters, scope: Scope, classes: readonly RoutingClass[]): string[] {
  const reach = reachFor(scope.staff, "routed.handle");
  if (reach === null) throw new RuleViolation("not-permitted", { permission: "routed.handle" });
  const conditions = [
    `i.organisation_id = ${p.add(scope.organisation.id)}::uuid`,
    "i.status = 'routed'",
    "i.routed_on IS NOT NULL",
    `i.status_reason = ANY(${p.add(classes)}::text[])`,
  ];
  if (!reach.wholeOrganisation) {
    conditions.push(
      `(i.service_id = ANY(${p.add(reach.serviceIds)}::uuid[]) OR i.site_id = ANY(${p.add(reach.siteIds)}::uuid[]))`,
    );
  }
  return conditions;
}

function stub(row: StubColumns): RoutedStub {
  return {
    id: row.id,
    routingClass: row.routing_class,
    receivedAt: row.received_at.toISOString(),
    routedOn: row.routed_on,
    dueOn: row.routing_due_on,
    acknowledgedOn: row.routing_acknowledged_on,
    settledOn: row.routing_settled_on,
    serviceId: row.service_id,
    siteId: row.site_id,
    version: row.version,
  };
}

/** What waits for the registrar, by class; every class that they handle is there, with 0 too. */
export function summariseRouted(scope: Scope): Promise<RoutedSummary> {
  return scope.transaction(async (tx) => {
    const p = new Parameters();
    const classes = await handledClasses(tx, scope);
    const today = p.add(dayIn(scope.now));
    const text = `SELECT i.status_reason AS routing_class, count(*)::int AS waiting,
          count(*) FILTER (WHERE i.routing_due_on < ${today}::date)::int AS overdue
        FROM feedback_item i WHERE ${handledConditions(p, scope, classes).join(" AND ")} AND i.routing_settled_on IS NULL
       GROUP BY 1`;
    const rows = await tx.sql<{ routing_class: RoutingClass; waiting: number; overdue: number }>(
      namedStatement("routed.summary", text, p),
    );
    const of = (routingClass: RoutingClass) => rows.find((row) => row.routing_class === routingClass);
    return {
      waiting: rows.reduce((sum, row) => sum + row.waiting, 0),
      overdue: rows.reduce((sum, row) => sum + row.overdue, 0),
      byClass: classes.map((routingClass) => ({ routingClass, waiting: of(routingClass)?.waiting ?? 0 })),
    };
  });
}

/** One stub with its text. Reading it is logged. `not-found` for any that is not the registrar's to handle. */
export function readRouted(scope: Scope, itemId: string): Promise<RoutedDetail> {
  return scope.transaction(async (tx) => {
    const detail = await routedDetail(tx, scope, itemId);
    if (detail === null) throw new RuleViolation("not-found");
    await logRead(tx, scope, [itemId, ...detail.repeats.map(({ id }) => id)]);
    return detail;
  });
}

/** The routed item as its registrar sees it; null where it is not theirs (any more). */
export async function routedDetail(
  tx: OrganisationTransaction,
  scope: Scope,
  itemId: string,
): Promise<RoutedDetail | null> {
  const item = await feedbackDetail(tx, itemId);
  if (!isHandled(scope, await handledClasses(tx, scope), item)) return null;
  const routingClass = routingClasses.find((each) => each === item.statusReason);
  const rule = (await loadRoutingRules(tx)).find((each) => each.routingClass === routingClass);
  if (routingClass === undefined || item.routedOn === null) return null;
  return {
    id: item.id,
    routingClass,
    receivedAt: item.receivedAt,
    routedOn: item.routedOn,
    dueOn: item.routingDueOn,
    acknowledgedOn: item.routingAcknowledgedOn,
    settledOn: item.routingSettledOn,
    serviceId: item.serviceId,
    siteId: item.siteId,
    version: item.version,
    language: item.language,
    title: item.title,
    body: item.body,
    masks: item.masks,
    titleMasks: item.titleMasks,
    repeats: await hiddenRepeats(tx, item),
    history: item.history,
    toAcknowledge: rule?.outcome != null && item.routingAcknowledgedOn === null && item.routingSettledOn === null,
  };
}
