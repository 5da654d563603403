import { expect, test } from "vitest";

import { blankAnswer, takenBack, withLanguage, withPlaceholder, withTemplate } from "./answer-draft.ts";

const templates = [
  {
    id: "kiitos",
    name: "Kiitos",
    version: 1,
    texts: { fi: { subject: "Kiitos", body: "Hei {name}" }, ru: { subject: "Спасибо", body: "Здравствуйте" } },
  },
];
const blank = { ...blankAnswer({ language: "fi", answers: [] }), answerId: "1" };

test("a template brings its words in the language of the answer", () => {
  expect(withTemplate(blank, templates, "kiitos")).toEqual({
    templateId: "kiitos",
    subject: "Kiitos",
    body: "Hei {name}",
  });
  const swedish = { ...blank, language: "sv" as const, body: "Hej" };
  expect({ ...swedish, ...withTemplate(swedish, templates, "kiitos") }.body).toBe("Hej");
});

test("another language brings the template's words again, unless somebody has changed them", () => {
  const chosen = { ...blank, ...withTemplate(blank, templates, "kiitos") };
  expect(withLanguage(chosen, templates, "ru")).toEqual({ language: "ru", subject: "Спасибо", body: "Здравствуйте" });
  expect(withLanguage({ ...chosen, body: "Hei Aino" }, templates, "ru")).toEqual({ language: "ru" });
  expect(withLanguage(chosen, templates, "sv")).toEqual({ language: "sv" });
});

test("a placeholder takes the place of what is selected", () =>
  expect(withPlaceholder("Hei Aino!", "name", 4, 8)).toEqual({ text: "Hei {name}!", cursor: 10 }));

test("an answer that was taken back is begun with again, until another one is given", () => {
  const marked = {
    id: "1",
    state: "withdrawn",
    language: "sv",
    place: "phone",
    failure: null,
    staffName: "Demo",
    madeAt: "2026-01-08T08:00:00.000Z",
    sentAt: null,
    subject: "",
    body: "Vi ringde.",
  } as const;
  expect(takenBack([marked], "elsewhere")?.body).toBe("Vi ringde.");
  expect(takenBack([marked], "mail")).toBeUndefined();
  expect(takenBack([{ ...marked, id: "2", state: "elsewhere" }, marked], "elsewhere")).toBeUndefined();
  const mailed = { ...marked, place: null, subject: "Svar" };
  expect(blankAnswer({ language: "fi", answers: [mailed] })).toMatchObject({
    language: "sv",
    subject: "Svar",
    body: "Vi ringde.",
  });
});
