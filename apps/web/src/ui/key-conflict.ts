import type { Command } from "./command.ts";

/** A command as far as its keys go. `place` is where they work: two pages are never there at once, `frame` always is. */
export interface KeyedCommand extends Pick<Command, "name" | "label" | "group"> {
  readonly place: string;
  /** The keys of its table. */
  readonly given: readonly string[];
  /** The keys that this person has it on. */
  readonly keys: readonly string[];
}

export const frame = "frame";

/** Which of these commands hold a key that another wants: the same, or one that begins the other ("g" and "g t"). */
export function holders(
  wanted: Pick<KeyedCommand, "name" | "place">,
  keys: readonly string[],
  commands: readonly KeyedCommand[],
): KeyedCommand[] {
  return commands.filter(
    (command) =>
      command.name !== wanted.name &&
      (command.place === wanted.place || command.place === frame || wanted.place === frame) &&
      command.keys.some((held) => keys.some((key) => clash(held, key))),
  );
}

/** The keys that are left to a command when another takes these. */
export function without(held: readonly string[], taken: readonly string[]): string[] {
  return held.filter((key) => taken.every((each) => !clash(key, each)));
}

function clash(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

const kept = /^(?:(?:shift\+)?(?:Tab|Escape| )|F(?:1|5|11|12)|mod\+(?:[wtnrlqz]|shift\+[nt]|[0-9]))$/u;

/** Keys that the browser or the screen reader keeps for itself, or that would take the way out of a field. */
export function isKept(key: string): boolean {
  return key.split(/(?<=.) /u).some((press) => kept.test(press));
}
