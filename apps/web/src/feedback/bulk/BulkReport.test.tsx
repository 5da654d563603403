import type { BulkStepView } from "@kuultu/domain/feedback/bulk-view";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";

import { atDesk, twoThemes } from "../testing/at-desk.tsx";
import { BulkReport } from "./BulkReport.tsx";

beforeAll(() => startTranslation("fi"));
afterEach(cleanup);

const step: BulkStepView = {
  id: "b",
  stepId: "s",
  undoesStepId: null,
  undoneById: null,
  state: "running",
  change: { step: "done" },
  startedAt: "2026-01-08T08:00:00.000Z",
  finishedAt: null,
  total: 10,
  changed: 4,
  leftAlone: [],
  remaining: 6,
  reason: "",
};
const report = <BulkReport bulkStepId="b" names={twoThemes} onShow={() => {}} onClose={() => {}} />;

it("where the server cannot be reached while a step on many runs, it is said to run on, not to be impossible", async () => {
  let away = false;
  const { wrapper, queryClient } = atDesk(() => {
    if (away) throw new TypeError("Failed to fetch");
    return step;
  });
  render(report, { wrapper });
  await screen.findByRole("progressbar");
  away = true;
  await act(() => queryClient.refetchQueries());
  expect((await screen.findByRole("alert")).textContent).toContain("Joukkomuutos jatkuu palvelimella");
  expect(screen.getByRole("progressbar")).toBeDefined();
  expect(screen.queryByText("Joukkomuutosta ei voi tehdä")).toBeNull();
});

it("the key of undo takes back the step that the report is about", async () => {
  const asked: string[] = [];
  const { wrapper } = atDesk((procedure) => {
    asked.push(procedure);
    return procedure === "feedback.undo"
      ? { stepId: "u", items: [] }
      : { ...step, state: "finished", changed: 10, remaining: 0 };
  });
  render(report, { wrapper });
  await screen.findByRole("button", { name: /Kumoa/ });
  fireEvent.keyDown(document.body, { key: "u" });
  await act(() => Promise.resolve());
  expect(asked).toContain("feedback.undo");
});
