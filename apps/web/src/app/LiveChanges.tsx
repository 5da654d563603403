import type { LiveMessage } from "@kuultu/domain/live/live-view";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { useTRPC } from "./trpc.ts";

import { useLive } from "./live.ts";

/** By then the answer to a step of one's own is here, and what changed is known. */
const ownAnswerMs = 300;
/** What is counted is fetched anew this often at most, however many changes come. */
const figuresEveryMs = 2500;

/** Queries of Triage that are kept by item or row, not by counting: Triage itself looks after them. */
const keptByRow: readonly unknown[] = ["list", "item", "facets"];

/** Room and procedure of a query. */
function pathOf(queryKey: readonly unknown[]): readonly unknown[] {
  return Array.isArray(queryKey[0]) ? queryKey[0] : [];
}

/** Fetches anew what the changes of others touch, in every room: figures now and then, the lists of other rooms at once. */
export function LiveChanges() {
  const cache = useQueryClient();
  const trpc = useTRPC();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const refreshRooms = (rooms: readonly string[]): void =>
    void cache.invalidateQueries({ predicate: ({ queryKey }) => rooms.includes(String(pathOf(queryKey)[0])) });
  const refreshFigures = (): void => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      const counted = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean => {
        const [room, procedure] = pathOf(queryKey);
        return room === "feedback" && !keptByRow.includes(procedure);
      };
      void cache.invalidateQueries({ predicate: counted });
    }, figuresEveryMs);
  };
  useLive((message: LiveMessage) => {
    if (message.everything) {
      refreshFigures();
      const others = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
        pathOf(queryKey)[0] !== "feedback";
      void cache.invalidateQueries({ predicate: others });
      return;
    }
    if (message.rooms.length > 0) refreshRooms(message.rooms);
    if (message.others) refreshFigures();
    else if (message.items.length > 0) {
      window.setTimeout(() => {
        const isKnown = ({ id, version }: LiveMessage["items"][number]): boolean =>
          (cache.getQueryData(trpc.feedback.item.queryKey({ itemId: id }))?.version ?? 0) >= version;
        if (!message.items.every(isKnown)) refreshFigures();
      }, ownAnswerMs);
    }
  });
  return null;
}
