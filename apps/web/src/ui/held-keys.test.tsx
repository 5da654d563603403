import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { lazy, Suspense, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";

import { KeyHold, ShortcutsProvider, useCommands, useKeysWait, useLayer, useLostKeys } from "./shortcuts.tsx";

afterEach(cleanup);

const press = (...keys: readonly string[]): void => {
  for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};

/** Items that come one after another, each by `arrive`; "4" and "e" are for the one that is there. */
function walk() {
  const done: string[] = [];
  const lost: number[] = [];
  let arrive = (): void => undefined;
  function Walk() {
    const [at, setAt] = useState({ item: 1, here: true });
    arrive = () => setAt((before) => ({ ...before, here: true }));
    useKeysWait(!at.here);
    useLostKeys((count) => lost.push(count));
    const note = (what: string): void => void done.push(`${what}${at.item}`);
    const next = (): void => {
      note("e");
      setAt({ item: at.item + 1, here: false });
    };
    useCommands([
      { name: "code", label: "code", group: "x", keys: ["4"], available: at.here, run: () => note("4") },
      { name: "done", label: "done", group: "x", keys: ["e"], available: at.here, run: next },
      { name: "late", label: "late", group: "x", keys: ["r"], available: false, run: () => note("r") },
      { name: "move", label: "move", group: "x", keys: ["j"], run: () => note("j") },
    ]);
    return <p>{at.item}</p>;
  }
  render(
    <ShortcutsProvider singleKeys>
      <Walk />
    </ShortcutsProvider>,
  );
  const come = async (): Promise<void> => act(async () => arrive());
  return { done, lost, come };
}

describe("keys pressed before the next item is there", () => {
  it("are done on it, in their order, once it has come", async () => {
    const { done, lost, come } = walk();
    press("4", "e", "4", "e", "4", "e");
    expect(done).toEqual(["41", "e1"]);
    await come();
    expect(done).toEqual(["41", "e1", "42", "e2"]);
    await come();
    expect(done).toEqual(["41", "e1", "42", "e2", "43", "e3"]);
    expect(lost).toEqual([]);
  });

  it("overtake none of those before them, but nothing waits for what is available", async () => {
    const { done, come } = walk();
    press("e", "j", "4", "j");
    expect(done).toEqual(["e1", "j2"]);
    await come();
    expect(done).toEqual(["e1", "j2", "42", "j2"]);
  });

  it("are told of where nothing can come of them", async () => {
    const { done, lost, come } = walk();
    press("e", "r", "4");
    await come();
    expect(done).toEqual(["e1", "42"]);
    expect(lost).toEqual([1]);
  });

  it("are told of and not done where the mouse is taken meanwhile", async () => {
    const { done, lost, come } = walk();
    press("e", "4", "e");
    fireEvent.pointerDown(document.body);
    await come();
    expect(done).toEqual(["e1"]);
    expect(lost).toEqual([2]);
  });
});

/** A layer whose code comes when it is let, with a field that takes the focus. */
function withLateLayer(standIn: boolean) {
  const done: string[] = [];
  let letCome: (part: { default: () => React.ReactNode }) => void;
  const Late = lazy(() => new Promise<{ default: () => React.ReactNode }>((resolve) => (letCome = resolve)));
  function Page() {
    const layer = useLayer();
    const [panel, setPanel] = useState(false);
    useCommands([
      { name: "open", label: "o", group: "x", keys: ["o"], run: standIn ? () => setPanel(true) : layer.show },
      { name: "done", label: "e", group: "x", keys: ["e"], run: () => done.push("e") },
    ]);
    return <Suspense fallback={standIn ? <KeyHold /> : null}>{layer.open || panel ? <Late /> : null}</Suspense>;
  }
  function Field() {
    const [text, setText] = useState("");
    const onKeyDown = (event: React.KeyboardEvent): void => {
      if (event.key === "Enter") done.push(`Enter ${text}`);
    };
    return (
      <input
        aria-label="field"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what is tested
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    );
  }
  render(
    <ShortcutsProvider singleKeys>
      <Page />
    </ShortcutsProvider>,
  );
  return { done, come: () => act(async () => letCome({ default: Field })) };
}

describe.each([
  ["a layer that is opened", false],
  ["a part with a stand-in", true],
])("what is typed before the code of %s is here", (_, standIn) => {
  it("arrives in its field, in order, and is no command", async () => {
    const { done, come } = withLateLayer(standIn);
    press("o", "t", "e", "x", "e", "Backspace", "t", "Enter");
    await come();
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("field").value).toBe("text"));
    expect(done).toEqual(["Enter text"]);
  });
});
