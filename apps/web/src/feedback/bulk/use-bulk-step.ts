import type { BulkStepView } from "@kuultu/domain/feedback/bulk-view";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { useTRPC } from "#app/trpc";

const lookAgainMs = 1000;

/** Fetches anew what a bulk step has changed, once it has ended. */
export function useBulkRefresh(): (step: Pick<BulkStepView, "state"> | undefined) => void {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return (step) => {
    if (step === undefined || step.state === "running") return;
    void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
    void cache.invalidateQueries(trpc.feedback.item.queryFilter());
    void cache.invalidateQueries(trpc.feedback.summary.queryFilter());
    void cache.invalidateQueries(trpc.feedback.counts.queryFilter());
    void cache.invalidateQueries(trpc.feedback.bulkSteps.queryFilter());
  };
}

/** How far a bulk step is; looked at again while it runs. What it changed is fetched anew when it ends. */
export function useBulkStep(bulkStepId: string) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.feedback.bulkStep.queryOptions({ bulkStepId }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? lookAgainMs : false),
  });
  const { data: step } = query;
  const before = useRef(step);
  const refresh = useBulkRefresh();
  useEffect(() => {
    if (before.current?.state !== step?.state) refresh(step);
    before.current = step;
  });
  return query;
}

/** Stops a bulk step, or takes it back by another one; `onUndoing` with that one. */
export function useBulkEnds(onUndoing: (step: BulkStepView) => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const refresh = useBulkRefresh();
  const keep = (step: BulkStepView): void => {
    cache.setQueryData(trpc.feedback.bulkStep.queryKey({ bulkStepId: step.id }), step);
    void cache.invalidateQueries(trpc.feedback.bulkSteps.queryFilter());
    // A step on a few items has ended with the answer.
    refresh(step);
  };
  return {
    stop: useMutation(trpc.feedback.stopBulkStep.mutationOptions({ onSuccess: keep })),
    undo: useMutation(
      trpc.feedback.undo.mutationOptions({
        onSuccess: ({ bulk }) => {
          if (bulk === undefined) return;
          keep(bulk);
          onUndoing(bulk);
        },
      }),
    ),
  };
}
