import type { RoutedStepResult } from "@kuultu/domain/feedback/routed-view";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useTRPC } from "#app/trpc";

import type { RoutedSearch } from "./routed-search.ts";

/** The stubs that the search asks for, and what waits in all. */
export function useStubs({ routingClass, settled = false }: RoutedSearch) {
  const trpc = useTRPC();
  const summary = useQuery(trpc.routed.summary.queryOptions()).data;
  const list = useInfiniteQuery(
    trpc.routed.list.infiniteQueryOptions(
      { routingClass, settled },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  return { summary, list, stubs: list.data?.pages.flatMap(({ stubs }) => stubs) };
}

export function useRoutedItem(itemId: string) {
  return useQuery(useTRPC().routed.item.queryOptions({ itemId }));
}

/** The registrar's steps. Everything shown comes anew from the server, whether one was taken or refused; `last` can be taken back. */
export function useRoutedSteps(said: (what: "acknowledged" | "settled" | "returned" | "undone") => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [last, setLast] = useState<string | null>(null);
  const onSettled = () => cache.invalidateQueries({ queryKey: trpc.routed.pathKey() });
  const taken = (what: "acknowledged" | "settled" | "returned") => ({
    onSettled,
    onSuccess: ({ stepId }: RoutedStepResult) => {
      setLast(stepId);
      said(what);
    },
  });
  const acknowledge = useMutation(trpc.routed.acknowledge.mutationOptions(taken("acknowledged")));
  const settle = useMutation(trpc.routed.settle.mutationOptions(taken("settled")));
  const giveBack = useMutation(trpc.routed.return.mutationOptions(taken("returned")));
  const undo = useMutation(
    trpc.routed.undo.mutationOptions({
      onSettled,
      onSuccess: () => {
        setLast(null);
        said("undone");
      },
    }),
  );
  const error = acknowledge.error ?? settle.error ?? giveBack.error ?? undo.error;
  return { acknowledge, settle, giveBack, undo: () => last !== null && undo.mutate({ stepId: last }), last, error };
}
