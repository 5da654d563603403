import { useMantineColorScheme } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { Outlet, useParams, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";

import { afterPaint } from "#ui/deferred";
import { ShortcutsProvider } from "#ui/shortcuts";

import { Frame } from "./Frame.tsx";
import { SessionContext, useSessionOf } from "./session.tsx";
import { connectionFor, TRPCProvider } from "./trpc.ts";

const LiveChanges = afterPaint(async () => (await import("./LiveChanges.tsx")).LiveChanges);

/** Everything under /{organisation}: the session, the connection, the keys and the frame. */
export function OrganisationLayout() {
  const { organisation: slug } = useParams({ from: "/$organisation" });
  const session = useSessionOf(slug);
  const { queryClient, client } = connectionFor(slug);
  const preferences = session?.organisation.preferences;
  useAppearance(preferences?.colourScheme, preferences?.density);
  if (session === null) return null;
  return (
    <SessionContext value={session}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider queryClient={queryClient} trpcClient={client}>
          <ShortcutsProvider
            singleKeys={session.organisation.preferences.singleKeys}
            ownKeys={session.organisation.preferences.keys}
          >
            <Frame>
              <FocusOnArrival />
              <LiveChanges />
              <Suspense fallback={null}>
                <Outlet />
              </Suspense>
            </Frame>
          </ShortcutsProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </SessionContext>
  );
}

/** Puts the chosen colours and density on the page itself, which React does not draw. */
function useAppearance(colourScheme: "light" | "dark" | "auto" | undefined, density: string | undefined): void {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (colourScheme !== undefined) setColorScheme(colourScheme);
  }, [colourScheme, setColorScheme]);
  useEffect(() => {
    if (density !== undefined) document.documentElement.dataset["density"] = density;
  }, [density]);
}

/** Coming to another room starts reading and tabbing from its content. */
function FocusOnArrival() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path)
      document.getElementById("content")?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return null;
}
