import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { Skeleton } from "#ui/Skeleton";

import type { FeedbackSearch } from "../feedback-search.ts";
import type { Queue } from "../use-queue.ts";
import type { Names } from "../use-names.ts";
import styles from "./QueueList.module.css";
import { QueueRow } from "./QueueRow.tsx";

/** How many rows before the end the next page is asked for. */
const fetchAhead = 50;

export interface QueueListProps {
  readonly queue: Queue;
  readonly search: FeedbackSearch;
  readonly names: Names;
  readonly currentId: string | undefined;
  readonly onStep: (step: 1 | -1) => void;
}

/** The rows in sight and a few around them; the rest is only height. */
export function QueueList({ queue, search, names, currentId, onStep }: QueueListProps) {
  const { t } = useTranslation("feedback");
  const { preferences } = useOrganisation();
  const frame = useRef<HTMLDivElement>(null);
  const rows = queue.rows ?? [];
  const rowHeight = preferences.density === "compact" ? 47 : 55;
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this component
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const wantsMore = queue.hasMore && last > rows.length - fetchAhead;
  const { fetchMore } = queue;
  useEffect(() => {
    if (wantsMore) fetchMore();
  });
  const currentIndex = rows.findIndex((row) => row.id === currentId);
  useEffect(() => {
    if (currentIndex < 0) return;
    virtual.scrollToIndex(currentIndex, { align: "auto" });
    const list = frame.current;
    if (list?.contains(document.activeElement))
      list.querySelector<HTMLElement>("[aria-current]")?.focus({ preventScroll: true });
  }, [currentIndex, virtual]);
  return (
    <div
      className={styles.frame}
      ref={frame}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        onStep(event.key === "ArrowDown" ? 1 : -1);
      }}
    >
      <ol className={styles.rows} aria-label={t("list.label")} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={row.id}
              className={styles.place}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              aria-setsize={queue.total ?? -1}
              aria-posinset={index + 1}
            >
              <QueueRow
                row={row}
                search={search}
                names={names}
                current={row.id === currentId}
                reachable={row.id === currentId || (currentIndex < 0 && index === 0)}
              />
            </li>
          );
        })}
      </ol>
      {queue.hasMore ? <p className={styles.more}>{t("list.more")}</p> : null}
    </div>
  );
}

/** The place of the rows that are coming. */
export function QueueSkeleton() {
  return (
    <div aria-hidden="true">
      {Array.from({ length: 12 }, (_, row) => (
        <div key={row} className={styles.skeleton}>
          <Skeleton width={`${[92, 80, 88, 72][row % 4]}%`} height={14} />
          <Skeleton width={`${[40, 56, 32, 48][row % 4]}%`} height={10} />
        </div>
      ))}
    </div>
  );
}
