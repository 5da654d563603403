import type { AppRouter } from "@kuultu/api/app-router";
import { QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient, TRPCClientError } from "@trpc/client";
import { createTRPCContext, createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import superjson from "superjson";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/** How a screen talks to the server on behalf of one organisation; the caches of two organisations never meet. */
export interface Connection {
  readonly queryClient: QueryClient;
  readonly client: TRPCClient<AppRouter>;
}

/** What the eye waits for is asked alone: an answer to many questions comes with the slowest of them. */
const awaited: readonly string[] = ["feedback.list", "feedback.item"];

function createConnection(organisation: string | null): Connection {
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: { queries: { staleTime: 30_000, retry: isWorthRetrying, refetchOnWindowFocus: false } },
  });
  const headers = organisation === null ? {} : { "x-kuultu-organisation": organisation };
  const way = { url: "/trpc", transformer: superjson, headers };
  const client = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ path }) => awaited.includes(path),
        true: httpLink(way),
        false: httpBatchLink({ ...way, maxURLLength: 4000 }),
      }),
    ],
  });
  return { queryClient, client };
}

/** Before an organisation is known: only who is signed in. */
export const rootConnection = createConnection(null);
export const rootTrpc = createTRPCOptionsProxy<AppRouter>(rootConnection);

export type Queries = ReturnType<typeof useTRPC>;

/** The procedures as queries of one organisation, where no component asks. */
export function queriesOf(connection: Connection) {
  return createTRPCOptionsProxy<AppRouter>(connection);
}

const connections = new Map<string, Connection>();

export function connectionFor(organisation: string): Connection {
  const found = connections.get(organisation) ?? createConnection(organisation);
  connections.set(organisation, found);
  return found;
}

/** Names what one's own steps in Triage are sent by: while one is on its way, the server counts less than the screen shows. */
export const ownSteps = ["triage"];

export type ScreenClient = TRPCClient<AppRouter>;

/** What the server said was wrong, if it was the server that said it. */
export function serverError(error: unknown): TRPCClientError<AppRouter> | null {
  return error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>) : null;
}

/** A rule or a right does not change by asking again; a lost connection may. */
function isWorthRetrying(failures: number, error: Error): boolean {
  const status = serverError(error)?.data?.httpStatus;
  return failures < 2 && (status === undefined || status >= 500);
}

function leaveWhenSignedOut(error: Error): void {
  if (serverError(error)?.data?.code !== "UNAUTHORIZED" || location.pathname === "/sign-in") return;
  location.assign(`/sign-in?ended=true&to=${encodeURIComponent(location.pathname + location.search)}`);
}
