import type { KeyboardEvent } from "react";

/** For what is written into: there Escape reaches no command. While a word is being composed it belongs to the composing. */
export function onEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
}
