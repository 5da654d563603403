import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrganisationTransaction } from "./organisation-transaction.ts";
import { createTestDatabase } from "./testing.ts";
import type { TestDatabase } from "./testing.ts";

const organisationId = randomUUID();
const backend = {
  name: "backend",
  text: "SELECT pg_backend_pid() AS pid, txid_current() AS transaction, current_user AS role",
  values: [],
};

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(() => test.drop());

const inTransaction = <T>(work: (tx: OrganisationTransaction) => Promise<T>) =>
  test.database.forOrganisation(organisationId, work);

function survey(key: string) {
  return { organisationId, id: randomUUID(), key, names: { en: key } };
}

const keys = () =>
  inTransaction(async (tx) => (await tx.survey.findMany({ orderBy: { key: "asc" } })).map(({ key }) => key));

describe("a transaction for an organisation", () => {
  it("gives models and SQL on one connection, under the application's role", async () => {
    const asked = await inTransaction(async (tx) => [
      ...(await tx.$queryRawUnsafe<object[]>(backend.text)).map((row) => Object.values(row).map(String)),
      ...(await tx.sql(backend)).map((row) => Object.values(row).map(String)),
    ]);
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]?.[2]).toBe("kuultu_app");
  });

  it("keeps nothing when its work fails, of neither kind", async () => {
    const failing = inTransaction(async (tx) => {
      await tx.survey.create({
        data: { ...survey("model"), questions: { create: { id: randomUUID(), key: "q", kind: "rating" } } },
      });
      await tx.run("UPDATE survey SET provider = 'Example Oy' WHERE organisation_id = $1", [organisationId]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await keys()).toEqual([]);
  });

  it("does not report as kept what the database has rolled back", async () => {
    const swallowing = inTransaction(async (tx) => {
      await tx.survey.create({ data: survey("swallowed") });
      await tx.run("SELECT 1 / 0", []).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow(/rolled back/);
    expect(await keys()).toEqual([]);
  });

  it("stands alone beside another one opened inside it", async () => {
    const outer = inTransaction(async (tx) => {
      await tx.survey.create({ data: survey("outer") });
      await inTransaction((inner) => inner.survey.create({ data: survey("inner") }));
      await test.database.accounts.$transaction((accounts) =>
        accounts.verification.create({ data: { id: "v", identifier: "i", value: "v", expiresAt: new Date(0) } }),
      );
      throw new Error("outer only");
    });
    await expect(outer).rejects.toThrow("outer only");
    expect(await keys()).toEqual(["inner"]);
    expect(await test.database.accounts.verification.count()).toBe(1);
  });

  it("runs what is asked at once one after the other", async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const answers = await inTransaction((tx) =>
      Promise.all(
        numbers.map(async (n) => [
          (await tx.run<{ n: number }>("SELECT $1::int AS n", [n])).rows[0]?.n,
          await tx.theme.count(),
        ]),
      ),
    );
    expect(answers).toEqual(numbers.map((n) => [n, 0]));
  });

  it("is done anew when the database could not order it with another", async () => {
    await inTransaction((tx) => tx.survey.createMany({ data: [survey("a"), survey("b")] }));
    let meet = () => {};
    const meeting = new Promise<void>((resolve) => (meet = resolve));
    let arrived = 0;
    let begun = 0;
    const lock = (first: string, second: string) =>
      inTransaction(async (tx) => {
        begun++;
        await tx.run("UPDATE survey SET provider = $1 WHERE key = $1", [first]);
        if (++arrived === 2) meet();
        await meeting;
        await tx.run("UPDATE survey SET provider = $1 WHERE key = $2", [first, second]);
      });
    await Promise.all([lock("a", "b"), lock("b", "a")]);
    expect(begun).toBe(3);
  });

  it("gives days as text, counts as numbers and moments as Dates", async () => {
    const { rows } = await inTransaction((tx) =>
      tx.run("SELECT date '2026-11-22' AS day, count(*) AS n, timestamptz '2026-11-22 10:00+02' AS at", []),
    );
    expect(rows).toEqual([{ day: "2026-11-22", n: 1, at: new Date("2026-11-22T08:00:00Z") }]);
  });

  it("keeps a moment that Prisma wrote, whatever the server's time zone", async () => {
    const at = new Date("2026-07-01T12:34:56.789Z");
    const id = randomUUID();
    await inTransaction((tx) => tx.accessLog.create({ data: { organisationId, id, at, purpose: "read" } }));
    const read = await inTransaction((tx) => tx.run<{ at: Date }>("SELECT at FROM access_log WHERE id = $1", [id]));
    expect(read.rows).toEqual([{ at }]);
  });

  it("survives the loss of a connection", async () => {
    const owner = new pg.Client({ connectionString: test.url });
    await owner.connect();
    const cut = inTransaction(async (tx) => {
      const [row] = await tx.sql<{ pid: number }>(backend);
      await owner.query("SELECT pg_terminate_backend($1)", [row?.pid]);
      await tx.survey.create({ data: survey("lost") });
    });
    await expect(cut).rejects.toThrow();
    expect(await keys()).toEqual(["a", "b", "inner"]);
    await owner.end();
  });
});
