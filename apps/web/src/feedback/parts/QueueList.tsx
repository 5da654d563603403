import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";

import type { FeedbackSearch } from "../feedback-search.ts";
import { keepsOwnMenu, type Place } from "../use-command-menu.ts";
import type { ManyChoice } from "../use-many.ts";
import type { Names } from "../use-names.ts";
import type { Queue } from "../use-queue.ts";
import type { Selection } from "../use-selection.ts";
import styles from "./QueueList.module.css";
import { QueueRow } from "./QueueRow.tsx";

/** How many rows before the end the next page is asked for. */
const fetchAhead = 50;

export interface QueueListProps {
  readonly queue: Queue;
  /** Without what is read: the same object while one moves through the list. */
  readonly search: FeedbackSearch;
  readonly names: Names;
  readonly selection: Selection;
  readonly many: ManyChoice;
  /** The menu of a row is wanted, at this place of the window. */
  readonly onMenu: (place: Place) => void;
}

/** The rows in sight and a few around them; the rest is only height. One grid: a row is read, any number are chosen. */
export function QueueList({ queue, search, names, selection, many, onMenu }: QueueListProps) {
  const { t } = useTranslation("feedback");
  const triages = useMay()("feedback.triage");
  const currentId = selection.id;
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
    // Rows are of one height: what the list knows of itself is enough, and the browser need not measure first.
    const [top, height] = [virtual.scrollOffset ?? 0, virtual.scrollRect?.height ?? 0];
    const [start, end] = [currentIndex * rowHeight, (currentIndex + 1) * rowHeight];
    if (start < top) frame.current?.scrollTo({ top: start });
    else if (height > 0 && end > top + height) frame.current?.scrollTo({ top: end - height });
    const list = frame.current;
    if (list?.contains(document.activeElement))
      list.querySelector<HTMLElement>("[aria-current]")?.focus({ preventScroll: true });
  }, [currentIndex, rowHeight, virtual]);

  const onClick = (event: MouseEvent): void => {
    const id = rowId(event.target);
    if (id === undefined || event.ctrlKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    if (event.shiftKey && triages) many.extendTo(id);
    else if (event.target instanceof Element && event.target.closest("[data-choose]") !== null) many.toggle(id);
    else selection.choose(id);
  };
  const onContextMenu = (event: MouseEvent): void => {
    const id = rowId(event.target);
    if (id === undefined || keepsOwnMenu(event)) return;
    event.preventDefault();
    if (many.many === null) selection.open(id);
    onMenu({ x: event.clientX, y: event.clientY });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const cell = event.key === "ArrowLeft" ? "[data-choose]" : event.key === "ArrowRight" ? "a" : null;
    if (by === 0 && cell === null) return;
    event.preventDefault();
    if (cell !== null) rowOf(event.target)?.querySelector<HTMLElement>(cell)?.focus();
    else if (by !== 0) (event.shiftKey && triages ? many.extendBy : selection.step)(by);
  };
  return (
    <div className={styles.frame} ref={frame} data-queue="" data-choosing={many.many !== null || undefined}>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on the links and boxes of its rows */}
      <div
        role="grid"
        className={styles.rows}
        aria-label={t("list.label")}
        aria-rowcount={queue.total ?? -1}
        aria-multiselectable={triages}
        style={{ height: virtual.getTotalSize() }}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
      >
        {shown.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={row.id}
              role="row"
              data-row={row.id}
              className={styles.place}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              aria-rowindex={index + 1}
              aria-selected={triages ? many.isChosen(row.id) : undefined}
            >
              <QueueRow
                row={row}
                search={search}
                names={names}
                current={row.id === currentId}
                reachable={row.id === currentId || (currentIndex < 0 && index === 0)}
                chosen={triages ? many.isChosen(row.id) : null}
              />
            </div>
          );
        })}
      </div>
      {queue.hasMore ? <p className={styles.more}>{t("list.more")}</p> : null}
    </div>
  );
}

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
const rowId = (target: EventTarget | null): string | undefined => rowOf(target)?.dataset["row"];
