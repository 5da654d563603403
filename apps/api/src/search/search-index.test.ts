import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";

import { listFeedback } from "#feedback/feedback-list-queries";
import { reindex, reindexWhereNeeded, runReindexing } from "#search/search-index-commands";
import { searchStatus } from "#search/search-index-queries";
import { vectorVersionOf, WordAnalyser } from "#search/word-analyser";
import { makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";
import type { ServerParts } from "#trpc/server-parts";

let world: World;
let home: Scope;
const voikko = await WordAnalyser.open();
const run = { signal: new AbortController().signal, last: false };
beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
});
afterAll(async () => {
  await voikko.stop();
  await world.dispose();
});

const job = () => ({ organisationId: home.organisation.id });
const found = async (scope: Scope, search: string) =>
  (await listFeedback(scope, { filter: { search }, order: "newest", limit: 50 })).rows.map(({ id }) => id);

/** As if everything had been indexed by an older version. */
const age = (scope: Scope) =>
  scope.transaction((tx) =>
    tx.run("UPDATE feedback_text SET vector_version = 1, tsv = '' WHERE organisation_id = $1", [tx.organisationId]),
  );

it("says nothing of an index that is as it should be", async () => {
  await makeItems(home, [{ body: "jono" }]);
  await reindexWhereNeeded(world.parts);
  expect(await searchStatus(home)).toEqual({
    engine: "snowball",
    voikkoAbsence: "no-library",
    indexing: null,
    indexedAt: null,
  });
});

it("indexes anew at the start what an older version indexed, newest first, and goes on where it was interrupted", async () => {
  const minute = (n: number) => new Date(home.now.getTime() - n * 60_000);
  const ids = await makeItems(
    home,
    Array.from({ length: 1100 }, (_, n) => ({ receivedAt: minute(n), body: `jono ${n}` })),
  );
  await age(home);
  await reindexWhereNeeded(world.parts);
  expect((await searchStatus(home)).indexing).toEqual({ done: 0, total: 1100 });
  expect(await found(home, "jono")).toEqual([]);

  // The process stops after the first batch.
  let looked = 0;
  const stopped = { aborted: false };
  const signal = Object.defineProperty(new AbortController().signal, "aborted", {
    get: () => stopped.aborted || (looked += 1) > 1,
  });
  expect(await runReindexing(world.parts, job(), { signal, last: false })).toBe("unfinished");
  expect((await searchStatus(home)).indexing).toEqual({ done: 500, total: 1100 });
  expect(await found(home, "jono")).toEqual(ids.slice(0, 50));
  expect(await found(home, '"jono 700"')).toEqual([]);

  await runReindexing(world.parts, job(), run);
  expect(await searchStatus(home)).toMatchObject({ indexing: null, indexedAt: world.parts.clock().toISOString() });
  expect(await found(home, '"jono 1099"')).toEqual([ids[1099]]);
  expect(await runReindexing(world.parts, job(), run)).toBeUndefined();
});

it("begins from the start when somebody asks for it", async () => {
  await makeItems(home, [{ body: "jono" }, { body: "jono" }]);
  await reindex(home);
  await runReindexing(world.parts, job(), run);
  expect((await reindex(home)).indexing).toEqual({ done: 0, total: 2 });
  const { rows } = await home.transaction((tx) =>
    tx.run("SELECT FROM job WHERE organisation_id = $1 AND kind = 'search.reindex'", [tx.organisationId]),
  );
  expect(rows).toHaveLength(1);
});

it.runIf(voikko.engine === "voikko")(
  "finds what either engine has indexed while Voikko takes over, and when it goes",
  async () => {
    const [stems = "", other = ""] = await makeItems(home, [
      { body: "Käsittelyajoista ei kerrota" },
      { body: "Luvankäsittelyajan" },
    ]);
    const withVoikko: ServerParts = { ...world.parts, analyser: voikko };
    await reindexWhereNeeded(withVoikko);
    const after = await systemScope(withVoikko, home.organisation.slug);
    // A text that comes in meanwhile is indexed by what works now.
    const [base = ""] = await makeItems(after, [{ body: "Käsittelyaikoja" }]);
    expect((await searchStatus(after)).indexing).not.toBeNull();
    expect((await found(after, "käsittelyaika")).toSorted()).toEqual([stems, base].toSorted());

    await runReindexing(withVoikko, job(), run);
    expect((await found(after, "käsittelyaika")).toSorted()).toEqual([stems, other, base].toSorted());
    const { rows } = await home.transaction((tx) =>
      tx.run<{ vector_version: number }>(
        "SELECT DISTINCT vector_version FROM feedback_text WHERE organisation_id = $1",
        [tx.organisationId],
      ),
    );
    expect(rows).toEqual([{ vector_version: vectorVersionOf("voikko") }]);

    await reindexWhereNeeded(world.parts);
    expect((await found(home, "käsittelyaika")).toSorted()).toEqual([stems, other, base].toSorted());
  },
);
