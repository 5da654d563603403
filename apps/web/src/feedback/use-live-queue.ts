import type { FeedbackDetail, FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import type { LiveMessage } from "@kuultu/domain/live/live-view";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { useLive } from "#app/live";
import { ownSteps, useTRPC, useTRPCClient } from "#app/trpc";

import { type FeedbackSearch, filterOf } from "./feedback-search.ts";
import { useListFetched } from "./use-list-fetched.ts";

/** Changes that come close together are looked up together; one's own answers are here by then. */
const gatherMs = 400;
/** As many items as one question may name. */
const askedAtOnce = 200;

type Pages = InfiniteData<{ readonly rows: readonly FeedbackRow[]; readonly nextCursor?: string | null }>;

export interface LiveQueue {
  /** Items that the list would find now and does not show; null: it is not known how many. */
  readonly fresh: number | null;
  readonly showFresh: () => void;
}

/** Keeps the rows and the open item as they are now, where they stand. What is new waits until it is asked for: no row moves by itself. */
export function useLiveQueue(search: FeedbackSearch, openId: string | undefined, onGone: (itemId: string) => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const filter = filterOf(search);
  const shownList = JSON.stringify(filter);
  const [fresh, setFresh] = useState<{
    readonly list: string;
    readonly ids: readonly string[];
    readonly many: boolean;
  }>({
    list: shownList,
    ids: [],
    many: false,
  });
  const heard = useRef({ versions: new Map<string, number>(), everything: false, others: false });
  /** Counts what was heard: a list that was asked for afterwards holds it. */
  const lastHeard = useRef(0);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const listKey = trpc.feedback.list.infiniteQueryKey({ filter, order: search.order ?? "oldest", limit: 50 });
  const rowsNow = (): readonly FeedbackRow[] =>
    cache.getQueryData<Pages>(listKey)?.pages.flatMap((page) => page.rows) ?? [];
  const itemNow = (itemId: string): FeedbackDetail | undefined =>
    cache.getQueryData<FeedbackDetail>(trpc.feedback.item.queryKey({ itemId }));
  const isKnown = (id: string, version: number): boolean =>
    Math.max(itemNow(id)?.version ?? 0, rowsNow().find((row) => row.id === id)?.version ?? 0) >= version;

  const write = (change: (row: FeedbackRow) => FeedbackRow | null): void => {
    cache.setQueriesData<Pages>(trpc.feedback.list.infiniteQueryFilter(), (list) =>
      list === undefined
        ? list
        : {
            ...list,
            pages: list.pages.map((page) => ({ ...page, rows: page.rows.flatMap((row) => change(row) ?? []) })),
          },
    );
  };
  const forget = (gone: ReadonlySet<string>): void => {
    if (gone.size === 0) return;
    write((row) => (gone.has(row.id) ? null : row));
    for (const itemId of gone) {
      if (itemId === openId) onGone(itemId);
      else cache.removeQueries(trpc.feedback.item.queryFilter({ itemId }));
    }
  };

  /** Until one's own steps are answered and the list is as they left it, they would pass for news. */
  const changesItself = (): boolean =>
    cache.isMutating({ mutationKey: ownSteps }) + cache.isFetching({ queryKey: listKey }) > 0;

  /** Whether the list finds more than is known: what was told of may be shown already, or have gone. True where nobody can tell. */
  const findsMore = async (): Promise<boolean> => {
    const ofFilter = trpc.feedback.counts.queryOptions({ filter });
    const list = cache.getQueryData<Pages>(listKey);
    const isWhole = list !== undefined && list.pages.at(-1)?.nextCursor === null;
    const before = isWhole ? rowsNow().length : cache.getQueryData(ofFilter.queryKey)?.total;
    const { total, capped } = await cache.fetchQuery({ ...ofFilter, staleTime: 0 });
    return before === undefined || capped.includes("total") || total > before;
  };
  const look = async (): Promise<void> => {
    const { versions, everything, others } = heard.current;
    heard.current = { versions: new Map(), everything: false, others: false };
    /** A step of one's own came between asking and the answer, which is of a list that is no more: looked up again. */
    const isOvertaken = (): boolean => {
      if (!changesItself()) return false;
      const since = heard.current;
      heard.current = {
        versions: new Map([...versions, ...since.versions]),
        everything: everything || since.everything,
        others: others || since.others,
      };
      lookSoon();
      return true;
    };
    const more = others && (await findsMore());
    if (isOvertaken()) return;
    if (more) setFresh((before) => ({ list: shownList, ids: before.list === shownList ? before.ids : [], many: true }));
    const ids = [...versions].filter(([id, version]) => !isKnown(id, version)).map(([id]) => id);
    const shown = rowsNow();
    const near = Math.max(0, shown.findIndex((row) => row.id === openId) - askedAtOnce / 2);
    const around = everything ? shown.slice(near, near + askedAtOnce - 1).map((row) => row.id) : [];
    const asked = [...new Set([...around, ...(everything && openId !== undefined ? [openId] : []), ...ids])];
    if (asked.length === 0) return;
    const itemIds = asked.slice(0, askedAtOnce);
    const { rows, matching } = await client.live.rows.query({ itemIds, filter });
    if (isOvertaken()) return;
    const now = new Map(rows.map((row) => [row.id, row]));
    const listed = new Set(rowsNow().map((row) => row.id));
    forget(new Set(itemIds.filter((id) => !now.has(id))));
    write((row) => {
      const changed = now.get(row.id);
      return changed === undefined || changed.version <= row.version ? row : { ...row, ...changed };
    });
    for (const row of rows) {
      const item = itemNow(row.id);
      if (item !== undefined && item.version < row.version)
        void cache.invalidateQueries(trpc.feedback.item.queryFilter({ itemId: row.id }));
    }
    const news = matching.filter((id) => !listed.has(id) && id !== openId);
    setFresh((before) => {
      const same = before.list === shownList ? before : { list: shownList, ids: [], many: false };
      return {
        list: shownList,
        ids: [...new Set([...same.ids, ...news])],
        many: same.many || asked.length > askedAtOnce,
      };
    });
  };
  const lookSoon = (): void => {
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      if (changesItself()) return lookSoon();
      // What fails is asked again with the next change; the list itself says when the server cannot be reached.
      look().catch(() => undefined);
    }, gatherMs);
  };

  useLive((message: LiveMessage) => {
    forget(new Set(message.gone));
    for (const item of message.items) heard.current.versions.set(item.id, item.version);
    if (message.everything || message.others) heard.current.everything = true;
    if (message.others) heard.current.others = true;
    lastHeard.current += 1;
    if (heard.current.everything || heard.current.versions.size > 0) lookSoon();
  });

  useListFetched(listKey, lastHeard, () => setFresh({ list: shownList, ids: [], many: false }));

  const current = fresh.list === shownList ? fresh : { ids: [], many: false };
  const listed = new Set(current.ids.length === 0 ? [] : rowsNow().map((row) => row.id));
  return {
    fresh: current.many ? null : current.ids.filter((id) => !listed.has(id)).length,
    showFresh: () => {
      setFresh({ list: shownList, ids: [], many: false });
      void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
    },
  } satisfies LiveQueue;
}
