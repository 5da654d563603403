import { flushSync } from "react-dom";

import { isTyping } from "./key-press.ts";

/** So many keys are kept for what is on its way; more than that nobody presses blindly. */
const mostHeld = 80;
/** A part that has come takes the focus by then, also where it fetches something first; milliseconds. */
const focusMs = 4000;
/** A dialog may take the focus first and give it to its field then. */
const fieldMs = 50;
const held: readonly string[] = ["Backspace", "Enter", "Escape", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

type Press = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

/** Keys pressed for something that is still on its way: kept in their order and pressed again once it is there. */
export interface HeldKeys {
  /** A layer takes the keys. `focus`: what had the focus when it was asked for; it is here when something else has it. */
  readonly hold: (layer: string, focus: Element | null) => void;
  /** It is gone; or, where it was the stand-in of a part, the part has come in its place and will take the focus. */
  readonly release: (layer: string, partComes: boolean) => void;
  readonly isHeld: () => boolean;
  /** What the commands are about is on its way. */
  readonly wait: (owner: string) => void;
  readonly waitNoMore: (owner: string) => void;
  readonly isWaiting: () => boolean;
  /** Keeps the press where it belongs to what is on its way, or where others before it are kept. */
  readonly takes: (event: KeyboardEvent) => boolean;
  readonly keep: (event: KeyboardEvent) => void;
  /** So many keys could not be done; returns what ends the listening. */
  readonly onLost: (tell: (count: number) => void) => () => void;
  /** Listens to the page until the returned function is called. */
  readonly start: () => () => void;
}

export function createHeldKeys(): HeldKeys {
  const layers = new Map<string, Element | null>();
  const waits = new Set<string>();
  const listeners = new Set<(count: number) => void>();
  let presses: Press[] = [];
  let lost = 0;
  let coming: { readonly focus: Element | null; readonly timer: number } | null = null;
  let replaying = false;

  const isHere = (focus: Element | null): boolean =>
    document.activeElement !== null && document.activeElement !== document.body && document.activeElement !== focus;
  const layerComes = (): boolean => [...layers.values()].some((focus) => !isHere(focus));
  const partComes = (): boolean => coming !== null && !isHere(coming.focus);
  const tellLost = (): void => {
    const count = lost;
    lost = 0;
    if (count > 0) for (const tell of listeners) tell(count);
  };
  const loseAll = (): void => {
    lost += presses.filter(({ key }) => key.length === 1).length;
    presses = [];
    tellLost();
  };
  const forgetPart = (): void => {
    if (coming !== null) clearTimeout(coming.timer);
    coming = null;
  };
  const pressAgain = (): void => {
    if (replaying) return;
    replaying = true;
    try {
      while (presses.length > 0 && waits.size === 0 && !layerComes() && !partComes()) {
        const [press] = presses.splice(0, 1);
        // What a key does is on the screen before the next one is pressed.
        if (press !== undefined && !flushSync(() => pressed(press)) && press.key.length === 1) lost += 1;
      }
    } finally {
      replaying = false;
    }
    if (presses.length === 0) tellLost();
  };
  const soon = (): void => {
    if (presses.length > 0) queueMicrotask(pressAgain);
  };
  const keep = (event: KeyboardEvent): void => {
    event.preventDefault();
    if (presses.length < mostHeld) presses.push({ key: event.key, code: event.code, shiftKey: event.shiftKey });
    else lost += 1;
  };

  return {
    hold: (layer, focus) => void layers.set(layer, focus),
    release: (layer, part) => {
      const focus = layers.get(layer);
      if (!layers.delete(layer) || focus === undefined) return;
      if (part) {
        forgetPart();
        const giveUp = (): void => {
          coming = null;
          loseAll();
        };
        coming = { focus, timer: window.setTimeout(giveUp, focusMs) };
      } else if (layers.size === 0 && waits.size === 0 && !isHere(focus)) loseAll();
      soon();
    },
    isHeld: () => layers.size > 0,
    wait: (owner) => void waits.add(owner),
    waitNoMore: (owner) => {
      waits.delete(owner);
      soon();
    },
    isWaiting: () => waits.size > 0,
    takes: (event) => {
      if (replaying || !isText(event)) return false;
      if (!layerComes() && !partComes() && (presses.length === 0 || isTyping(event.target))) return false;
      keep(event);
      return true;
    },
    keep,
    onLost: (tell) => {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    start: () => {
      const onFocus = (): void => {
        if (coming !== null && !partComes()) forgetPart();
        if (isTyping(document.activeElement)) soon();
        else if (presses.length > 0) window.setTimeout(pressAgain, fieldMs);
      };
      // Who takes the mouse means something else by now.
      const onPointer = (): void => {
        forgetPart();
        loseAll();
      };
      document.addEventListener("focusin", onFocus);
      document.addEventListener("pointerdown", onPointer, true);
      return () => {
        document.removeEventListener("focusin", onFocus);
        document.removeEventListener("pointerdown", onPointer, true);
        forgetPart();
      };
    },
  };
}

function isText(event: KeyboardEvent): boolean {
  const withoutModifier = event.getModifierState("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
  return withoutModifier && (event.key.length === 1 || held.includes(event.key));
}

/** Presses a key where the focus is; true where something came of it. */
function pressed(press: Press): boolean {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true });
  if (!target.dispatchEvent(event)) return true;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) || !isTyping(target)) return false;
  return written(target, press.key);
}

/** What the browser would have made of the key in a field. */
function written(field: HTMLInputElement | HTMLTextAreaElement, key: string): boolean {
  const { selectionStart: start, selectionEnd: end } = field;
  if (key === "Enter" && field instanceof HTMLInputElement) {
    field.form?.requestSubmit();
    return true;
  }
  const text = key === "Enter" ? "\n" : key.length === 1 ? key : "";
  if (start === null || end === null || (text === "" && key !== "Backspace")) return false;
  field.setRangeText(text, text === "" && start === end ? Math.max(0, start - 1) : start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
  return true;
}
