import { itemHitsSchema } from "@kuultu/domain/search/search-status";

import { itemHits } from "#search/item-hits-queries";
import { reindex } from "#search/search-index-commands";
import { searchStatus } from "#search/search-index-queries";
import { permitted, router } from "#trpc/procedure";

const settings = permitted("settings.edit");

export const searchRouter = router({
  hits: permitted("feedback.read")
    .input(itemHitsSchema)
    .query(({ ctx, input }) => itemHits(ctx.scope, input)),
  status: settings.query(({ ctx }) => searchStatus(ctx.scope)),
  reindex: settings.mutation(({ ctx }) => reindex(ctx.scope)),
});
