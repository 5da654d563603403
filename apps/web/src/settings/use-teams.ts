import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useTRPC } from "#app/trpc";

/** The teams, and people who can be in one. */
export function useTeams() {
  const trpc = useTRPC();
  const teams = useQuery(trpc.staff.teams.queryOptions());
  const people = useQuery(trpc.staff.list.queryOptions(undefined, { staleTime: 300_000 })).data ?? [];
  return { teams, people };
}

/** Adds a team or changes one; the list is the server's answer. */
export function useSaveTeam(onSaved: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const onSuccess = (): void => {
    void cache.invalidateQueries(trpc.staff.teams.queryFilter());
    void cache.invalidateQueries(trpc.feedback.assignable.queryFilter());
    onSaved();
  };
  const onError = (): void => void cache.invalidateQueries(trpc.staff.teams.queryFilter());
  const add = useMutation(trpc.staff.addTeam.mutationOptions({ onSuccess, onError }));
  const edit = useMutation(trpc.staff.editTeam.mutationOptions({ onSuccess, onError }));
  return { add, edit };
}
