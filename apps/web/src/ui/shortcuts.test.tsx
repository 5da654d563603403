import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";

import type { Command } from "./command.ts";
import { keyName } from "./key-press.ts";
import { LetterHold, ShortcutsProvider, useCommands, useLayer } from "./shortcuts.tsx";

afterEach(cleanup);

function Screen({ commands }: { readonly commands: readonly Command[] }) {
  useCommands(commands);
  return (
    <>
      <input aria-label="field" />
      <input aria-label="box" type="checkbox" />
      <button type="button">button</button>
      <div role="dialog">
        <button type="button">in dialog</button>
      </div>
    </>
  );
}

/** A screen that writes down which commands ran. */
function screenWith(commands: Partial<Command>[], singleKeys = true): string[] {
  const ran: string[] = [];
  const table = commands.map((command): Command => ({
    name: "x",
    label: "x",
    group: "x",
    ...command,
    run: () => ran.push(command.name ?? command.keys?.[0] ?? ""),
  }));
  render(
    <ShortcutsProvider singleKeys={singleKeys}>
      <Screen commands={table} />
    </ShortcutsProvider>,
  );
  return ran;
}

const press = (key: string, on: Element = document.body, more: KeyboardEventInit = {}): boolean =>
  fireEvent.keyDown(on, { key, ...more });

describe("a key", () => {
  it("that is a letter is no command while a question is written into, even where it missed the field; Escape is", () => {
    const ran: string[] = [];
    const command = (key: string): Command => ({
      name: key,
      label: key,
      group: "x",
      keys: [key],
      run: () => ran.push(key),
    });
    const shown = (asks: boolean) => (
      <ShortcutsProvider singleKeys>
        <Screen commands={[command("e"), command("Escape")]} />
        {asks ? <LetterHold /> : null}
      </ShortcutsProvider>
    );
    const { rerender } = render(shown(true));
    press("e");
    press("Escape");
    expect(ran).toEqual(["Escape"]);
    rerender(shown(false));
    press("e");
    expect(ran).toEqual(["Escape", "e"]);
  });

  it("runs its command, but not while somebody writes", () => {
    const ran = screenWith([{ keys: ["e"] }]);
    press("e");
    press("e", screen.getByLabelText("field"));
    expect(ran).toEqual(["e"]);
  });

  it("works on a checkbox, which is not written into", () => {
    const ran = screenWith([{ keys: ["e"] }]);
    press("e", screen.getByLabelText("box"));
    expect(ran).toEqual(["e"]);
  });

  it("belongs to a dialog while the focus is in it", () => {
    const ran = screenWith([{ keys: ["e"] }]);
    press("e", screen.getByText("in dialog"));
    expect(ran).toEqual([]);
  });

  it("leaves Enter to a focused button", () => {
    const ran = screenWith([{ keys: ["Enter"] }]);
    press("Enter", screen.getByText("button"));
    expect(ran).toEqual([]);
    press("Enter");
    expect(ran).toEqual(["Enter"]);
  });

  it("with Ctrl leaves a text to who writes it, but for the commands that are wanted everywhere", () => {
    const ran = screenWith([{ keys: ["mod+a"] }, { keys: ["mod+k"], everywhere: true }]);
    press("a", screen.getByLabelText("field"), { ctrlKey: true });
    press("k", screen.getByLabelText("field"), { ctrlKey: true });
    press("a", document.body, { ctrlKey: true });
    expect(ran).toEqual(["mod+k", "mod+a"]);
  });

  it("of a word that an input method is putting together runs nothing", () => {
    const ran = screenWith([{ keys: ["e"] }]);
    press("e", document.body, { isComposing: true });
    press("e", document.body, { keyCode: 229 });
    expect(ran).toEqual([]);
  });

  it("with Shift is another key", () => {
    const ran = screenWith([{ keys: ["j"] }, { keys: ["shift+j"] }]);
    press("J", document.body, { shiftKey: true });
    press("J");
    expect(ran).toEqual(["shift+j", "j"]);
  });

  it("does nothing where single keys are switched off, except Escape", () => {
    const ran = screenWith([{ keys: ["e"] }, { keys: ["Escape"] }, { keys: ["mod+k"] }], false);
    press("e");
    press("Escape");
    press("k", document.body, { metaKey: true });
    expect(ran).toEqual(["Escape", "mod+k"]);
  });

  it("does nothing where its command is not available", () => {
    const ran = screenWith([{ keys: ["e"], available: false }]);
    press("e");
    expect(ran).toEqual([]);
  });

  it("may need another before it", () => {
    const ran = screenWith([
      { name: "themes", keys: ["g t"] },
      { name: "theme", keys: ["t"] },
    ]);
    press("g");
    press("t");
    press("t");
    expect(ran).toEqual(["themes", "theme"]);
  });
});

