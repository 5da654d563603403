import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "@kuultu/api/app-router";
import type { ReactNode } from "react";
import superjson from "superjson";
import { expect, it } from "vitest";

import { TRPCProvider } from "#app/trpc";

import { untouchedItem as item } from "./testing/untouched-item.ts";
import { readUnsent } from "./unsent-steps.ts";
import { useTriageSteps } from "./use-triage-steps.ts";

/** The server's side of the wire: answers each step with the next version, and writes down what was asked. */
function answeringServer() {
  const asked: { path: string; version: number }[] = [];
  let now = item;
  const answer = async (url: URL | RequestInfo, init?: { readonly body?: unknown }): Promise<Response> => {
    const { version } = superjson.parse<{ version: number }>(typeof init?.body === "string" ? init.body : "{}");
    asked.push({ path: new URL(url instanceof Request ? url.url : url).pathname.slice(1), version });
    now = { ...now, version: now.version + 1, themeIds: ["t"], status: "in_review" };
    return Response.json({ result: { data: superjson.serialize({ item: now, stepId: "s" }) } });
  };
  const client = createTRPCClient<AppRouter>({
    links: [httpLink({ url: "http://server.invalid", transformer: superjson, fetch: answer })],
  });
  return { asked, client };
}

it("steps taken before the screen has shown the answers rest on the newest version, not on the one shown", async () => {
  const { asked, client } = answeringServer();
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
  const unsent = readUnsent("unsent");
  const report = { refused: () => {}, undone: () => {}, undoRefused: () => {} };
  const { result } = renderHook(() => useTriageSteps(report, unsent), { wrapper });
  // Both keys are pressed on what the screen still shows: the untouched item.
  act(() => void result.current.take(item, { name: "code", themeId: "t", words: null }));
  await waitFor(() => expect(asked).toHaveLength(1));
  act(() => void result.current.take(item, { name: "done" }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked).toEqual([
    { path: "feedback.code", version: 3 },
    { path: "feedback.done", version: 4 },
  ]);
  await waitFor(() => expect(unsent.isEmpty()).toBe(true));
});
