import type { AppRouter } from "@kuultu/api/app-router";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import { type ReactNode, Suspense } from "react";
import superjson from "superjson";

import { type Session, SessionContext } from "#app/session";
import { TRPCProvider } from "#app/trpc";
import { AnnouncementProvider } from "#ui/announcement";
import { ShortcutsProvider } from "#ui/shortcuts";

import type { Names } from "../use-names.ts";

const organisation = {
  id: "o",
  slug: "o",
  names: { fi: "Virasto" },
  demonstration: false,
  today: "2026-01-08",
  closedDays: [],
  staffId: "s",
  roles: [],
  permissions: [],
  preferences: { colourScheme: "auto", density: "comfortable", singleKeys: true, keys: {} },
} as const;
const session: Session = {
  me: { name: "Demo", email: "demo@example.invalid", organisations: [organisation] },
  organisation,
};

/** Names of two themes, of nothing else. */
export const twoThemes: Names = {
  channels: [],
  services: [],
  sites: [],
  customerGroups: [],
  people: [],
  teams: [],
  themes: [],
  rounds: [],
  facet: () => "",
  theme: (id) => (id === "a" ? "Odotus" : "Neuvonta"),
  owner: () => "",
  round: () => "",
  digit: (id) => (id === "a" ? 4 : null),
};

/** Around a part of Triage: a person at work, and a server that answers as told; what is thrown is a server that is away. */
export function atDesk(answer: (procedure: string) => unknown) {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "http://server.invalid",
        transformer: superjson,
        fetch: async (url) => {
          const { pathname } = new URL(url instanceof Request ? url.url : url);
          return Response.json({ result: { data: superjson.serialize(answer(pathname.slice(1))) } });
        },
      }),
    ],
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <SessionContext value={session}>
          <AnnouncementProvider>
            <ShortcutsProvider singleKeys>
              <Suspense>{children}</Suspense>
            </ShortcutsProvider>
          </AnnouncementProvider>
        </SessionContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
  return { wrapper, queryClient };
}