describe("a person's own keys", () => {
  const table = [{ name: "item.done", label: "done", group: "x", keys: ["e"] }];
  function Own({ ownKeys, ran }: { readonly ownKeys: Record<string, string[]>; readonly ran: string[] }) {
    return (
      <ShortcutsProvider singleKeys ownKeys={ownKeys}>
        <Screen commands={table.map((command) => ({ ...command, run: () => ran.push("done") }))} />
      </ShortcutsProvider>
    );
  }

  it("take the place of those of the table, at once, and may be none", () => {
    const ran: string[] = [];
    const { rerender } = render(<Own ownKeys={{}} ran={ran} />);
    press("e");
    rerender(<Own ownKeys={{ "item.done": ["f", "g d"] }} ran={ran} />);
    press("e");
    expect(ran).toEqual(["done"]);
    press("f");
    press("g");
    press("d");
    expect(ran).toEqual(["done", "done", "done"]);
    rerender(<Own ownKeys={{ "item.done": [] }} ran={ran} />);
    press("e");
    press("f");
    expect(ran).toHaveLength(3);
  });
});

describe("the name of a key", () => {
  const named = (key: string, code: string, more: Partial<KeyboardEvent> = {}) =>
    keyName({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

  it.each([
    ["о", "KeyJ", "j"],
    ["Л", "KeyK", "k"],
    ["у", "KeyE", "e"],
    [".", "Slash", "/"],
    [",", "Slash", "?"],
  ])("on a Cyrillic layout %s is the physical key %s: %s", (key, code, name) => {
    expect(named(key, code)).toBe(name);
  });

  it("on a Latin layout is what is printed, wherever it lies", () => {
    expect(named("a", "KeyQ")).toBe("a");
    expect(named("/", "Digit7")).toBe("/");
    expect(named("?", "Minus", { shiftKey: true })).toBe("?");
    expect(named("A", "KeyA", { ctrlKey: true, shiftKey: true })).toBe("mod+shift+a");
  });

  it("is none for a modifier alone and with Alt", () => {
    expect(named("Shift", "ShiftLeft")).toBeNull();
    expect(named("e", "KeyE", { altKey: true })).toBeNull();
  });
});

function WithLayer({ ran }: { readonly ran: string[] }) {
  const layer = useLayer();
  useCommands([
    { name: "open", label: "open", group: "x", keys: ["mod+k"], everywhere: true, run: layer.show },
    { name: "close", label: "close", group: "x", keys: ["mod+j"], everywhere: true, run: layer.hide },
    { name: "kind", label: "kind", group: "x", keys: ["c"], run: () => ran.push("kind") },
  ]);
  return null;
}

describe("an open layer", () => {
  it("holds single keys back from the page, even while it is still on its way and has no focus", () => {
    const ran: string[] = [];
    render(
      <ShortcutsProvider singleKeys>
        <WithLayer ran={ran} />
      </ShortcutsProvider>,
    );
    press("k", document.body, { ctrlKey: true });
    press("c");
    expect(ran).toEqual([]);
    press("j", document.body, { ctrlKey: true });
    press("c");
    expect(ran).toEqual(["kind"]);
  });
});
