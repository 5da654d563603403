import { type FocusEvent, useLayoutEffect, useRef } from "react";

const queue = "[data-queue]";
/** The docked part, where the question of a step stands in the place of the keypad. */
const steps = "[data-steps]";

const isIn = (place: string, element: EventTarget | null): boolean =>
  element instanceof Element && element.closest(place) !== null;

/** The row that is read, or the one that Tab comes to. */
function rowOfQueue(): HTMLElement | null {
  return document.querySelector<HTMLElement>(`${queue} [aria-current], ${queue} a[tabindex="0"]`);
}

/** True where the focus came to stand on it: what is out of sight takes none. */
function take(place: HTMLElement | null): boolean {
  place?.focus({ preventScroll: true });
  return place !== null && document.activeElement === place;
}

/**
 * Keeps the keyboard in Triage: where what had the focus goes away (a panel that closes, a row that is done, a button that has
 * had its use), the focus comes to the row where it came from the list, else to what is read. Goes on the element around both.
 */
export function useKeptFocus() {
  /** What had the focus last, and whether a person in the list came to it; null: they left it themselves. */
  const last = useRef<{ readonly element: HTMLElement; readonly ofList: boolean } | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    if (before === null || document.activeElement !== document.body || take(before.element)) return;
    const reading = document.getElementById("reading");
    const [first, second] = before.ofList ? [rowOfQueue(), reading] : [reading, rowOfQueue()];
    if (!take(first)) take(second);
  });
  return {
    onFocus: (event: FocusEvent<HTMLElement>): void => {
      const { target, relatedTarget, currentTarget } = event;
      if (!currentTarget.contains(target)) return;
      const cameFromList = isIn(queue, relatedTarget) || (isIn(steps, relatedTarget) && last.current?.ofList === true);
      last.current = { element: target, ofList: isIn(queue, target) || (isIn(steps, target) && cameFromList) };
    },
    // Whoever clicks beside everything means it; a window that lost the focus, and what was hidden under the hand, do not.
    onBlur: ({ target, relatedTarget }: FocusEvent<HTMLElement>): void => {
      if (relatedTarget === null && document.hasFocus() && target.getClientRects().length > 0) last.current = null;
    },
  };
}
