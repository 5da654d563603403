import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";

import { ownSteps, useTRPC } from "#app/trpc";

/** How long after a step the figures around the list are asked for again, in milliseconds: steps in a row ask once. */
const soon = 150;
const later = 2000;

/** Asks for the figures again after steps: the truth and the facets soon, the counts of views a little later. */
export function useFiguresRefresh(): () => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const timers = useRef<ReturnType<typeof setTimeout>[]>([]);
  const stop = useCallback((): void => {
    for (const timer of timers.current) clearTimeout(timer);
  }, []);
  useEffect(() => stop, [stop]);
  return useCallback(() => {
    stop();
    timers.current = [
      setTimeout(() => {
        // The last answer of a row of steps asks; before that the figures would fall behind what has been done.
        if (cache.isMutating({ mutationKey: ownSteps }) > 0) return;
        void cache.invalidateQueries(trpc.feedback.summary.queryFilter());
        void cache.invalidateQueries(trpc.feedback.counts.queryFilter());
      }, soon),
      setTimeout(() => {
        void cache.invalidateQueries(trpc.feedback.viewCounts.queryFilter());
        void cache.invalidateQueries(trpc.feedback.flow.queryFilter());
      }, later),
    ];
  }, [cache, trpc, stop]);
}
