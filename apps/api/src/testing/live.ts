import { randomUUID } from "node:crypto";

import { isTrackedEnvelope } from "@trpc/server";

import type { LiveMessage } from "@kuultu/domain/live/live-view";

import { createCaller } from "#app-router";
import type { SignedIn, World } from "#testing/world";
import { loadWorkplace } from "#trpc/scope-loader";

/** What one screen hears. */
export interface Hearing {
  readonly screenId: string;
  readonly all: LiveMessage[];
  /** The first message like this, of those to come and those heard already. */
  until(like: (message: LiveMessage) => boolean): Promise<LiveMessage>;
  each(take: (message: LiveMessage) => Promise<void>): void;
  firstId(): string;
  lastId(): string;
  /** Resolves at the end of the stream. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** A screen of a person that listens; resolves when it has heard its first message. */
export async function listenAs(world: World, person: SignedIn, lastEventId = ""): Promise<Hearing> {
  const screenId = randomUUID();
  const stopping = new AbortController();
  const all: LiveMessage[] = [];
  const ids: string[] = [];
  const takers = new Set<(message: LiveMessage) => unknown>();
  const call = createCaller(
    {
      parts: world.parts,
      account: person.account,
      organisationSlug: person.scope.organisation.slug,
      findWorkplace: (userId, slug) => loadWorkplace(world.parts, userId, slug),
    },
    { signal: stopping.signal },
  );
  const stream = await call.live.changes({ screenId, lastEventId });
  const take = (told: unknown): void => {
    if (!isTrackedEnvelope<LiveMessage>(told)) throw new Error("A message without a place");
    const [id, data] = told;
    ids.push(id);
    all.push(data);
    for (const taker of takers) taker(data);
  };
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done !== true) take(first.value);
  const ended = (async () => {
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) take(next.value);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  })();
  return {
    screenId,
    all,
    ended,
    firstId: () => ids[0] ?? "",
    lastId: () => ids.at(-1) ?? "",
    each(take) {
      takers.add((message) => void take(message));
    },
    until: (like) =>
      new Promise((resolve) => {
        const early = all.find(like);
        if (early !== undefined) return resolve(early);
        takers.add((message) => {
          if (like(message)) resolve(message);
        });
      }),
    stop: () => stopping.abort(),
  };
}
