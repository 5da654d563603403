import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "./testing.ts";
import type { TestDatabase } from "./testing.ts";

const home = randomUUID();
const elsewhere = randomUUID();

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  for (const organisationId of [home, elsewhere]) {
    await test.database.forOrganisation(organisationId, (tx) =>
      tx.survey.create({ data: { organisationId, id: randomUUID(), key: "satisfaction", names: { en: "Satisfaction" } } }),
    );
  }
});

afterAll(() => test.drop());

describe("an organisation's rows", () => {
  it("are the only ones seen when a query forgets to name its organisation", async () => {
    const seen = await test.database.forOrganisation(home, async (tx) => ({
      models: await tx.survey.findMany(),
      rows: await tx.sql<{ organisation_id: string }>({ name: "forgotten", text: "SELECT organisation_id FROM survey", values: [] }),
      run: (await tx.run<{ n: number }>("SELECT count(*) AS n FROM survey", [])).rows,
    }));
    expect(seen.models.map((survey) => survey.organisationId)).toEqual([home]);
    expect(seen.rows).toEqual([{ organisation_id: home }]);
    expect(seen.run).toEqual([{ n: 1 }]);
  });
});
