import { hashKey, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Calls when a whole list has come that was asked for after everything that has been heard: `lastHeard` counts what is heard. A
 * further page alone is not the whole list, and what the screen writes into it by itself has not come from the server.
 */
export function useListFetched(listKey: QueryKey, lastHeard: RefObject<number>, onFetched: () => void): void {
  const cache = useQueryClient().getQueryCache();
  const hash = hashKey(listKey);
  const newest = useRef(onFetched);
  useEffect(() => {
    newest.current = onFetched;
  });
  useEffect(() => {
    let heardThen: number | null = null;
    return cache.subscribe((event) => {
      if (event.type !== "updated" || event.query.queryHash !== hash) return;
      const { action } = event;
      if (action.type === "fetch") heardThen = action.meta?.fetchMore === undefined ? lastHeard.current : null;
      else if (action.type === "success" && action.manual !== true) {
        if (heardThen === lastHeard.current) newest.current();
        heardThen = null;
      }
    });
  }, [cache, hash, lastHeard]);
}
