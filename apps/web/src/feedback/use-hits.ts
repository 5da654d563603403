import type { ItemHits } from "@kuultu/domain/search/search-status";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";

import { useTRPC } from "#app/trpc";

/** Where an item holds what the list is searched for; undefined without a search, and until it is known. */
export function useHits(itemId: string): ItemHits | undefined {
  const trpc = useTRPC();
  const search = useSearch({ strict: false, select: (url) => url.search });
  const wanted = search === undefined ? skipToken : { itemId, search };
  return useQuery(trpc.search.hits.queryOptions(wanted, { staleTime: Infinity })).data;
}
