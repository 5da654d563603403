import { preferencesChangeSchema } from "@kuultu/domain/staff/preferences";

import { setPreferences } from "#staff/staff-commands";
import { listStaff, me } from "#staff/staff-queries";
import { memberProcedure, permitted, publicProcedure, router } from "#trpc/procedure";

export const staffRouter = router({
  me: publicProcedure.query(({ ctx }) => me(ctx.parts, ctx.account)),
  list: permitted("themes.read").query(({ ctx }) => listStaff(ctx.scope)),
  setPreferences: memberProcedure
    .input(preferencesChangeSchema)
    .mutation(({ ctx, input }) => setPreferences(ctx.scope, input)),
});
