import { z } from "zod";

import { idSchema } from "#identifier";
import { RuleViolation } from "#rule-violation";
import { may, type StaffMember } from "#staff/permission";

import { type FeedbackFilter, feedbackFilterSchema, feedbackOrderSchema } from "./feedback-filter.ts";

/** As many views as one person may keep. */
export const mostViews = 40;

export const viewNameSchema = z.string().trim().min(1).max(60);
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

export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Seen by everyone who reads feedback. */
  readonly shared: boolean;
  /** Made by the person who asks. */
  readonly own: boolean;
  /** Who made it, where it is somebody else's. */
  readonly makerName: string | null;
  /** Whether the person who asks may change it. */
  readonly changeable: boolean;
  readonly filter: FeedbackFilter;
  readonly order: z.infer<typeof feedbackOrderSchema>;
  readonly version: number;
}

/** Views that everyone has, by the person's own id. Named by the screen. */
export const builtInViews = ["mine", "nobody", "past-target", "waiting"] as const;
export type BuiltInView = (typeof builtInViews)[number];

export function builtInFilter(view: BuiltInView, staffId: string): FeedbackFilter {
  switch (view) {
    case "mine":
      return { status: "open", assigneeId: staffId };
    case "nobody":
      return { status: "open", assigneeId: "nobody" };
    case "past-target":
      return { status: "open", pastTarget: true };
    case "waiting":
      return { status: "waiting" };
  }
}

/** How many a view shows now; capped: that many or more. */
export interface ViewCount {
  readonly total: number;
  readonly capped: boolean;
}
/** By id of a saved view, or by name of a built-in one. */
export type ViewCounts = Readonly<Record<string, ViewCount>>;

/** Its maker changes a view; a shared one also who edits the organisation's settings. */
export function mayChangeView(
  staff: StaffMember,
  view: { readonly staffId: string; readonly shared: boolean },
): boolean {
  return view.staffId === staff.id || (view.shared && may(staff, "settings.edit"));
}

/** A view of somebody else that is not shared is not there; a shared one says who may change it. */
export function requireChangeable(
  staff: StaffMember,
  view: { readonly staffId: string; readonly shared: boolean } | null,
): void {
  if (view === null || (view.staffId !== staff.id && !view.shared)) throw new RuleViolation("not-found");
  if (!mayChangeView(staff, view)) throw new RuleViolation("feedback.view-of-another");
}
