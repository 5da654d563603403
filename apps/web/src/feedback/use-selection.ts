import { useNavigate } from "@tanstack/react-router";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { useTRPC } from "#app/trpc";

import type { FeedbackSearch } from "./feedback-search.ts";
import { useAhead } from "./use-ahead.ts";
import type { Queue } from "./use-queue.ts";

export interface Selection {
  /** The item in the reading pane; the first of the list where the URL names none. */
  readonly id: string | undefined;
  /** The URL names it: on a narrow screen it is what is read. */
  readonly named: boolean;
  /** Its place in the list, from 0; −1 where it is not among the fetched rows. */
  readonly index: number;
  /** The one that comes when this one is done: the next, or the one before at the end of the list. */
  readonly followingId: string | undefined;
  readonly step: (by: 1 | -1) => void;
  readonly open: (id: string | undefined) => void;
  /** As open, by hand: Back leads to where nothing was read. */
  readonly choose: (id: string) => void;
  readonly close: () => void;
}

/** So many items that were read or are near stay in memory. */
const mostKept = 40;

/** Which item is read, kept in the URL; its neighbours are fetched before they are asked for. */
export function useSelection(search: FeedbackSearch, queue: Queue): Selection {
  const navigate = useNavigate({ from: "/$organisation/feedback" });
  const trpc = useTRPC();
  const cache = useQueryClient();
  const rows = queue.rows ?? [];
  const ahead = useAhead(search);
  const named = ahead.item;
  const id = named ?? rows[0]?.id;
  const index = rows.findIndex((row) => row.id === id);
  const nextId = rows[index + 1]?.id;
  const previousId = index > 0 ? rows[index - 1]?.id : undefined;
  const afterNextId = rows[index + 2]?.id;

  const kept = useRef<string[]>([]);
  useEffect(() => {
    const near = [previousId, id, nextId, afterNextId].filter((itemId) => itemId !== undefined);
    for (const itemId of near) {
      if (itemId !== id) void cache.prefetchQuery(trpc.feedback.item.queryOptions({ itemId }));
    }
    // What was read long ago is let go: verbatims do not pile up over a day of decisions.
    const order = [...kept.current.filter((itemId) => !near.includes(itemId)), ...near];
    for (const itemId of order.slice(0, -mostKept))
      cache.removeQueries({ ...trpc.feedback.item.queryFilter({ itemId }), type: "inactive" });
    kept.current = order.slice(-mostKept);
  }, [id, nextId, previousId, afterNextId, cache, trpc]);

  // Moving from item to item leaves no trail: Back leads out of the list, not through it.
  const go = (itemId: string | undefined, replace: boolean): void =>
    ahead.go(itemId, navigate({ search: (before) => ({ ...before, item: itemId }), replace }));
  const open = (itemId: string | undefined): void => go(itemId, true);
  return {
    id,
    named: named !== undefined,
    index,
    followingId: nextId ?? previousId,
    open,
    choose: (itemId) => go(itemId, named !== undefined),
    step: (by) => {
      const target = by === 1 ? nextId : previousId;
      if (target !== undefined) open(target);
    },
    close: () => go(undefined, false),
  };
}
