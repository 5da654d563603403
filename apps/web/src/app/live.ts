import type { LiveMessage } from "@kuultu/domain/live/live-view";
import { useEffect, useRef } from "react";

import { useOrganisation } from "./session.tsx";

type Take = (message: LiveMessage) => void;

/** The changes of others in one organisation, heard by one stream of this tab however many parts of the screen listen. */
export interface Live {
  /** This tab, until it is loaded anew. */
  readonly screenId: string;
  /** Returns what ends the listening. */
  readonly listen: (take: Take) => () => void;
}

const lives = new Map<string, Live>();

export function liveOf(organisation: string): Live {
  const found = lives.get(organisation) ?? createLive(organisation);
  lives.set(organisation, found);
  return found;
}

function createLive(organisation: string): Live {
  const screenId = crypto.randomUUID();
  const takers = new Set<Take>();
  let connection: Promise<() => void> | undefined;
  const tell: Take = (message) => {
    for (const take of takers) take(message);
  };
  return {
    screenId,
    listen: (take) => {
      takers.add(take);
      // The stream is not needed for the first paint, so its code comes after it.
      connection ??= import("./live-connection.ts").then((file) => file.connect(organisation, screenId, tell));
      return () => {
        takers.delete(take);
        if (takers.size > 0) return;
        void connection?.then((close) => close());
        connection = undefined;
      };
    },
  };
}

/** Hears the changes of others while the component is there; the newest `take` is called. */
export function useLive(take: Take): Live {
  const live = liveOf(useOrganisation().slug);
  const newest = useRef(take);
  useEffect(() => {
    newest.current = take;
  });
  useEffect(() => live.listen((message) => newest.current(message)), [live]);
  return live;
}
