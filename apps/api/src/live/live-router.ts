import { changedRowsSchema, listenSchema, presenceSchema } from "@kuultu/domain/live/live-view";

import { tellPresence } from "#live/live-commands";
import { listenToChanges } from "#live/live-queries";
import { changedRows } from "#live/live-row-queries";
import { memberProcedure, permitted, router } from "#trpc/procedure";

export const liveRouter = router({
  changes: memberProcedure
    .input(listenSchema)
    .subscription(({ ctx, input, signal }) => listenToChanges(ctx, input, signal)),
  rows: permitted("feedback.read")
    .input(changedRowsSchema)
    .query(({ ctx, input }) => changedRows(ctx.scope, input)),
  presence: permitted("feedback.read")
    .input(presenceSchema)
    .mutation(({ ctx, input }) => tellPresence(ctx.scope, ctx.parts.live, input)),
});
