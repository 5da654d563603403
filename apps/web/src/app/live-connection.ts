import type { AppRouter } from "@kuultu/api/app-router";
import type { LiveMessage } from "@kuultu/domain/live/live-view";
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import superjson from "superjson";

const firstRetryMs = 1000;
const longestRetryMs = 30_000;
/** A browser holds few connections to one address: tabs out of sight give theirs up, and hear on return what they missed. */
const hiddenForMs = 5000;

/** Opens the stream of an organisation's changes; returns what closes it. */
export function connect(organisation: string, screenId: string, take: (message: LiveMessage) => void): () => void {
  const client = createTRPCClient<AppRouter>({
    links: [httpSubscriptionLink({ url: "/trpc", transformer: superjson, connectionParams: { organisation } })],
  });
  let lastEventId = "";
  let stream: { readonly unsubscribe: () => void } | undefined;
  let timer: number | undefined;
  let retryMs = firstRetryMs;

  const open = (): void => {
    stream ??= client.live.changes.subscribe(
      { screenId, lastEventId },
      {
        onData: ({ id, data }) => {
          retryMs = firstRetryMs;
          lastEventId = id;
          take(data);
        },
        onError: again,
        onComplete: again,
      },
    );
  };
  const shut = (): void => {
    clearTimeout(timer);
    const open = stream;
    stream = undefined;
    open?.unsubscribe();
  };
  const later = (work: () => void, ms: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(work, ms);
  };
  function again(): void {
    if (stream === undefined) return;
    stream = undefined;
    // Everybody comes back after a restart, but not all in the same moment.
    later(open, retryMs * (0.5 + Math.random()));
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  }
  const onVisibility = (): void => {
    if (document.visibilityState === "hidden") return later(shut, hiddenForMs);
    clearTimeout(timer);
    open();
  };

  document.addEventListener("visibilitychange", onVisibility);
  open();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    shut();
  };
}
