import { idSchema } from "@kuultu/domain/identifier";
import { routingClasses } from "@kuultu/domain/feedback/triage-status";
import { z } from "zod";

/** What stands in the URL of the registrar's room. A value that makes no sense is left out. */
export const routedSearchSchema = z.object({
  routingClass: z.enum(routingClasses).optional().catch(undefined),
  settled: z.boolean().optional().catch(undefined),
  item: idSchema.optional().catch(undefined),
});
export type RoutedSearch = z.infer<typeof routedSearchSchema>;
