export const themeStatuses = [
  "new",
  "under_review",
  "planned",
  "in_progress",
  "delivered",
  "verified",
  "declined",
  "merged",
] as const;
export type ThemeStatus = (typeof themeStatuses)[number];

export const actionStatuses = ["planned", "in_progress", "delivered", "dropped"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** What a move lacks; the screen words each and asks for it. */
export const themeRequirements = [
  "owner",
  "action",
  "target_date",
  "measure_or_reason",
  "start_date",
  "evidence",
  "delivery_date",
  "public_reason",
  "baseline",
  "completed_measurement",
  "moved_intended_way",
  "other_approver",
  "reason",
  "new_evidence",
] as const;
export type ThemeRequirement = (typeof themeRequirements)[number];
