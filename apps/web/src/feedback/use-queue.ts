import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { useTRPC } from "#app/trpc";

import { type FeedbackSearch, filterOf } from "./feedback-search.ts";
import { queueQuery } from "./queue-query.ts";

export interface Queue {
  /** As many as have been fetched; undefined while the first page is coming. */
  readonly rows: readonly FeedbackRow[] | undefined;
  /** How many match; undefined until counted. */
  readonly total: number | undefined;
  /** The count is "so many or more". */
  readonly totalIsCapped: boolean;
  readonly hasMore: boolean;
  readonly fetchMore: () => void;
  readonly error: unknown;
}

/** The list that the URL asks for, fetched page by page. */
export function useQueue(search: FeedbackSearch): Queue {
  const trpc = useTRPC();
  const filter = filterOf(search);
  const list = useInfiniteQuery(queueQuery(trpc, search));
  const counts = useQuery(trpc.feedback.counts.queryOptions({ filter }, { placeholderData: (before) => before })).data;
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows), [list.data]);
  return {
    rows,
    total: counts?.total,
    totalIsCapped: counts?.capped.includes("total") ?? false,
    hasMore: list.hasNextPage,
    fetchMore: () => {
      if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
    },
    error: list.error,
  };
}
