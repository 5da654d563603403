import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useTRPC } from "#app/trpc";

export function useRounds() {
  return useQuery(useTRPC().rounds.list.queryOptions());
}

export function useRound(roundId: string) {
  return useQuery(useTRPC().rounds.round.queryOptions({ roundId }));
}

export function useSurveys() {
  return useQuery(useTRPC().rounds.surveys.queryOptions());
}

/** A round that opens or closes changes the trends and the counts too. */
export function useRoundsChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.trends.pathKey() }),
    ]);
  };
}

export function useCreateRound() {
  return useMutation(useTRPC().rounds.create.mutationOptions({ onSettled: useRoundsChanged() }));
}

export function useMoveRound() {
  return useMutation(useTRPC().rounds.move.mutationOptions({ onSettled: useRoundsChanged() }));
}
