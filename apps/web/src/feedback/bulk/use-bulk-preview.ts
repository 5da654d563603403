import type { BulkChange, BulkSelection } from "@kuultu/domain/feedback/bulk-step";
import type { BulkPreview, BulkStepView } from "@kuultu/domain/feedback/bulk-view";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useTRPC, useTRPCClient } from "#app/trpc";

import type { Many } from "../use-many.ts";
import { useBulkRefresh } from "./use-bulk-step.ts";

export function selectionOf(many: Many): BulkSelection {
  return many.kind === "ids" ? { itemIds: [...many.ids] } : { filter: many.filter };
}

/** What the change would do to the chosen ones, as the server counts it; `seed` draws other samples. */
export function useBulkPreview(change: BulkChange, many: Many, seed: number) {
  const client = useTRPCClient();
  const selection = selectionOf(many);
  return useQuery<BulkPreview>({
    queryKey: ["feedback", "bulk-preview", change, selection, seed],
    queryFn: ({ signal }) => client.feedback.previewBulkStep.mutate({ change, selection, seed }, { signal }),
    placeholderData: keepPreviousData,
    // What it counts changes under it; it is asked anew whenever it is shown.
    gcTime: 0,
  });
}

/** Begins the step; `onStarted` with how it stands then. */
export function useBulkStart(onStarted: (step: BulkStepView) => void) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const refresh = useBulkRefresh();
  return useMutation({
    mutationFn: (input: { readonly change: BulkChange; readonly many: Many; readonly reason: string }) =>
      client.feedback.startBulkStep.mutate({
        change: input.change,
        selection: selectionOf(input.many),
        reason: input.reason,
      }),
    onSuccess: (step) => {
      cache.setQueryData(trpc.feedback.bulkStep.queryKey({ bulkStepId: step.id }), step);
      void cache.invalidateQueries(trpc.feedback.bulkSteps.queryFilter());
      // A step on a few items has ended with the answer.
      refresh(step);
      onStarted(step);
    },
  });
}
