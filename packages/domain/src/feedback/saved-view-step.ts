import { z } from "zod";

import { idSchema } from "#identifier";
import { nameSchema } from "#language-schema";

import { feedbackFilterSchema, feedbackOrderSchema } from "./feedback-filter.ts";
import { mostViews } from "./saved-view.ts";

export const viewNameSchema = nameSchema(60);
const look = { filter: feedbackFilterSchema, order: feedbackOrderSchema };
const known = { viewId: idSchema, version: z.int().min(1) };

/** The id is the client's: pressed twice, it is there once. */
export const saveViewSchema = z.object({ viewId: idSchema, name: viewNameSchema, shared: z.boolean(), ...look });
/** Names only what it changes; filter and order change together. */
export const changeViewSchema = z.object({
  ...known,
  name: viewNameSchema.optional(),
  shared: z.boolean().optional(),
  look: z.object(look).optional(),
});
export const removeViewSchema = z.object(known);
/** One's own views in their new order, all of them. */
export const arrangeViewsSchema = z.object({ viewIds: z.array(idSchema).max(mostViews) });
