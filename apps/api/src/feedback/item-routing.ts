import { dayIn } from "@kuultu/domain/day";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { routingDue } from "@kuultu/domain/feedback/routing";
import { afterRoute, type RoutingClass } from "@kuultu/domain/feedback/triage-status";

import type { ItemChange, TriagedItem } from "#feedback/triaged-item";
import type { StoredRoutingRule } from "#routed/routing-rule-queries";

/** What routing makes of an item: its class, since when it is there, and the last day of the clock where one is counted. */
export function itemRouting(
  item: TriagedItem,
  routingClass: RoutingClass,
  rules: readonly StoredRoutingRule[],
  now: Date,
): ItemChange {
  const rule = rules.find((each) => each.routingClass === routingClass);
  const routedOn = dayIn(now);
  return {
    ...afterRoute(item, routingClass),
    routedOn,
    routingDueOn: rule === undefined ? null : routingDue(rule, dayIn(item.receivedAt), routedOn),
  };
}

/** What is left to show to whoever routed an item that is hidden from then on. */
export function withoutText(item: FeedbackDetail): FeedbackDetail {
  const none = { masks: [], titleMasks: [], codings: [], ratings: [], history: [] };
  return { ...item, ...none, firstLine: "", title: "", body: "" };
}
