/** A ref that gives an element the focus when it comes to the screen, and never again. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
