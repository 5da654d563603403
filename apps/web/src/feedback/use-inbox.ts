import type { InboxLine } from "@kuultu/domain/feedback/note";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useMay } from "#app/session";
import { useTRPC } from "#app/trpc";

/** How often the count is asked for where nothing else brings it, in milliseconds. */
const askAgain = 60_000;

/** How many notes name one and are unread; 0 for those who read no verbatims. */
export function useUnread(): number {
  const trpc = useTRPC();
  const enabled = useMay()("feedback.read");
  return (
    useQuery(
      trpc.feedback.unreadNotes.queryOptions(undefined, { enabled, staleTime: 30_000, refetchInterval: askAgain }),
    ).data ?? 0
  );
}

export interface Inbox {
  /** Undefined until the first page is here. */
  readonly lines: readonly InboxLine[] | undefined;
  readonly error: unknown;
  /** Fetches older ones; undefined where there are none. */
  readonly more: (() => void) | undefined;
  readonly mark: (noteIds: readonly string[], read: boolean) => void;
}

export function useInbox(unreadOnly: boolean): Inbox {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const pages = useInfiniteQuery(
    trpc.feedback.inbox.infiniteQueryOptions({ unreadOnly }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const { mutate } = useMutation(
    trpc.feedback.markNotes.mutationOptions({
      onSettled: () => {
        void cache.invalidateQueries(trpc.feedback.inbox.infiniteQueryFilter());
        void cache.invalidateQueries(trpc.feedback.unreadNotes.queryFilter());
      },
    }),
  );
  return {
    lines: pages.data?.pages.flatMap((page) => page.lines),
    error: pages.error,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    mark: (noteIds, read) => {
      if (noteIds.length > 0) mutate({ noteIds: noteIds.slice(0, 100), read });
    },
  };
}
