import { RuleViolation } from "#rule-violation";
import { may, type StaffMember } from "#staff/permission";

import type { FeedbackFilter, FeedbackOrder } from "./feedback-filter.ts";

/** As many views as one person may keep. */
export const mostViews = 40;

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
  readonly order: FeedbackOrder;
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
