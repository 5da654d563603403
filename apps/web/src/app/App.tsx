import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { Suspense } from "react";

import { AnnouncementProvider } from "#ui/announcement";
import { cssVariables, theme } from "#ui/theme";

import { router } from "./router.tsx";
import { rootConnection } from "./trpc.ts";

const colourSchemeManager = localStorageColorSchemeManager({ key: "kuultu.colour-scheme" });

/** The server writes the nonce of its content security policy into the page; Mantine's own style element needs it. */
const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

// A dialog's lock on scrolling writes a style element too, and asks for the nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: nonce() });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colourSchemeManager}
      getStyleNonce={nonce}
    >
      <QueryClientProvider client={rootConnection.queryClient}>
        <AnnouncementProvider>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </AnnouncementProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
