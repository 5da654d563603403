import type { Permission } from "@kuultu/domain/staff/permission";
import { changedPreferences, type PreferencesChange } from "@kuultu/domain/staff/preferences";
import type { MeView, OrganisationView } from "@kuultu/domain/staff/staff-view";
import { useMutation, useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";

import { rootConnection, rootTrpc, useTRPC } from "./trpc.ts";

export const meQuery = () => rootTrpc.staff.me.queryOptions(undefined, { staleTime: 60_000 });

export interface Session {
  readonly me: MeView;
  readonly organisation: OrganisationView;
}

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in, and the organisation of this page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("the session is used outside an organisation's pages");
  return session;
}

export function useOrganisation(): OrganisationView {
  return useSession().organisation;
}

/** Whether to show a thing at all; the server decides again. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useOrganisation();
  return (permission) => permissions.includes(permission);
}

/** The session of one organisation, drawn again when a preference changes. */
export function useSessionOf(slug: string): Session | null {
  const { data: me } = useQuery(meQuery(), rootConnection.queryClient);
  const organisation = me?.organisations.find((each) => each.slug === slug);
  return useMemo(() => (me && organisation ? { me, organisation } : null), [me, organisation]);
}

/** Changes one's own preferences at once; the server remembers them. */
export function useSetPreferences(): (change: PreferencesChange) => void {
  const trpc = useTRPC();
  const { slug } = useOrganisation();
  const { queryClient } = rootConnection;
  const { mutate } = useMutation(
    trpc.staff.setPreferences.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: rootTrpc.staff.me.queryKey() }),
    }),
  );
  return (change) => {
    queryClient.setQueryData(rootTrpc.staff.me.queryKey(), (me) =>
      me
        ? {
            ...me,
            organisations: me.organisations.map((each) =>
              each.slug === slug ? { ...each, preferences: changedPreferences(each.preferences, change) } : each,
            ),
          }
        : me,
    );
    mutate(change);
  };
}

export async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  location.assign("/sign-in");
}
