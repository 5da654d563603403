import {
  type FeedbackFilter,
  feedbackFilterSchema,
  feedbackOrderSchema,
} from "@kuultu/domain/feedback/feedback-filter";
import { idSchema } from "@kuultu/domain/identifier";
import { z } from "zod";

const { shape } = feedbackFilterSchema;

/**
 * What stands in the URL of Triage: the filter, the order, the chosen item. A value that makes no sense is left out.
 * No status means the open ones, "all" every one.
 */
export const feedbackSearchSchema = z.object({
  status: z
    .union([z.literal("all"), shape.status.unwrap()])
    .optional()
    .catch(undefined),
  kind: shape.kind.catch(undefined),
  source: shape.source.catch(undefined),
  channelId: shape.channelId.catch(undefined),
  serviceId: shape.serviceId.catch(undefined),
  language: shape.language.catch(undefined),
  siteId: shape.siteId.catch(undefined),
  customerGroupId: shape.customerGroupId.catch(undefined),
  themeId: shape.themeId.catch(undefined),
  assigneeId: shape.assigneeId.catch(undefined),
  teamId: shape.teamId.catch(undefined),
  importId: shape.importId.catch(undefined),
  roundId: shape.roundId.catch(undefined),
  receivedFrom: shape.receivedFrom.catch(undefined),
  receivedTo: shape.receivedTo.catch(undefined),
  pastTarget: shape.pastTarget.catch(undefined),
  undelivered: shape.undelivered.catch(undefined),
  pastClock: shape.pastClock.catch(undefined),
  search: shape.search.catch(undefined),
  order: feedbackOrderSchema.optional().catch(undefined),
  item: idSchema.optional().catch(undefined),
  /** The bulk step whose report stands in the pane. */
  bulk: idSchema.optional().catch(undefined),
  /** The saved view that was opened; the filters may have been changed since. */
  view: idSchema.optional().catch(undefined),
});
export type FeedbackSearch = z.infer<typeof feedbackSearchSchema>;

/** Filters that narrow beyond the view and the round, in the order in which they are shown. */
export const narrowingFilters = [
  "kind",
  "source",
  "channelId",
  "serviceId",
  "siteId",
  "customerGroupId",
  "language",
  "themeId",
  "assigneeId",
  "teamId",
  "importId",
  "receivedFrom",
  "receivedTo",
  "search",
] as const satisfies readonly (keyof FeedbackSearch)[];

/** What the server is asked for. */
export function filterOf(search: FeedbackSearch): FeedbackFilter {
  const { order: _order, item: _item, bulk: _bulk, view: _view, status, ...rest } = search;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return feedbackFilterSchema.parse(
    status === "all" || (status === undefined && search.pastClock !== undefined)
      ? given
      : { ...given, status: status ?? "open" },
  );
}

/** The list apart from what is read of it. */
export function listOf(search: FeedbackSearch): FeedbackSearch {
  const { item: _item, bulk: _bulk, ...list } = search;
  return list;
}

/** The same view without what narrows it. */
export function withoutNarrowing(search: FeedbackSearch): FeedbackSearch {
  const { status, roundId, order, pastTarget, pastClock } = search;
  return { status, roundId, order, pastTarget, pastClock };
}

/** The view of Triage that a filter and an order make, in the URL. */
export function searchOf(look: ViewLook, view?: string): FeedbackSearch {
  const { status, ...rest } = look.filter;
  return {
    ...rest,
    status: status === undefined ? "all" : status === "open" ? undefined : status,
    order: look.order === "oldest" ? undefined : look.order,
    view,
  };
}

/** What a saved view keeps of the URL. */
export function lookOf(search: FeedbackSearch): ViewLook {
  return { filter: filterOf(search), order: search.order ?? "oldest" };
}

export interface ViewLook {
  readonly filter: FeedbackFilter;
  readonly order: "newest" | "oldest";
}

export function sameLook(one: ViewLook, other: ViewLook): boolean {
  const text = ({ filter, order }: ViewLook): string =>
    JSON.stringify([order, Object.entries(filter).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return text(one) === text(other);
}
