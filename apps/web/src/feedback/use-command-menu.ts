import { type MouseEvent, useState } from "react";

import { useLayer } from "#ui/shortcuts";

/** Where a menu opens, in pixels of the window. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface CommandMenuState {
  /** Null: closed. */
  readonly place: Place | null;
  readonly showAt: (place: Place) => void;
  /** At the row that is read, or at the pane where the list is out of sight. */
  readonly showAtRow: () => void;
  readonly hide: () => void;
  /** For a part of the screen whose right click opens the menu. */
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** The menu of commands of a row and of the pane. */
export function useCommandMenu(): CommandMenuState {
  const layer = useLayer();
  const [place, setPlace] = useState<Place>({ x: 0, y: 0 });
  const showAt = (at: Place): void => {
    setPlace(at);
    layer.show();
  };
  return {
    place: layer.open ? place : null,
    showAt,
    showAtRow: () => {
      const row = document.querySelector("[data-queue] [aria-current]");
      const seen = row?.getClientRects().length ? row : document.getElementById("reading");
      const { left = 0, top = 0, height = 0 } = seen?.getBoundingClientRect() ?? {};
      showAt({ x: left + 48, y: top + Math.min(height, 48) });
    },
    hide: layer.hide,
    onContextMenu: (event) => {
      if (keepsOwnMenu(event)) return;
      event.preventDefault();
      showAt({ x: event.clientX, y: event.clientY });
    },
  };
}

/** Text that is written or marked keeps the browser's menu: copying and spelling stand there. */
export function keepsOwnMenu(event: MouseEvent): boolean {
  const { target } = event;
  const marked = document.getSelection()?.isCollapsed === false;
  return event.shiftKey || marked || (target instanceof Element && target.closest("input, textarea, select") !== null);
}
