import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";

import type { Step } from "./optimistic-step.ts";

/** Steps on one item that the server has not answered, in their order. */
export interface Unsent {
  readonly itemId: string;
  /** The newest version of the item that the server has told of; the first step was sent on it, if it was sent. */
  readonly version: number;
  readonly steps: readonly Step[];
}

/** They are kept in this tab until the server has answered each: a reload loses none. */
export interface UnsentSteps {
  /** Those that an earlier load of the page has left, the oldest first; they are handed out once, and kept until they are set anew. */
  readonly takeLeft: () => readonly Unsent[];
  readonly hasLeft: () => boolean;
  /** With no steps: all are answered. */
  readonly set: (unsent: Unsent) => void;
  readonly isEmpty: () => boolean;
}

const opened = new Map<string, UnsentSteps>();

/** One per tab and key, also when the screen that takes the steps is left and comes again. */
export function unsentSteps(key: string): UnsentSteps {
  const found = opened.get(key) ?? readUnsent(key);
  opened.set(key, found);
  return found;
}

/** As a page that has just been loaded finds them. */
export function readUnsent(key: string): UnsentSteps {
  const items = new Map(stored(key).map((unsent) => [unsent.itemId, unsent]));
  let left = [...items.values()];
  return {
    takeLeft: () => {
      const taken = left;
      left = [];
      return taken;
    },
    hasLeft: () => left.length > 0,
    set: (unsent) => {
      if (unsent.steps.length > 0) items.set(unsent.itemId, unsent);
      else items.delete(unsent.itemId);
      if (items.size > 0) sessionStorage.setItem(key, JSON.stringify([...items.values()]));
      else sessionStorage.removeItem(key);
    },
    isEmpty: () => items.size === 0,
  };
}

/**
 * Which of the steps are still to be taken on the item as it is now. One goes after the other, so the first alone may have been taken
 * without its answer having been heard: then the item is one version further, by the person's own hand. Null: somebody else's
 * change came between, and what is to be done is decided anew.
 */
export function stillToTake(item: FeedbackDetail, unsent: Unsent, ownName: string): readonly Step[] | null {
  if (item.version === unsent.version) return unsent.steps;
  const next = item.history.find(({ values }) => values["version"]?.[1] === unsent.version + 1);
  if (item.version === unsent.version + 1 && next?.staffName === ownName) return unsent.steps.slice(1);
  return null;
}

function stored(key: string): readonly Unsent[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(read) ? read.filter(isUnsent) : [];
  } catch {
    return [];
  }
}

/** What the steps are the server checks again. */
function isUnsent(read: unknown): read is Unsent {
  return (
    typeof read === "object" &&
    read !== null &&
    "itemId" in read &&
    typeof read.itemId === "string" &&
    "version" in read &&
    typeof read.version === "number" &&
    "steps" in read &&
    Array.isArray(read.steps)
  );
}
