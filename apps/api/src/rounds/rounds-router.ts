import { z } from "zod";

import { idSchema } from "@kuultu/domain/identifier";
import { createRoundSchema, moveRoundSchema } from "@kuultu/domain/rounds/round-step";

import { createRound, moveRound } from "#rounds/rounds-commands";
import { listRounds, listSurveys, roundView } from "#rounds/rounds-queries";
import { permitted, router } from "#trpc/procedure";

export const roundsRouter = router({
  list: permitted("figures.read").query(({ ctx }) => listRounds(ctx.scope)),
  round: permitted("figures.read")
    .input(z.object({ roundId: idSchema }))
    .query(({ ctx, input }) => roundView(ctx.scope, input.roundId)),
  surveys: permitted("figures.read").query(({ ctx }) => listSurveys(ctx.scope)),
  create: permitted("rounds.edit")
    .input(createRoundSchema)
    .mutation(({ ctx, input }) => createRound(ctx.scope, input)),
  move: permitted("rounds.edit")
    .input(moveRoundSchema)
    .mutation(({ ctx, input }) => moveRound(ctx.scope, input)),
});
