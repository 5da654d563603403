import type { HistoryView } from "@kuultu/domain/feedback/feedback-view";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";

import { atDesk, twoThemes } from "../testing/at-desk.tsx";
import { untouchedItem } from "../testing/untouched-item.ts";
import { ItemHistory } from "./ItemHistory.tsx";

beforeAll(() => startTranslation("fi"));
afterEach(cleanup);

const entry = (number: number, part: Partial<HistoryView>): HistoryView => ({
  id: String(number),
  at: new Date(Date.UTC(2026, 0, 7, 8, number)).toISOString(),
  staffName: "Demo",
  change: "feedback.done",
  values: {},
  texts: {},
  undoes: false,
  undone: null,
  ...part,
});
const tell = async (history: readonly HistoryView[], answer: (procedure: string) => unknown = () => []) => {
  const { wrapper } = atDesk(answer);
  render(<ItemHistory item={{ ...untouchedItem, history }} names={twoThemes} />, { wrapper });
  await screen.findByRole("heading", { name: "Historia" });
};
const lines = () => screen.getAllByRole("listitem").map((line) => line.querySelector("span")?.textContent);

it("names the themes and what was undone", async () => {
  const coded = { change: "feedback.coded", values: { "c.themeId": [null, "a"] } } as const;
  const undone = { change: "feedback.undone", undoes: true, undone: "feedback.answered-elsewhere" };
  await tell([entry(2, undone), entry(1, coded)]);
  expect(lines()).toEqual(["Demo kumosi: merkintä vastatuksi", "Demo luokitteli: Odotus", "Saapui"]);
});

it("goes back to the first entry when asked, and says before that nothing of how it began", async () => {
  const whole = Array.from({ length: 60 }, (_, index) => entry(60 - index, {}));
  await tell(whole.slice(0, 50), (procedure) => (procedure === "feedback.history" ? whole : []));
  expect(lines()).not.toContain("Saapui");
  fireEvent.click(screen.getByRole("button", { name: "Näytä vanhemmat" }));
  await screen.findByText("Saapui");
  expect(lines()).toHaveLength(61);
  expect(screen.queryByRole("button", { name: "Näytä vanhemmat" })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("region", { name: "Historia" }));
});
