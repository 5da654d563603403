import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { statutoryDue } from "@kuultu/domain/calendar";
import { dayIn } from "@kuultu/domain/day";
import type {
  acknowledgeRoutedSchema,
  returnRoutedSchema,
  settleRoutedSchema,
} from "@kuultu/domain/feedback/routed-step";
import type { RoutedStepResult } from "@kuultu/domain/feedback/routed-view";
import { afterReturn } from "@kuultu/domain/feedback/triage-status";
import type { undoSchema } from "@kuultu/domain/feedback/triage-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { lockFamilies } from "#feedback/duplicates/hidden-repeats";
import { type Decision, step } from "#feedback/feedback-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import type { TriagedItem } from "#feedback/triaged-item";
import { handledClasses, isHandled, lockRouted } from "#routed/registrar";
import { routedDetail } from "#routed/routed-queries";
import { loadRoutingRules, type StoredRoutingRule } from "#routed/routing-rule-queries";
import type { Scope } from "#trpc/scope";

/** Back to the triagers, with a written reason: it did not belong there. What repeats it comes back with it. */
export function returnRouted(scope: Scope, input: z.infer<typeof returnRoutedSchema>): Promise<RoutedStepResult> {
  return registrarStep(
    scope,
    input,
    (item) => ({
      change: "feedback.returned",
      becomes: afterReturn(item, input.reason),
      texts: { reason: input.reason },
    }),
    (tx) => lockFamilies(tx, [input.itemId]),
  );
}

/** Its sender has been told that it arrived: the clock of the outcome begins. `feedback.not-to-acknowledge` in other classes. */
export function acknowledgeRouted(
  scope: Scope,
  input: z.infer<typeof acknowledgeRoutedSchema>,
): Promise<RoutedStepResult> {
  return registrarStep(scope, input, (item, rules) => {
    const outcome = rules.find(({ routingClass }) => routingClass === item.statusReason)?.outcome ?? null;
    refuseSettled(item);
    if (outcome === null || item.routingAcknowledgedOn !== null) throw new RuleViolation("feedback.not-to-acknowledge");
    const today = dayIn(scope.now);
    return {
      change: "feedback.acknowledged",
      becomes: { routingAcknowledgedOn: today, routingDueOn: statutoryDue(today, outcome) },
    };
  });
}

/** The end of the stub: it was done where it went. It stays routed in every ledger. */
export function settleRouted(scope: Scope, input: z.infer<typeof settleRoutedSchema>): Promise<RoutedStepResult> {
  return registrarStep(scope, input, (item) => {
    refuseSettled(item);
    return { change: "feedback.settled", becomes: { routingSettledOn: dayIn(scope.now) } };
  });
}

function refuseSettled(item: TriagedItem): void {
  if (item.routingSettledOn !== null) throw new RuleViolation("feedback.already-settled");
}

async function registrarStep(
  scope: Scope,
  seen: { readonly itemId: string; readonly version: number },
  decide: (item: TriagedItem, rules: readonly StoredRoutingRule[]) => Decision,
  lockBefore?: (tx: OrganisationTransaction) => Promise<void>,
): Promise<RoutedStepResult> {
  const { stepId } = await step(
    scope,
    seen,
    async (item, tx) => decide(item, await loadRoutingRules(tx)),
    async (tx) => {
      await lockBefore?.(tx);
      return lockRouted(tx, scope, seen.itemId);
    },
  );
  return { item: await scope.transaction((tx) => routedDetail(tx, scope, seen.itemId)), stepId };
}

/** Takes back a step of one's own in the registrar's room; also a return, as long as nobody has gone on with the item. */
export async function undoRouted(scope: Scope, input: z.infer<typeof undoSchema>): Promise<RoutedStepResult> {
  const classes = await scope.transaction((tx) => handledClasses(tx, scope));
  const { items, stepId } = await undoStep(scope, input, (_, after) => isHandled(scope, classes, after));
  const [item] = items;
  return {
    item: item === undefined ? null : await scope.transaction((tx) => routedDetail(tx, scope, item.id)),
    stepId,
  };
}
