import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { feedbackKinds, feedbackSources, feedbackStatuses } from "@kuultu/domain/feedback/triage-status";
import { textLanguages } from "@kuultu/domain/language";

import { aDay, anId, either, oneOf, readSearch, type SearchOf, textUpTo, truth } from "#app/search-part";

/** The filter of the domain, part by part. */
export const feedbackParts = {
  status: oneOf(["open", "processed", ...feedbackStatuses]),
  kind: oneOf(feedbackKinds),
  source: oneOf(feedbackSources),
  channelId: anId,
  serviceId: anId,
  language: oneOf(textLanguages),
  siteId: anId,
  customerGroupId: anId,
  themeId: anId,
  assigneeId: either(oneOf(["nobody"]), anId),
  teamId: anId,
  importId: anId,
  roundId: anId,
  receivedFrom: aDay,
  receivedTo: aDay,
  pastTarget: truth,
  undelivered: truth,
  pastClock: oneOf(["answer", "routing"]),
  search: textUpTo(200),
};

const searchParts = {
  ...feedbackParts,
  status: either(oneOf(["all"]), feedbackParts.status),
  order: oneOf(["newest", "oldest"]),
  item: anId,
  /** The bulk step whose report stands in the pane. */
  bulk: anId,
  /** The saved view that was opened; the filters may have been changed since. */
  view: anId,
};

/**
 * What stands in the URL of Triage: the filter, the order, the chosen item. A value that makes no sense is left out.
 * No status means the open ones, "all" every one.
 */
export const readFeedbackSearch = readSearch(searchParts);
export type FeedbackSearch = SearchOf<typeof searchParts>;

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
  return status === "all" || (status === undefined && search.pastClock !== undefined)
    ? given
    : { ...given, status: status ?? "open" };
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
