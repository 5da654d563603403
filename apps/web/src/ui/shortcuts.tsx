import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

import type { Command } from "./command.ts";
import { createHeldKeys, type HeldKeys } from "./held-keys.ts";
import { belongsToControl, isComposing, isInLayer, isTyping, keyName } from "./key-press.ts";

/** A person's own keys by name of command; a command that is not named keeps those of its table. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

interface CommandTable {
  readonly offer: (owner: string, commands: readonly Command[]) => void;
  readonly withdraw: (owner: string) => void;
  /** What can be done now, the newest owner first. */
  readonly all: () => readonly Command[];
  /** An open layer holds single keys back from the page; before its code is here and it has the focus they are kept for it. */
  readonly keys: HeldKeys;
  /** While a question is written into, a letter that meets no field is meant for it, not for a command. */
  readonly holdLetters: (writer: string) => void;
  readonly releaseLetters: (writer: string) => void;
  readonly areLettersHeld: () => boolean;
}

const TableContext = createContext<CommandTable | null>(null);
const noKeys: OwnKeys = {};
const OwnKeysContext = createContext<OwnKeys>(noKeys);

/** How long the first key of a sequence ("g t") waits for the second, in milliseconds. */
const sequencePause = 1500;

/** Single characters are what a person may switch off, with Shift or without; Escape and Enter stay. */
const isCharacter = (key: string): boolean => key.replace("shift+", "").length === 1;

/** Holds the table of commands and the only key listener of the screen. */
export function ShortcutsProvider({
  singleKeys,
  ownKeys = noKeys,
  children,
}: {
  readonly singleKeys: boolean;
  readonly ownKeys?: OwnKeys;
  readonly children: ReactNode;
}) {
  const owners = useRef(new Map<string, readonly Command[]>());
  const writers = useRef(new Set<string>());
  const table = useMemo<CommandTable>(
    () => ({
      keys: createHeldKeys(),
      holdLetters: (writer) => void writers.current.add(writer),
      releaseLetters: (writer) => void writers.current.delete(writer),
      areLettersHeld: () => writers.current.size > 0,
      offer: (owner, commands) => void owners.current.set(owner, commands),
      withdraw: (owner) => void owners.current.delete(owner),
      all: () => [...owners.current.values()].toReversed().flat(),
    }),
    [],
  );
  useKeyListener(table, singleKeys);
  return (
    <OwnKeysContext value={ownKeys}>
      <TableContext value={table}>{children}</TableContext>
    </OwnKeysContext>
  );
}

function useKeyListener(table: CommandTable, singleKeys: boolean): void {
  const before = useRef<{ key: string; at: number } | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposing(event)) return;
      const key = keyName(event);
      if (table.keys.takes(event) || key === null) return;
      const first =
        before.current !== null && event.timeStamp - before.current.at < sequencePause ? before.current.key : null;
      before.current = null;
      const busy =
        table.keys.isHeld() ||
        isTyping(event.target) ||
        isInLayer(event.target) ||
        belongsToControl(event.target, key) ||
        (isCharacter(key) && (!singleKeys || table.areLettersHeld()));
      const commands = table
        .all()
        .filter((command) => command.available !== false && (!busy || (command.everywhere && key.startsWith("mod+"))));
      const bound = (keys: string): Command | undefined => commands.find((command) => command.keys?.includes(keys));
      const command = (first === null ? undefined : bound(`${first} ${key}`)) ?? bound(key);
      if (command !== undefined) {
        event.preventDefault();
        command.run();
      } else if (isCharacter(key) && commands.some((each) => each.keys?.some((keys) => keys.startsWith(`${key} `)))) {
        event.preventDefault();
        before.current = { key, at: event.timeStamp };
      } else if (!busy && !event.repeat && table.keys.isWaiting()) {
        if (table.all().some((each) => each.keys?.includes(key))) table.keys.keep(event);
      }
    };
    window.addEventListener("keydown", onKeyDown);
    const stop = table.keys.start();
    return () => {
      window.removeEventListener("keydown", onKeyDown);
      stop();
    };
  }, [table, singleKeys]);
}

function useTable(): CommandTable {
  const table = useContext(TableContext);
  if (table === null) throw new Error("commands are used outside ShortcutsProvider");
  return table;
}

/** The keys of a command as this person has them, from those that its table gives it. */
export function useOwnKeys(): (name: string, given: readonly string[]) => readonly string[] {
  const own = useContext(OwnKeysContext);
  return useCallback((name, given) => own[name] ?? given, [own]);
}

/** Offers commands while the calling component is on the screen; pass the table freshly made in each render. */
export function useCommands(commands: readonly Command[]): void {
  const table = useTable();
  const owner = useId();
  const keysOf = useOwnKeys();
  // Layout effects, so that a key pressed right after a paint meets the table of that paint.
  useLayoutEffect(() => {
    table.offer(
      owner,
      commands.map((command) => ({ ...command, keys: keysOf(command.name, command.keys ?? []) })),
    );
  });
  useLayoutEffect(() => () => table.withdraw(owner), [table, owner]);
}

/** Reads the table at the moment a palette or a help sheet opens. */
export function useAllCommands(): () => readonly Command[] {
  const table = useTable();
  return useCallback(() => {
    const seen = new Set<string>();
    return table.all().filter((command) => !seen.has(command.name) && seen.add(command.name) !== undefined);
  }, [table]);
}

/** Keeps the keys while it stands on the screen in the place of a part that is on its way: they are pressed again where that takes the focus. */
export function KeyHold(): null {
  const { keys } = useTable();
  const layer = useId();
  useLayoutEffect(() => {
    keys.hold(layer, document.activeElement);
    return () => keys.release(layer, true);
  }, [keys, layer]);
  return null;
}

/** While what the commands are about is on its way, the keys of those that wait for it are kept, and pressed again once it is there. */
export function useKeysWait(waiting: boolean): void {
  const { keys } = useTable();
  const owner = useId();
  useLayoutEffect(() => {
    if (!waiting) return;
    keys.wait(owner);
    return () => keys.waitNoMore(owner);
  }, [keys, owner, waiting]);
}

/** Hears of keys that were kept and could not be done. */
export function useLostKeys(tell: (count: number) => void): void {
  const { keys } = useTable();
  const newest = useRef(tell);
  useEffect(() => {
    newest.current = tell;
  });
  useEffect(() => keys.onLost((count) => newest.current(count)), [keys]);
}

/** Stands beside a question that is written into, as long as it is open: letters that miss its field run no commands. */
export function LetterHold(): null {
  const table = useTable();
  const writer = useId();
  useLayoutEffect(() => {
    table.holdLetters(writer);
    return () => table.releaseLetters(writer);
  }, [table, writer]);
  return null;
}

/** An open/closed switch for layers that a command opens. Closed, the focus is where it was, unless something took it. */
export function useLayer(): { readonly open: boolean; readonly show: () => void; readonly hide: () => void } {
  const { keys } = useTable();
  const layer = useId();
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) keys.hold(layer, before.current);
    return () => keys.release(layer, false);
  }, [keys, layer, open]);
  useLayoutEffect(() => {
    if (open || document.activeElement !== document.body) return;
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    before.current = null;
  }, [open]);
  const show = useCallback(() => {
    before.current = document.activeElement;
    setOpen(true);
  }, []);
  const hide = useCallback(() => setOpen(false), []);
  return { open, show, hide };
}
