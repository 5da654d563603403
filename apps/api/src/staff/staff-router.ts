import { preferencesChangeSchema } from "@kuultu/domain/staff/preferences";

import { addTeamSchema, editTeamSchema } from "@kuultu/domain/staff/team";

import { setPreferences } from "#staff/staff-commands";
import { listStaff, me } from "#staff/staff-queries";
import { addTeam, editTeam } from "#staff/team-commands";
import { listTeams } from "#staff/team-queries";
import { memberProcedure, permitted, publicProcedure, router } from "#trpc/procedure";

const settings = permitted("settings.edit");

export const staffRouter = router({
  me: publicProcedure.query(({ ctx }) => me(ctx.parts, ctx.account)),
  list: permitted("themes.read").query(({ ctx }) => listStaff(ctx.scope)),
  setPreferences: memberProcedure
    .input(preferencesChangeSchema)
    .mutation(({ ctx, input }) => setPreferences(ctx.scope, input)),
  teams: settings.query(({ ctx }) => listTeams(ctx.scope)),
  addTeam: settings.input(addTeamSchema).mutation(({ ctx, input }) => addTeam(ctx.scope, input)),
  editTeam: settings.input(editTeamSchema).mutation(({ ctx, input }) => editTeam(ctx.scope, input)),
});
