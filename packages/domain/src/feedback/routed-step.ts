import { z } from "zod";

import { idSchema } from "#identifier";
import { localisedTextSchema } from "#language-schema";

import { routingClasses } from "./triage-status.ts";

/** Stubs, those with the earliest last day first; settled ones by themselves, the newest first. */
export const routedPageSchema = z.object({
  routingClass: z.enum(routingClasses).optional(),
  settled: z.boolean().default(false),
  cursor: z.string().max(100).nullish(),
  limit: z.int().min(1).max(200).default(100),
});
export type RoutedPageInput = z.infer<typeof routedPageSchema>;

const item = { itemId: idSchema, version: z.int().positive() };

export const routedItemSchema = z.object({ itemId: idSchema });
export const acknowledgeRoutedSchema = z.object(item);
export const settleRoutedSchema = z.object(item);
export const returnRoutedSchema = z.object({ ...item, reason: z.string().trim().min(3).max(500) });

/** A clock is in days or in months or (both null) not counted; whistleblowing has days to acknowledge and months to the outcome. */
export const setRoutingRuleSchema = z
  .object({
    routingClass: z.enum(routingClasses),
    /** The version that the writer saw; 0 where nothing had been set. */
    version: z.int().nonnegative(),
    targetNames: localisedTextSchema,
    days: z.int().min(0).max(366).nullable(),
    months: z.int().min(1).max(24).nullable(),
    registrarIds: z.array(idSchema).max(200),
  })
  .refine(({ routingClass, days, months }) => routingClass === "whistleblowing" || days === null || months === null);
export type SetRoutingRule = z.infer<typeof setRoutingRuleSchema>;
