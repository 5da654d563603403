import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useTRPC } from "#app/trpc";

/** The rule of every class, and the registrars who can be named for one. */
export function useRoutingRules() {
  const trpc = useTRPC();
  const rules = useQuery(trpc.routed.rules.queryOptions());
  const staff = useQuery(trpc.staff.list.queryOptions(undefined, { staleTime: 300_000 })).data ?? [];
  return { rules, registrars: staff.filter(({ roles }) => roles.includes("registrar")) };
}

export function useSetRoutingRule(onSaved: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation(
    trpc.routed.setRule.mutationOptions({
      onSuccess: onSaved,
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.routed.pathKey() }),
    }),
  );
}
