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
import { belongsToControl, isInLayer, isTyping, keyName } from "./key-press.ts";

interface CommandTable {
  readonly offer: (owner: string, commands: readonly Command[]) => void;
  readonly withdraw: (owner: string) => void;
  /** What can be done now, the newest owner first. */
  readonly all: () => readonly Command[];
  /** An open layer holds single keys back from the page, also before its code is here and it has the focus. */
  readonly hold: (layer: string) => void;
  readonly release: (layer: string) => void;
  readonly isHeld: () => boolean;
}

const TableContext = createContext<CommandTable | null>(null);

/** How long the first key of a sequence ("g t") waits for the second, in milliseconds. */
const sequencePause = 1500;

/** Single characters are what a person may switch off; Escape and Enter stay. */
const isCharacter = (key: string): boolean => key.length === 1;

/** Holds the table of commands and the only key listener of the screen. */
export function ShortcutsProvider({
  singleKeys,
  children,
}: {
  readonly singleKeys: boolean;
  readonly children: ReactNode;
}) {
  const owners = useRef(new Map<string, readonly Command[]>());
  const layers = useRef(new Set<string>());
  const table = useMemo<CommandTable>(
    () => ({
      hold: (layer) => void layers.current.add(layer),
      release: (layer) => void layers.current.delete(layer),
      isHeld: () => layers.current.size > 0,
      offer: (owner, commands) => void owners.current.set(owner, commands),
      withdraw: (owner) => void owners.current.delete(owner),
      all: () => [...owners.current.values()].toReversed().flat(),
    }),
    [],
  );
  useKeyListener(table, singleKeys);
  return <TableContext value={table}>{children}</TableContext>;
}

function useKeyListener(table: CommandTable, singleKeys: boolean): void {
  const before = useRef<{ key: string; at: number } | null>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = keyName(event);
      if (key === null || event.defaultPrevented || event.isComposing) return;
      const first =
        before.current !== null && event.timeStamp - before.current.at < sequencePause ? before.current.key : null;
      before.current = null;
      if (!key.startsWith("mod+")) {
        if (
          table.isHeld() ||
          (!singleKeys && isCharacter(key)) ||
          isTyping(event.target) ||
          isInLayer(event.target) ||
          belongsToControl(event.target, key)
        )
          return;
      }
      const commands = table.all().filter((command) => command.available !== false);
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

/** Offers commands while the calling component is on the screen; pass the table freshly made in each render. */
export function useCommands(commands: readonly Command[]): void {
  const table = useTable();
  const owner = useId();
  // Layout effects, so that a key pressed right after a paint meets the table of that paint.
  useLayoutEffect(() => {
    table.offer(owner, commands);
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
  return {
    open,
    show: () => {
      before.current = document.activeElement;
      setOpen(true);
    },
    hide: () => setOpen(false),
  };
}
