import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { listTemplates, saveTemplate } from "#feedback/answers/answer-template-commands";
import { openAnswering, type Answering } from "#testing/answering";

let desk: Answering;

beforeAll(async () => {
  desk = await openAnswering();
});
afterAll(() => desk.dispose());
beforeEach(() => desk.startMail());
afterEach(() => desk.server.stop());

describe("a template", () => {
  test("saved again after its answer got lost is there once; what was changed meanwhile is not lost in silence", async () => {
    const texts = { fi: { subject: "Kiitos", body: "Kiitos palautteesta." } };
    const template = { templateId: uuidv7(), name: "Kiitos", texts };
    const saved = await saveTemplate(desk.me(), template);
    expect(await saveTemplate(desk.me(), template)).toEqual(saved);
    const other = { ...template, texts: { fi: { subject: "Kiitos", body: "Kiitos kovasti." } } };
    await expect(saveTemplate(desk.me(), other)).rejects.toMatchObject({ code: "changed-meanwhile" });
    expect(await listTemplates(desk.me())).toEqual([saved]);
    const recorded = await desk.home.transaction((tx) =>
      tx.history.count({ where: { subjectId: template.templateId } }),
    );
    expect(recorded).toBe(1);
  });
});
