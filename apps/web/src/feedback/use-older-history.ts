import type { FeedbackDetail, HistoryView } from "@kuultu/domain/feedback/feedback-view";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useTRPC } from "#app/trpc";

/** An item comes with so many of its newest entries at most. */
const comeAlong = 50;

export interface OlderHistory {
  /** What is to be shown now. */
  readonly history: readonly HistoryView[];
  /** There may be entries before these. */
  readonly exists: boolean;
  readonly isComing: boolean;
  readonly error: unknown;
  readonly show: () => void;
}

/** The history of an item: its newest entries, and all of them once somebody asks. */
export function useOlderHistory(item: Pick<FeedbackDetail, "id" | "history" | "version">): OlderHistory {
  const trpc = useTRPC();
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const asked = askedFor === item.id;
  const whole = useQuery(
    trpc.feedback.history.queryOptions(
      { itemId: item.id },
      { enabled: asked, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
    ),
  );
  const cut = item.history.length >= comeAlong;
  const known = new Set(item.history.map(({ id }) => id));
  const older = asked ? (whole.data ?? []).filter(({ id }) => !known.has(id)) : [];
  return {
    history: [...item.history, ...older],
    exists: cut && !(asked && whole.isSuccess),
    isComing: whole.isFetching,
    error: whole.error,
    show: () => (asked ? void whole.refetch() : setAskedFor(item.id)),
  };
}
