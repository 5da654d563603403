import type { ComponentType } from "react";

/** One thing that the screen can do. The same table feeds the keyboard, the buttons, the palette and the help sheet. */
export interface Command {
  /** Unique, `room.verb`. */
  readonly name: string;
  /** In the language of the screen. */
  readonly label: string;
  /** Heading under which the palette and the help sheet show it. */
  readonly group: string;
  /** "e", "?", "Enter", "shift+j", "mod+k", or a sequence "g t". Several keys may do the same. */
  readonly keys?: readonly string[];
  /** The keys of its table, where `keys` may be a person's own. */
  readonly given?: readonly string[];
  /** False: not now (shown dimmed in help, left out of the palette, its key does nothing). */
  readonly available?: boolean;
  /** True: not offered in the palette (moving about, opening the palette itself). */
  readonly keyboardOnly?: boolean;
  /** True: a key with Ctrl or ⌘ works also while somebody writes and under an open layer. */
  readonly everywhere?: boolean;
  readonly icon?: ComponentType<{ readonly size?: number; readonly stroke?: number }>;
  readonly run: () => void;
}
