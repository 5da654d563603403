import { dayIn, startOfDay, startOfNextDay } from "@kuultu/domain/day";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import { isOpen, openStatuses, processedStatuses } from "@kuultu/domain/feedback/triage-status";
import type { Reach } from "@kuultu/domain/staff/permission";

import { undeliveredSql } from "#feedback/answers/answer-record";
import type { Parameters } from "#feedback/named-statement";
import type { WordAnalyser } from "#search/word-analyser";

/** What a query is narrowed by besides the filter: the organisation, how far the reader reaches, and the reader's now. */
export interface Narrowing {
  /** What the filter's words are found by. */
  readonly analyser: WordAnalyser;
  readonly organisationId: string;
  readonly reach: Reach;
  readonly now: Date;
}

/** Where an answer may still be to come. */
const unansweredStatuses: readonly FeedbackStatus[] = [...openStatuses, "categorised"];

/** Whether another clock than that for triage has run out, as the small indexes of the two have it. `today`: a parameter. */
export function pastClockCondition(clock: "answer" | "routing", today: string): string {
  return clock === "answer"
    ? `i.answer_due_on < ${today}::date AND i.status IN ('new', 'in_review', 'waiting', 'categorised')`
    : `i.routing_due_on < ${today}::date AND i.routing_settled_on IS NULL AND i.status = 'routed'`;
}

/** The statuses that a filter means; null where it means all. */
export function statusesOf(filter: FeedbackFilter): readonly FeedbackStatus[] | null {
  if (filter.status === undefined) {
    if (filter.pastTarget === true) return openStatuses;
    return filter.pastClock === "answer" ? unansweredStatuses : filter.pastClock === "routing" ? ["routed"] : null;
  }
  const chosen =
    filter.status === "open" ? openStatuses : filter.status === "processed" ? processedStatuses : [filter.status];
  return filter.pastTarget === true ? chosen.filter(isOpen) : chosen;
}

/** Named outright, so that the planner knows how rare they are whatever plan it keeps for a prepared statement. */
export function statusCondition(statuses: readonly FeedbackStatus[]): string {
  return `i.status IN (${statuses.map((status) => `'${status}'`).join(", ")})`;
}

/** Conditions on `feedback_item i` that stay the same whichever facet is counted: boundary, reach, time, round, site, group, whose it is, import. */
export function steadyConditions(p: Parameters, narrowing: Narrowing, filter: FeedbackFilter): string[] {
  const conditions = [
    `i.organisation_id = ${p.add(narrowing.organisationId)}::uuid`,
    // A whistleblowing report is hidden from whoever reads the queue.
    "i.status_reason IS DISTINCT FROM 'whistleblowing'",
  ];
  if (!narrowing.reach.wholeOrganisation) {
    const { serviceIds, siteIds } = narrowing.reach;
    conditions.push(`(i.service_id = ANY(${p.add(serviceIds)}::uuid[]) OR i.site_id = ANY(${p.add(siteIds)}::uuid[]))`);
  }
  if (filter.roundId !== undefined) conditions.push(`i.round_id = ${p.add(filter.roundId)}::uuid`);
  if (filter.siteId !== undefined) conditions.push(`i.site_id = ${p.add(filter.siteId)}::uuid`);
  if (filter.customerGroupId !== undefined)
    conditions.push(`i.customer_group_id = ${p.add(filter.customerGroupId)}::uuid`);
  if (filter.assigneeId === "nobody") conditions.push("i.assignee_id IS NULL", "i.team_id IS NULL");
  else if (filter.assigneeId !== undefined) conditions.push(`i.assignee_id = ${p.add(filter.assigneeId)}::uuid`);
  if (filter.teamId !== undefined) conditions.push(`i.team_id = ${p.add(filter.teamId)}::uuid`);
  if (filter.importId !== undefined) conditions.push(`i.import_id = ${p.add(filter.importId)}::uuid`);
  conditions.push(...receivedConditions(p, filter, "i.received_at"));
  if (filter.pastClock !== undefined)
    conditions.push(pastClockCondition(filter.pastClock, p.add(dayIn(narrowing.now))));
  if (filter.undelivered === true)
    conditions.push(`i.id = ANY(ARRAY(${undeliveredSql(p.add(narrowing.organisationId))}))`);
  if (filter.pastTarget === true) conditions.push(`i.triage_due_on < ${p.add(dayIn(narrowing.now))}::date`);
  return conditions;
}

/** Conditions on when an item was received; `column`: of the item, or copied beside what links to it. */
export function receivedConditions(p: Parameters, filter: FeedbackFilter, column: string): string[] {
  const { receivedFrom, receivedTo } = filter;
  return [
    ...(receivedFrom === undefined ? [] : [`${column} >= ${p.add(startOfDay(receivedFrom))}::timestamptz`]),
    ...(receivedTo === undefined ? [] : [`${column} < ${p.add(startOfNextDay(receivedTo))}::timestamptz`]),
  ];
}

/** Conditions on the facets that are counted beside the list, the status apart: a list walks each status by itself. */
export function facetConditions(p: Parameters, filter: FeedbackFilter): string[] {
  const conditions: string[] = [];
  if (filter.kind !== undefined) conditions.push(`i.kind = ${p.add(filter.kind)}`);
  if (filter.source !== undefined) conditions.push(`i.source = ${p.add(filter.source)}`);
  if (filter.channelId !== undefined) conditions.push(`i.channel_id = ${p.add(filter.channelId)}::uuid`);
  if (filter.serviceId !== undefined) conditions.push(`i.service_id = ${p.add(filter.serviceId)}::uuid`);
  if (filter.language !== undefined) conditions.push(`i.language = ${p.add(filter.language)}`);
  return conditions;
}

/** Whether an item (`i`) is coded to the theme. */
export function codedTo(p: Parameters, narrowing: Narrowing, themeId: string): string {
  return `EXISTS (SELECT FROM coding c WHERE c.organisation_id = ${p.add(narrowing.organisationId)}::uuid
    AND c.item_id = i.id AND c.theme_id = ${p.add(themeId)}::uuid)`;
}
