import { z } from "zod";

import { daySchema, idSchema } from "#identifier";

import { noThemeReasons, rejectReasons, routingClasses } from "./triage-status.ts";
import { feedbackKindSchema } from "./triage-schema.ts";

/** An item as its writer saw it: refused with `changed-meanwhile` when its version has risen since. */
const item = { itemId: idSchema, version: z.int().positive() };

export const setKindSchema = z.object({ ...item, kind: feedbackKindSchema });
/** UTF-16 offsets into the masked body; null: the whole item. */
export const wordsSchema = z.object({ start: z.int().nonnegative(), end: z.int().positive() }).nullable();
export const codeSchema = z.object({ ...item, themeId: idSchema, words: wordsSchema.default(null) });
/** Removes every coding of the theme from the item, or the one that is named. */
export const uncodeSchema = z.object({ ...item, themeId: idSchema, codingId: idSchema.optional() });
export const noThemeSchema = z.object({ ...item, reason: z.enum(noThemeReasons) });
export const doneSchema = z.object(item);
export const routeSchema = z.object({ ...item, routingClass: z.enum(routingClasses) });
export const duplicateSchema = z.object({ ...item, duplicateOfId: idSchema });
/** Several items that repeat the one that is kept, each as its writer saw it. */
export const mergeSchema = z.object({
  keptId: idSchema,
  repeats: z
    .array(z.object(item))
    .min(1)
    .max(20)
    .refine((repeats) => new Set(repeats.map(({ itemId }) => itemId)).size === repeats.length, {
      error: "an item twice",
    }),
});
export const rejectSchema = z.object({ ...item, reason: z.enum(rejectReasons) });
export const reopenSchema = z.object({ ...item, reason: z.string().trim().min(3).max(500) });
/** `until`: a day that is still to come; null: until an answer comes. */
export const waitSchema = z.object({ ...item, until: daySchema.nullable() });
export const wakeSchema = z.object(item);
/** Whether the giver waits for a reply. */
export const expectReplySchema = z.object({ ...item, expected: z.boolean() });
/** To a person, to a team, or (both null) to nobody. */
export const assignSchema = z
  .object({ ...item, assigneeId: idSchema.nullable().default(null), teamId: idSchema.nullable().default(null) })
  .refine(({ assigneeId, teamId }) => assigneeId === null || teamId === null);
/** Takes back one step of one's own; where none is named, the newest of the last twelve hours that has not been taken back. */
export const undoSchema = z.object({ stepId: idSchema.optional() });
export const revealSchema = z.object({ itemId: idSchema, reason: z.string().trim().min(3).max(500) });
