import { z } from "zod";

/** What the trends screen shows, as it stands in the URL. Unknown or broken values are as if they were not there. */
export const trendSearchSchema = z.object({
  /** Key of a series. */
  series: z.string().max(100).optional().catch(undefined),
  /** A facet, `battery-<prefix>`, or `none`; absent: the battery of the survey, if it has one. */
  by: z.string().max(100).optional().catch(undefined),
  /** "2021-2,2020": what is compared with what; absent: the usual comparison. */
  compare: z
    .string()
    .regex(/^[^,]+,[^,]+$/u)
    .optional()
    .catch(undefined),
});
export type TrendSearch = z.infer<typeof trendSearchSchema>;

/** The two sides of a comparison in the URL. */
export function comparedSides(compare: string | undefined): { readonly a: string; readonly b: string } | undefined {
  const [a, b] = compare?.split(",") ?? [];
  return a === undefined || b === undefined ? undefined : { a, b };
}
