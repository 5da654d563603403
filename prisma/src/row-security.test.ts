import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "./testing.ts";
import type { TestDatabase } from "./testing.ts";

const home = randomUUID();
const elsewhere = randomUUID();
const text = { name: "forgotten", text: "SELECT organisation_id FROM feedback_text", values: [] };

let test: TestDatabase;

/** One item with its text, written as the application writes them. */
async function addItem(organisationId: string): Promise<string> {
  const id = randomUUID();
  const receivedAt = new Date("2026-03-02T08:00:00Z");
  await test.database.forOrganisation(organisationId, async (tx) => {
    await tx.feedbackItem.create({
      data: { organisationId, id, receivedAt, source: "letter", triageDueOn: receivedAt },
    });
    await tx.run(
      `INSERT INTO feedback_text (organisation_id, item_id, received_at, body, tsv, vector_version)
       VALUES ($1, $2, $3, 'Palvelu oli nopeaa', to_tsvector('finnish', 'Palvelu oli nopeaa'), 1)`,
      [organisationId, id, receivedAt],
    );
  });
  return id;
}

beforeAll(async () => {
  test = await createTestDatabase();
  await addItem(home);
});

afterAll(() => test.drop());

describe("an organisation's rows", () => {
  it("are the only ones seen when a query forgets to name its organisation", async () => {
    await addItem(elsewhere);
    const seen = await test.database.forOrganisation(home, async (tx) => ({
      models: await tx.feedbackItem.findMany(),
      rows: await tx.sql(text),
      run: (await tx.run("SELECT count(*) AS n FROM feedback_item", [])).rows,
    }));
    expect(seen.models.map((item) => item.organisationId)).toEqual([home]);
    expect(seen.rows).toEqual([{ organisation_id: home }]);
    expect(seen.run).toEqual([{ n: 1 }]);
  });

  it("are not seen, changed or deleted by naming them from another organisation", async () => {
    const id = await addItem(home);
    const asked = await test.database.forOrganisation(randomUUID(), async (tx) => ({
      found: await tx.feedbackItem.findUnique({ where: { organisationId_id: { organisationId: home, id } } }),
      changed: (await tx.run("UPDATE feedback_item SET version = 9 WHERE organisation_id = $1", [home])).count,
      deleted: (await tx.feedbackItem.deleteMany({ where: { organisationId: home } })).count,
    }));
    expect(asked).toEqual({ found: null, changed: 0, deleted: 0 });
  });

  it("cannot be written into another organisation", async () => {
    const id = randomUUID();
    const writing = test.database.forOrganisation(home, (tx) =>
      tx.survey.create({ data: { organisationId: elsewhere, id, key: id, names: {} } }),
    );
    await expect(writing).rejects.toThrow(/row-level security/);
  });

  it("are found by the search function only from within the organisation", async () => {
    const search = {
      name: "search",
      text: "SELECT item_id FROM search_feedback_text($1, 'palvelu'::tsquery)",
      values: [home],
    };
    const count = (organisationId: string) =>
      test.database.forOrganisation(organisationId, async (tx) => (await tx.sql(search)).length);
    expect(await count(home)).toBeGreaterThan(0);
    expect(await count(elsewhere)).toBe(0);
  });

  it("are out of reach without a transaction of theirs", async () => {
    await expect(test.database.accounts.$transaction((tx) => tx.feedbackItem.count())).resolves.toBe(0);
  });

  it("keep their history: it can be added to, not changed or removed", async () => {
    const entry = {
      organisationId: home,
      id: randomUUID(),
      at: new Date(0),
      stepId: randomUUID(),
      subject: "item",
      subjectId: randomUUID(),
      change: "made",
    };
    await test.database.forOrganisation(home, (tx) => tx.history.create({ data: entry }));
    const change = (command: string) => test.database.forOrganisation(home, (tx) => tx.run(command, []));
    await expect(change("UPDATE history SET change = 'never'")).rejects.toThrow(/permission denied/);
    await expect(change("DELETE FROM history")).rejects.toThrow(/permission denied/);
  });

  it("are not reached through something that is no organisation's id", async () => {
    const injected = `${home}'; SET LOCAL app.organisation = '${elsewhere}`;
    await expect(test.database.forOrganisation(injected, (tx) => tx.sql(text))).rejects.toThrow(TypeError);
  });
});
