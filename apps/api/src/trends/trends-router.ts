import { z } from "zod";

import { listSeries, trendView } from "#trends/trends-queries";
import { trendFacets } from "#trends/trend-data";
import { permitted, router } from "#trpc/procedure";

const side = z.string().min(1).max(100);
const trendSchema = z.object({
  series: z.string().min(1).max(200),
  by: z.enum(trendFacets).optional(),
  compare: z.object({ a: side, b: side }).optional(),
});

export const trendsRouter = router({
  series: permitted("figures.read").query(({ ctx }) => listSeries(ctx.scope)),
  trend: permitted("figures.read")
    .input(trendSchema)
    .query(({ ctx, input }) => trendView(ctx.scope, input)),
});
