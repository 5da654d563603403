import type { AppRouter } from "@kuultu/api/app-router";
import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import type { LiveMessage } from "@kuultu/domain/live/live-view";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import superjson from "superjson";
import { beforeEach, expect, it, vi } from "vitest";

import { ownSteps, TRPCProvider } from "#app/trpc";

import { queueQuery } from "./queue-query.ts";
import { untouchedItem } from "./testing/untouched-item.ts";
import { useLiveQueue } from "./use-live-queue.ts";

const tell = vi.hoisted(() => ({ take: (_message: LiveMessage): void => undefined }));
vi.mock("#app/live", () => ({
  useLive: (take: (message: LiveMessage) => void) => {
    tell.take = take;
    return { screenId: "" };
  },
}));

const quiet: LiveMessage = { everything: false, items: [], others: false, gone: [], rooms: [], presence: null };
const row = (id: string, version: number): FeedbackRow => ({ ...untouchedItem, id, version });
const [a, b, c] = [
  "01900000-0000-7000-8000-00000000000a",
  "01900000-0000-7000-8000-00000000000b",
  "01900000-0000-7000-8000-00000000000c",
];

/** The server's rows by id, all found by the filter; and what it was asked for. */
let onServer: FeedbackRow[];
let asked: string[][];
const gone: string[] = [];

function listening() {
  const queryClient = new QueryClient();
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: "http://server.invalid",
        transformer: superjson,
        fetch: async (url) => {
          const address = new URL(url instanceof Request ? url.url : url);
          const answer = (data: unknown) => Response.json({ result: { data: superjson.serialize(data) } });
          if (address.pathname.endsWith("feedback.counts")) return answer({ total: onServer.length, capped: [] });
          if (address.pathname.endsWith("feedback.list")) return answer({ rows: onServer, nextCursor: null });
          const input = address.searchParams.get("input") ?? "{}";
          const { itemIds } = superjson.parse<{ itemIds: string[] }>(input);
          asked.push(itemIds);
          const rows = onServer.filter(({ id }) => itemIds.includes(id));
          return answer({ rows, matching: rows.map(({ id }) => id) });
        },
      }),
    ],
  });
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
  const listKey = trpc.feedback.list.infiniteQueryKey({ filter: { status: "open" }, order: "oldest", limit: 50 });
  queryClient.setQueryData(listKey, {
    pages: [{ rows: [row(a, 1), row(b, 1)], nextCursor: null }],
    pageParams: [null],
  });
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
  const { result } = renderHook(() => useLiveQueue({}, a, (itemId) => gone.push(itemId)), { wrapper });
  const shown = () => queryClient.getQueryData(listKey)?.pages.flatMap((page) => page.rows) ?? [];
  const fetchAnew = () => queryClient.fetchInfiniteQuery({ ...queueQuery(trpc, {}), staleTime: 0 });
  /** A step of one's own that the server answers when it is let; the row is out of the list already. */
  const takeStep = () => {
    let answer = (): void => undefined;
    const mutationFn = () => new Promise<void>((resolve) => (answer = resolve));
    const sent = queryClient.getMutationCache().build(queryClient, { mutationKey: ownSteps, mutationFn }).execute(null);
    queryClient.setQueryData(listKey, { pages: [{ rows: [row(a, 1)], nextCursor: null }], pageParams: [null] });
    return async () => {
      answer();
      await sent;
    };
  };
  return { result, shown, fetchAnew, takeStep };
}

beforeEach(() => {
  onServer = [row(a, 1), row(b, 1)];
  asked = [];
  gone.length = 0;
});

it("a row that somebody changed is as it is now, where it stood", async () => {
  const { shown } = listening();
  onServer = [row(a, 1), { ...row(b, 2), kind: "praise" }];
  act(() => tell.take({ ...quiet, items: [{ id: b, version: 2 }] }));
  await waitFor(() =>
    expect(shown().map(({ id, kind }) => [id, kind])).toEqual([
      [a, untouchedItem.kind],
      [b, "praise"],
    ]),
  );
});

it("what is new waits to be asked for, and no row moves", async () => {
  const { result, shown } = listening();
  onServer = [row(a, 1), row(b, 1), row(c, 1)];
  act(() => tell.take({ ...quiet, items: [{ id: c, version: 1 }] }));
  await waitFor(() => expect(result.current.fresh).toBe(1));
  expect(shown().map(({ id }) => id)).toEqual([a, b]);
  act(() => result.current.showFresh());
  expect(result.current.fresh).toBe(0);
});

it("one's own changes are known already: nobody is asked about them", async () => {
  listening();
  act(() => tell.take({ ...quiet, items: [{ id: b, version: 1 }] }));
  act(() => tell.take({ ...quiet, items: [{ id: c, version: 1 }] }));
  await waitFor(() => expect(asked).toEqual([[c]]));
});

it("what may not be seen any more goes, the open one with a word", async () => {
  const { shown } = listening();
  act(() => tell.take({ ...quiet, gone: [a] }));
  expect(gone).toEqual([a]);
  onServer = [];
  act(() => tell.take({ ...quiet, others: true }));
  await waitFor(() => expect(shown()).toEqual([]));
});

it("an import that the list holds already is no news", async () => {
  const { result, shown } = listening();
  act(() => tell.take({ ...quiet, others: true }));
  await waitFor(() => expect(asked).toEqual([[a, b]]));
  expect(shown().map(({ id }) => id)).toEqual([a, b]);
  expect(result.current.fresh).toBe(0);
});

it("an import of more than the list holds is told of, until the list has been asked for anew", async () => {
  const { result, fetchAnew } = listening();
  onServer = [row(a, 1), row(b, 1), row(c, 1)];
  act(() => tell.take({ ...quiet, others: true }));
  await waitFor(() => expect(result.current.fresh).toBeNull());
  await act(fetchAnew);
  await waitFor(() => expect(result.current.fresh).toBe(0));
});

it("what came into the list by itself is no news any more", async () => {
  const { result, fetchAnew, shown } = listening();
  onServer = [row(a, 1), row(b, 1), row(c, 1)];
  act(() => tell.take({ ...quiet, items: [{ id: c, version: 1 }] }));
  await waitFor(() => expect(result.current.fresh).toBe(1));
  await act(fetchAnew);
  expect(shown().map(({ id }) => id)).toEqual([a, b, c]);
  await waitFor(() => expect(result.current.fresh).toBe(0));
});

it("what one's own steps take out of the list is no news while the server has not answered them", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const looked = (): Promise<unknown> => act(() => vi.advanceTimersByTimeAsync(1000));
  try {
    const { result, takeStep } = listening();
    const answered = takeStep();
    onServer = [row(a, 1), row(b, 2)];
    act(() => tell.take({ ...quiet, others: true, items: [{ id: b, version: 2 }] }));
    await looked();
    expect(asked).toEqual([]);
    onServer = [row(a, 1)];
    await act(answered);
    await looked();
    expect(asked).not.toEqual([]);
    expect(result.current.fresh).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
