import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";
import { AnnouncementProvider } from "#ui/announcement";

import { untouchedItem } from "../testing/untouched-item.ts";
import type { Names } from "../use-names.ts";
import { verbatimId } from "../use-word-choice.ts";
import type { Words } from "../verbatim-segments.ts";
import { Verbatim } from "./Verbatim.tsx";

const body = "Odotin kauan. Kukaan ei vastannut.";
const themeNames: Readonly<Record<string, string>> = { a: "Odotus", b: "Neuvonta" };
const names: Names = {
  channels: [],
  services: [],
  sites: [],
  customerGroups: [],
  people: [],
  teams: [],
  themes: [],
  rounds: [],
  facet: () => "",
  theme: (id) => themeNames[id] ?? "",
  owner: () => "",
  round: () => "",
  digit: (id) => (id === "a" ? 1 : null),
};
const coding = { origin: "staff", staffName: "Demo", madeAt: "2021-12-09T08:00:00.000Z" } as const;
const item = {
  ...untouchedItem,
  body,
  codings: [
    { ...coding, id: "1", themeId: "a", words: { start: 0, end: 20 } },
    { ...coding, id: "2", themeId: "b", words: { start: 7, end: 12 } },
  ],
};

beforeAll(() => startTranslation("fi"));
afterEach(cleanup);

function Pane() {
  const [chosen, choose] = useState<Words | null>(null);
  return (
    <AnnouncementProvider>
      <button type="button">before</button>
      <Verbatim item={item} names={names} chosen={chosen} codes onChoose={choose} />
      <p data-testid="chosen">{chosen === null ? "nothing" : body.slice(chosen.start, chosen.end)}</p>
    </AnnouncementProvider>
  );
}

async function text(): Promise<HTMLElement> {
  render(<Pane />);
  await screen.findByText("before");
  const found = document.getElementById(verbatimId);
  if (found === null) throw new Error("the text is not drawn");
  return found;
}

it("words are chosen by keyboard alone, said as they are chosen, and let go with the focus back where it was", async () => {
  const verbatim = await text();
  const button = screen.getByText("before");
  button.focus();
  // As the command does it.
  act(() => verbatim.focus());
  const chosen = () => screen.getByTestId("chosen").textContent;
  expect(chosen()).toBe("Odotin");
  expect(screen.getByRole("application").textContent).toContain("Odotin");
  fireEvent.keyDown(verbatim, { key: "ArrowDown" });
  fireEvent.keyDown(verbatim, { key: "ArrowDown", shiftKey: true });
  expect(chosen()).toBe("Kukaan ei vastannut");
  expect(screen.getByRole("status").textContent).toBe("Valittu: Kukaan ei vastannut");
  fireEvent.keyDown(verbatim, { key: "Escape" });
  expect(chosen()).toBe("nothing");
  expect(document.activeElement).toBe(button);
  expect(screen.queryByRole("application")).toBeNull();
});

it("a click into the text brings no word cursor", async () => {
  const verbatim = await text();
  fireEvent.pointerDown(verbatim);
  act(() => verbatim.focus());
  expect(screen.queryByRole("application")).toBeNull();
});

it("marks that overlap say where each begins and ends, in words and by their numbers", async () => {
  const verbatim = await text();
  expect(verbatim.textContent).toContain("[alkaa: 1 Odotus]");
  expect(verbatim.textContent).toContain("[alkaa: Neuvonta]");
  const lanes = [...verbatim.querySelectorAll("mark [data-lane]")].map((lane) => lane.getAttribute("data-lane"));
  expect(new Set(lanes)).toEqual(new Set(["0", "1"]));
  expect([...verbatim.querySelectorAll("sup")].map((number) => number.textContent)).toEqual([
    "•[päättyy: Neuvonta]",
    "1[päättyy: 1 Odotus]",
  ]);
});
