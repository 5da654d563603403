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
import { belongsToControl, isComposing, isInLayer, isTyping, keyName } from "./key-press.ts";

/** A person's own keys by name of command; a command that is not named keeps those of its table. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

interface CommandTable {
  readonly offer: (owner: string, commands: readonly Command[]) => void;
  readonly withdraw: (owner: string) => void;
  /** What can be done now, the newest owner first. */
  readonly all: () => readonly Command[];
  /** An open layer holds single keys back from the page, also before its code is here and it has the focus. */
  readonly hold: (layer: string) => void;
  readonly release: (layer: string) => void;
  readonly isHeld: () => boolean;
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
  const layers = useRef(new Set<string>());
  const writers = useRef(new Set<string>());
  const table = useMemo<CommandTable>(
    () => ({
      hold: (layer) => void layers.current.add(layer),
      release: (layer) => void layers.current.delete(layer),
      isHeld: () => layers.current.size > 0,
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
      const key = keyName(event);
      if (key === null || event.defaultPrevented || isComposing(event)) return;
      const first =
        before.current !== null && event.timeStamp - before.current.at < sequencePause ? before.current.key : null;
      before.current = null;
      const busy =
        table.isHeld() ||
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
        before.current = { key, at: event.timeStamp };
      }
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
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

/** Holds single keys back while it stands on the screen: in the place of a part that is on its way. */
export function KeyHold(): null {
  const table = useTable();
  const layer = useId();
  useLayoutEffect(() => {
    table.hold(layer);
    return () => table.release(layer);
  }, [table, layer]);
  return null;
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
  const table = useTable();
  const layer = useId();
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) table.hold(layer);
    return () => table.release(layer);
  }, [table, layer, open]);
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
