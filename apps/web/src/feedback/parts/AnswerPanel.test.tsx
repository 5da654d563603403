import type { AnswerDesk, AnswerView } from "@kuultu/domain/feedback/answer-view";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";
import { useCommands } from "#ui/shortcuts";

import { atDesk, twoThemes } from "../testing/at-desk.tsx";
import { untouchedItem } from "../testing/untouched-item.ts";
import type { Triage } from "../use-triage.ts";
import { StepPanel } from "./StepPanel.tsx";

beforeAll(() => startTranslation("fi"));
beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

const item = { ...untouchedItem, replyExpected: true };
const desk: AnswerDesk = { language: "fi", answers: [], templates: [], maySend: false, hasContact: false };
const takenBack: AnswerView = {
  id: "1",
  state: "withdrawn",
  language: "fi",
  place: "letter",
  failure: null,
  staffName: "Demo",
  madeAt: "2026-01-08T08:00:00.000Z",
  sentAt: null,
  subject: "",
  body: "Soitimme.",
};

/** The panel for answering as `y` opens it, over a screen on which "e" ends the item. */
function answering(of: AnswerDesk) {
  const done: string[] = [];
  const asked: string[] = [];
  const { wrapper } = atDesk((procedure) => {
    asked.push(procedure);
    return procedure === "feedback.answerDesk" ? of : { item, stepId: "s" };
  });
  const triage: Triage = {
    panel: "answer",
    showPanel: (panel) => void done.push(panel),
    words: null,
    chooseWords: () => {},
    refusal: null,
    forgetRefusal: () => {},
    take: () => {},
    toggleTheme: () => {},
    undo: () => {},
    keeping: { kept: null, keep: () => false, restore: () => {}, drop: () => {} },
    takeAgain: () => {},
    news: null,
    forgetNews: () => {},
    resuming: false,
  };
  function Screen() {
    useCommands([{ name: "item.done", label: "done", group: "x", keys: ["e"], run: () => done.push("done") }]);
    return <StepPanel item={item} triage={triage} names={twoThemes} />;
  }
  render(<Screen />, { wrapper });
  return { done, asked };
}

const field = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: /Mitä vastattiin/ });

it("is typed into as soon as it is there, and no letter of it ends the item, wherever the focus has fallen", async () => {
  const { done } = answering(desk);
  fireEvent.keyDown(document.body, { key: "e" });
  const body = await field();
  expect(document.activeElement).toBe(body);
  body.blur();
  fireEvent.keyDown(document.body, { key: "e" });
  expect(done).toEqual([]);
});

it("begins with the words of an answer that was taken back, and Ctrl+Enter marks it as given", async () => {
  const { done, asked } = answering({ ...desk, answers: [takenBack] });
  const body = await field();
  expect(body.value).toBe("Soitimme.");
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Missä vastattiin?" }).value).toBe("letter");
  fireEvent.keyDown(body, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(asked).toContain("feedback.answerElsewhere"));
  await waitFor(() => expect(done).toEqual(["keypad"]));
});
