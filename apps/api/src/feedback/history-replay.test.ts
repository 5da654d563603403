import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

import { codeItem, finishItem, setKind } from "#feedback/feedback-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { replayFeedback } from "#feedback/history-replay";
import { makeItem, makeOrganisation, makeTheme } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

/** An item that was coded, said to be an idea, then a question, finished, and opened again by undo. */
async function workedOnItem(): Promise<{ home: Scope; itemId: string }> {
  const home = await makeOrganisation(world.parts);
  const itemId = await makeItem(home, { kind: "other" });
  await codeItem(home, { itemId, version: 1, themeId: await makeTheme(home), words: null });
  await setKind(home, { itemId, version: 2, kind: "idea" });
  await setKind(home, { itemId, version: 3, kind: "question" });
  await finishItem(home, { itemId, version: 4 });
  await undoStep(home, {});
  return { home, itemId };
}

const played = (home: Scope) => home.transaction(replayFeedback);

/** As the owner, whom nothing keeps from rewriting the history. */
async function asOwner(statement: string, values: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  await client.query(statement, [...values]);
  await client.end();
}

it("leads to what the rows say", async () => {
  const { home } = await workedOnItem();
  expect(await played(home)).toEqual([]);
});

it("tells of a row that changed behind the history's back", async () => {
  const { home, itemId } = await workedOnItem();
  await asOwner("UPDATE feedback_item SET kind = 'praise' WHERE id = $1", [itemId]);
  expect(await played(home)).toEqual([{ what: "history", key: `${itemId} kind`, kept: "praise", counted: "question" }]);
});

it("tells of a change that does not begin where the one before it ended", async () => {
  const { home, itemId } = await workedOnItem();
  await asOwner(
    `UPDATE history SET "values" = jsonb_set("values", '{kind,0}', '"complaint"') WHERE subject_id = $1 AND "values" #>> '{kind,1}' = 'question'`,
    [itemId],
  );
  expect(await played(home)).toEqual([
    { what: "history", key: `${itemId} kind on the way`, kept: "idea", counted: "complaint" },
  ]);
});

it("tells of a coding that was made or removed without a word", async () => {
  const { home, itemId } = await workedOnItem();
  const [{ id } = { id: "" }] = await home.transaction((tx) =>
    tx.coding.findMany({ where: { organisationId: tx.organisationId, itemId }, select: { id: true } }),
  );
  await asOwner("DELETE FROM coding WHERE id = $1", [id]);
  expect(await played(home)).toEqual([{ what: "history", key: `${itemId} coding ${id}`, kept: "0", counted: "1" }]);
});
