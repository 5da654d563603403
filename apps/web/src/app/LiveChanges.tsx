import type { LiveMessage } from "@kuultu/domain/live/live-view";
import { type Query, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { useLive } from "./live.ts";
import { ownSteps, useTRPC } from "./trpc.ts";

/** By then the answer to a step of one's own is here, and what changed is known. */
const ownAnswerMs = 300;
/** What is counted is fetched anew this often at most, however many changes come: the truth and the facets, and the rest. */
const truthEveryMs = 2500;
const restEveryMs = 10_000;

/** Queries of Triage that are kept by item or row, not by counting: Triage itself looks after them. */
const keptByRow: readonly unknown[] = ["list", "item", "facets"];
const truth: readonly unknown[] = ["summary", "counts"];

/** Room and procedure of a query. */
function pathOf({ queryKey }: Query): readonly unknown[] {
  return Array.isArray(queryKey[0]) ? queryKey[0] : [];
}

const isTruth = (query: Query): boolean => pathOf(query)[0] === "feedback" && truth.includes(pathOf(query)[1]);
const isRest = (query: Query): boolean => {
  const [room, procedure] = pathOf(query);
  return room === "feedback" && !keptByRow.includes(procedure) && !truth.includes(procedure);
};

/** Fetches anew what the changes of others touch, in every room: figures now and then, the lists of other rooms at once. */
export function LiveChanges() {
  const cache = useQueryClient();
  const trpc = useTRPC();
  const timers = useRef<{ truth?: number | undefined; rest?: number | undefined }>({});
  useEffect(() => {
    const running = timers.current;
    return () => {
      clearTimeout(running.truth);
      clearTimeout(running.rest);
    };
  }, []);

  const refresh = (which: "truth" | "rest", predicate: (query: Query) => boolean, everyMs: number): void => {
    timers.current[which] ??= window.setTimeout(() => {
      timers.current[which] = undefined;
      // While one's own steps are on their way the server counts less than the screen shows.
      if (cache.isMutating({ mutationKey: ownSteps }) > 0) return refresh(which, predicate, everyMs);
      void cache.invalidateQueries({ predicate });
    }, everyMs);
  };
  const refreshFigures = (): void => {
    refresh("truth", isTruth, truthEveryMs);
    refresh("rest", isRest, restEveryMs);
  };
  useLive(({ everything, others, items, rooms }: LiveMessage) => {
    if (everything) {
      refreshFigures();
      void cache.invalidateQueries({ predicate: (query) => pathOf(query)[0] !== "feedback" });
      return;
    }
    if (rooms.length > 0) {
      const told: readonly string[] = rooms;
      void cache.invalidateQueries({ predicate: (query) => told.includes(String(pathOf(query)[0])) });
    }
    if (others) refreshFigures();
    else if (items.length > 0) {
      window.setTimeout(() => {
        const isKnown = ({ id, version }: (typeof items)[number]): boolean =>
          (cache.getQueryData(trpc.feedback.item.queryKey({ itemId: id }))?.version ?? 0) >= version;
        if (!items.every(isKnown)) refreshFigures();
      }, ownAnswerMs);
    }
  });
  return null;
}
