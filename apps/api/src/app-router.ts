import { feedbackRouter } from "#feedback/feedback-router";
import { intakeRouter } from "#intake/intake-router";
import { roundsRouter } from "#rounds/rounds-router";
import { staffRouter } from "#staff/staff-router";
import { themesRouter } from "#themes/themes-router";
import { trendsRouter } from "#trends/trends-router";
import { createCallerFactory, router } from "#trpc/procedure";

export const appRouter = router({
  staff: staffRouter,
  feedback: feedbackRouter,
  themes: themesRouter,
  rounds: roundsRouter,
  trends: trendsRouter,
  intake: intakeRouter,
});

/** All that the screen knows of the server. */
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
