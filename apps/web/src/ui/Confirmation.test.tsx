import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { AnnouncementProvider, useAnnounce } from "./announcement.tsx";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const undone: string[] = [];

function Steps() {
  const announce = useAnnounce();
  const say = (text: string) =>
    announce(text, { about: "Odotin kauan.", act: { label: "undo", keys: "u", run: () => undone.push(text) } });
  return (
    <>
      <button type="button" onClick={() => announce("3 chosen")}>
        choose
      </button>
      <button type="button" onClick={() => say("Done.")}>
        done
      </button>
      <button type="button" onClick={() => say("Rejected.")}>
        reject
      </button>
    </>
  );
}

const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const shown = () => document.querySelector("[data-confirmation] p")?.textContent ?? null;

it("what was done, and to what, is seen for a moment; the next one takes its place, and what is only said is not shown", () => {
  render(
    <AnnouncementProvider>
      <Steps />
    </AnnouncementProvider>,
  );
  press("choose");
  expect(shown()).toBeNull();
  press("done");
  expect(shown()).toBe("Done. Odotin kauan.");
  expect(screen.getByRole("status").textContent).toBe("Done.");
  press("reject");
  expect(shown()).toBe("Rejected. Odotin kauan.");
  act(() => void vi.advanceTimersByTime(6000));
  expect(shown()).toBeNull();
});

it("its button takes the step back and gives the focus back; while the focus is on it, it stays", () => {
  render(
    <AnnouncementProvider>
      <Steps />
    </AnnouncementProvider>,
  );
  const from = screen.getByRole("button", { name: "done" });
  from.focus();
  press("done");
  const button = screen.getByRole("button", { name: "undo" });
  button.focus();
  act(() => void vi.advanceTimersByTime(12_000));
  expect(shown()).toBe("Done. Odotin kauan.");
  fireEvent.click(button);
  expect(document.activeElement).toBe(from);
  expect(undone).toEqual(["Done."]);
  expect(shown()).toBeNull();
});
