import {
  acknowledgeRoutedSchema,
  returnRoutedSchema,
  routedItemSchema,
  routedPageSchema,
  setRoutingRuleSchema,
  settleRoutedSchema,
} from "@kuultu/domain/feedback/routed-step";
import { undoSchema } from "@kuultu/domain/feedback/triage-step";

import { acknowledgeRouted, returnRouted, settleRouted, undoRouted } from "#routed/routed-commands";
import { listRouted, readRouted, summariseRouted } from "#routed/routed-queries";
import { setRoutingRule } from "#routed/routing-rule-commands";
import { listRoutingRules, listRoutingTargets } from "#routed/routing-rule-queries";
import { permitted, router } from "#trpc/procedure";

const handle = permitted("routed.handle");
const settings = permitted("settings.edit");

export const routedRouter = router({
  targets: permitted("themes.read").query(({ ctx }) => listRoutingTargets(ctx.scope)),
  rules: settings.query(({ ctx }) => listRoutingRules(ctx.scope)),
  setRule: settings.input(setRoutingRuleSchema).mutation(({ ctx, input }) => setRoutingRule(ctx.scope, input)),
  summary: handle.query(({ ctx }) => summariseRouted(ctx.scope)),
  list: handle.input(routedPageSchema).query(({ ctx, input }) => listRouted(ctx.scope, input)),
  item: handle.input(routedItemSchema).query(({ ctx, input }) => readRouted(ctx.scope, input.itemId)),
  acknowledge: handle.input(acknowledgeRoutedSchema).mutation(({ ctx, input }) => acknowledgeRouted(ctx.scope, input)),
  settle: handle.input(settleRoutedSchema).mutation(({ ctx, input }) => settleRouted(ctx.scope, input)),
  return: handle.input(returnRoutedSchema).mutation(({ ctx, input }) => returnRouted(ctx.scope, input)),
  undo: handle.input(undoSchema).mutation(({ ctx, input }) => undoRouted(ctx.scope, input)),
});
