import { type Connection, type Queries, queriesOf } from "#app/trpc";

import { type FeedbackSearch, filterOf } from "./feedback-search.ts";

const pageSize = 50;

/** The list that an address asks for, page by page. */
export function queueQuery(queries: Queries, search: FeedbackSearch) {
  return queries.feedback.list.infiniteQueryOptions(
    { filter: filterOf(search), order: search.order ?? "oldest", limit: pageSize },
    { getNextPageParam: (page) => page.nextCursor ?? undefined },
  );
}

/** Fetches the list and what is read first, for a page that is still on its way. It says itself what could not be fetched. */
export async function fetchAhead(connection: Connection, search: FeedbackSearch): Promise<void> {
  const queries = queriesOf(connection);
  const { queryClient } = connection;
  const item = (itemId: string) => queryClient.prefetchQuery(queries.feedback.item.queryOptions({ itemId }));
  const list = queryClient.fetchInfiniteQuery(queueQuery(queries, search));
  if (search.item !== undefined) await Promise.all([list, item(search.item)]);
  else {
    const [first] = (await list).pages[0]?.rows ?? [];
    if (first !== undefined) await item(first.id);
  }
}
