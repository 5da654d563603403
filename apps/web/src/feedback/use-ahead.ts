import { useState } from "react";

import type { FeedbackSearch } from "./feedback-search.ts";

interface Ahead {
  /** Everything in the address but the item: another list begins anew. */
  readonly list: string;
  /** What the address named when it was last looked at. */
  readonly inUrl: string | undefined;
  /** Where the screen has gone since, in order; the address comes after. */
  readonly items: readonly (string | undefined)[];
  readonly turn: symbol;
  /** The newest of them has been walked to the end. */
  readonly settled: boolean;
}

/**
 * The item that is read, without waiting for the address: a key pressed right after a step means the item that comes then, and the
 * address may take some hundred milliseconds. `go` shows an item at once; `arrival`: when the address has come there.
 */
export function useAhead(search: FeedbackSearch): {
  readonly item: string | undefined;
  readonly go: (itemId: string | undefined, arrival: Promise<void>) => void;
} {
  const list = JSON.stringify({ ...search, item: undefined });
  const [ahead, setAhead] = useState<Ahead | null>(null);
  const now = ahead === null ? null : followed(ahead, list, search.item);
  if (now !== ahead) setAhead(now);
  return {
    item: now === null ? search.item : now.items.at(-1),
    go: (itemId, arrival) => {
      const turn = Symbol("turn");
      setAhead((before) => ({
        list,
        inUrl: before === null ? search.item : before.inUrl,
        items: [...(before?.items ?? []), itemId],
        turn,
        settled: false,
      }));
      const settle = (): void => setAhead((before) => (before?.turn === turn ? { ...before, settled: true } : before));
      void arrival.then(settle, settle);
    },
  };
}

/** What is still ahead of the address; null where it has caught up, or leads elsewhere. */
function followed(ahead: Ahead, list: string, inUrl: string | undefined): Ahead | null {
  if (ahead.list !== list) return null;
  if (ahead.settled && inUrl === ahead.items.at(-1)) return null;
  if (inUrl === ahead.inUrl) return ahead;
  const at = ahead.items.indexOf(inUrl);
  const items = at < 0 ? [] : ahead.items.slice(at + 1);
  return items.length === 0 ? null : { ...ahead, inUrl, items };
}
