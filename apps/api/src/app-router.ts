import { feedbackRouter } from "#feedback/feedback-router";
import { intakeRouter } from "#intake/intake-router";
import { liveRouter } from "#live/live-router";
import { routedRouter } from "#routed/routed-router";
import { roundsRouter } from "#rounds/rounds-router";
import { searchRouter } from "#search/search-router";
import { staffRouter } from "#staff/staff-router";
import { themesRouter } from "#themes/themes-router";
import { trendsRouter } from "#trends/trends-router";
import { createCallerFactory, router } from "#trpc/procedure";

export const appRouter = router({
  staff: staffRouter,
  feedback: feedbackRouter,
  routed: routedRouter,
  themes: themesRouter,
  rounds: roundsRouter,
  trends: trendsRouter,
  intake: intakeRouter,
  live: liveRouter,
  search: searchRouter,
});

/** All that the screen knows of the server. */
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
