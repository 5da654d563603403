import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";

import { draftOf, readTemplate, templateAfter } from "./template-draft.ts";

const template = { id: "01890000-0000-7000-8000-000000000001", name: "Kiitos", texts: {}, version: 0 };
const draft = draftOf({ ...template, texts: { fi: { subject: "Kiitos", body: "Hei {name}" } } });
const problemOf = (result: ReturnType<typeof readTemplate>) => ("problem" in result ? result.problem : null);

test("languages with nothing written are left out, and a new template has no version", () =>
  expect(readTemplate(template, draft)).toEqual({
    input: { templateId: template.id, name: "Kiitos", texts: { fi: { subject: "Kiitos", body: "Hei {name}" } } },
  }));

test("an edited one is saved over the version that was seen", () =>
  expect(readTemplate({ ...template, version: 3 }, draft)).toMatchObject({ input: { version: 3 } }));

test("half a text, an unknown placeholder and an empty template are told before they are sent", () => {
  const half = { ...draft, texts: { ...draft.texts, ru: { subject: "", body: "Здравствуйте" } } };
  expect(problemOf(readTemplate(template, half))).toEqual({ problem: "half", language: "ru" });
  const unknown = { ...draft, texts: { ...draft.texts, sv: { subject: "Tack", body: "Hej {namn}" } } };
  expect(problemOf(readTemplate(template, unknown))).toEqual({
    problem: "unknown",
    language: "sv",
    placeholder: "namn",
  });
  expect(problemOf(readTemplate(template, draftOf(template)))).toEqual({ problem: "empty" });
  expect(problemOf(readTemplate(template, { ...draft, name: " " }))).toEqual({ problem: "empty" });
});

test("a new template gets an id of its own where a try whose reply got lost has used it; nothing else changes one", () => {
  const refused = (code: string) =>
    TRPCClientError.from({ error: { code: -32_009, message: code, data: { violation: { code, details: {} } } } });
  const after = templateAfter(template, refused("changed-meanwhile"));
  expect(after.id).not.toBe(template.id);
  expect({ ...after, id: template.id }).toEqual(template);
  const saved = { ...template, version: 2 };
  expect(templateAfter(saved, refused("changed-meanwhile"))).toBe(saved);
  expect(templateAfter(template, refused("feedback.template-name-taken"))).toBe(template);
  expect(templateAfter(template, new Error("no reply"))).toBe(template);
});
