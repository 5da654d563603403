import type { FeedbackKind, FeedbackSource, FeedbackStatus } from "@kuultu/domain/feedback/triage-status";

/** What an item is counted under. */
export interface ItemFacets {
  readonly roundId: string | null;
  readonly status: FeedbackStatus;
  readonly statusReason: string | null;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly channelId: string | null;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly customerGroupId: string | null;
  readonly language: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  /** Each theme once, however many of the item's words are coded to it. */
  readonly themeIds: readonly string[];
}

/** `count` items more (less where negative) with these facets. */
export interface ItemDelta extends ItemFacets {
  readonly count: number;
}

/** Items with these statuses are the base of themes' shares; until then, and once routed or rejected, a coding counts nowhere. */
export const classifiedStatuses: readonly FeedbackStatus[] = ["categorised", "answered", "closed"];

export function isClassified(status: FeedbackStatus): boolean {
  return classifiedStatuses.includes(status);
}
