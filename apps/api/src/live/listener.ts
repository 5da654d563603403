import type { Changes } from "#live/changed-items";

/** Changes with the position up to which they tell. */
export interface Told {
  readonly id: string;
  readonly changes: Changes | "everything";
}

/** Something for a screen: changes, or an item at which somebody came or went. */
export type ForScreen = Told | { readonly lookAt: string };

/** More than these are not kept for a screen that is slow to take them. */
const longestQueue = 100;

/** What one screen of a person has still to be told. */
export class Listener {
  constructor(readonly staffId: string) {}

  #waiting: ForScreen[] = [];
  #begun = false;
  #ended = false;
  #wake: (() => void) | undefined;

  /** What is told before anything else: until it is there, what is heard waits, or its position would hide what was missed. */
  begin(told: Told): void {
    this.#waiting.unshift(told);
    this.#begun = true;
    this.#wake?.();
  }

  hear(told: Told): void {
    if (this.#waiting.length >= longestQueue) this.#waiting = [{ id: told.id, changes: "everything" }];
    else this.#waiting.push(told);
    this.#wake?.();
  }

  look(itemId: string): void {
    if (this.#waiting.length >= longestQueue) return;
    this.#waiting.push({ lookAt: itemId });
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** The next to be told; null at the end. */
  async next(): Promise<ForScreen | null> {
    while ((this.#waiting.length === 0 || !this.#begun) && !this.#ended) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#ended ? null : (this.#waiting.shift() ?? null);
  }
}
