import { staffRouter } from "#staff/staff-router";
import { createCallerFactory, router } from "#trpc/procedure";

export const appRouter = router({
  staff: staffRouter,
});

/** All that the screen knows of the server. */
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
