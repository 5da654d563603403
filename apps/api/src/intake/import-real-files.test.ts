import { createReadStream } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { recountFeedback } from "#feedback/counts/roll-up";
import { proposeFor } from "#intake/file-proposal";
import { resumeImports, runImport } from "#intake/import-jobs";
import { recountImports } from "#intake/import-recount";
import { findOrMakeRound } from "#intake/import-round";
import { recountRatings } from "#rounds/roll-up";
import { importFile, makeImport } from "#testing/imported";
import { makeOrganisation } from "#testing/makers";
import { haveRealFiles, realFiles } from "#testing/real-files";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const differences = (scope: Scope) =>
  scope.transaction(async (tx) => [
    ...(await recountFeedback(tx)),
    ...(await recountRatings(tx)),
    ...(await recountImports(tx)),
  ]);
const ledger = (rows: number, parts: Partial<Record<"added" | "unchanged" | "duplicate" | "items", number>>) => ({
  rows,
  added: 0,
  unchanged: 0,
  updated: 0,
  duplicate: 0,
  rejected: 0,
  items: 0,
  ...parts,
});

describe.runIf(haveRealFiles("whole real files through intake"))("real files with the proposed mapping", () => {
  it.each([
    ["feedback/omastadi_fi_pro_merged_redacted.csv", 4778, 4403, 375],
    ["feedback/nhs_phase1_text_data.csv", 10334, 10334, 0],
    ["feedback/publicstuff_nyc_redacted.csv", 8739, 8289, 450],
  ])("%s comes in whole, and a second time adds nothing", async (file, rows, added, duplicate) => {
    const scope = await makeOrganisation(world.parts);
    const first = await importFile(scope, { path: join(realFiles, file) });
    expect(first).toMatchObject({
      state: "finished",
      totalRows: rows,
      problemCount: 0,
      ledger: ledger(rows, { added, duplicate, items: added }),
    });
    expect((await importFile(scope, { path: join(realFiles, file) })).ledger).toEqual(
      ledger(rows, { unchanged: added, duplicate }),
    );
    expect(await differences(scope)).toEqual([]);
  });

  it("the answers of a survey come in as responses of a round, with their open texts and a yes/no question", async () => {
    const scope = await makeOrganisation(world.parts);
    const path = join(realFiles, "surveys/koodiklinikka_2022.tsv");
    const bytes = () => createReadStream(path);
    const { mapping } = await proposeFor(bytes);
    const round = await findOrMakeRound(scope, { name: "2022", fileName: "koodiklinikka_2022.tsv", mapping, bytes });
    if (typeof round === "string") throw new Error(round);
    const done = await importFile(scope, { path, roundId: round.id });
    expect(done).toMatchObject({
      state: "finished",
      responses: 685,
      problemCount: 0,
      ledger: ledger(685, { added: 685, items: 72 }),
    });
    const counts = await scope.transaction((tx) =>
      tx.rating.groupBy({
        by: ["value"],
        where: { organisationId: tx.organisationId, roundId: round.id },
        _count: true,
        orderBy: { value: "asc" },
      }),
    );
    expect(counts.map(({ value, _count }) => [value, _count])).toEqual([
      [0, 161],
      [1, 444],
    ]);
    expect(
      await scope.transaction((tx) => tx.round.findFirst({ select: { state: true, opensOn: true, closesOn: true } })),
    ).toEqual({
      state: "closed",
      opensOn: new Date("2022-09-26"),
      closesOn: new Date("2022-10-10"),
    });
    expect((await importFile(scope, { path, roundId: round.id })).ledger).toEqual(ledger(685, { unchanged: 685 }));
    expect(await differences(scope)).toEqual([]);
  });

  it("the next year's file is a round of the same survey, its question the same series", async () => {
    const scope = await makeOrganisation(world.parts);
    for (const year of ["2021", "2022", "2023_fi"]) {
      const path = join(realFiles, `surveys/koodiklinikka_${year}.tsv`);
      const bytes = () => createReadStream(path);
      const { mapping } = await proposeFor(bytes);
      const round = await findOrMakeRound(scope, {
        name: year.slice(0, 4),
        fileName: `koodiklinikka_${year}.tsv`,
        mapping,
        bytes,
      });
      if (typeof round === "string") throw new Error(round);
      expect((await importFile(scope, { path, roundId: round.id })).ledger.rejected).toBe(0);
    }
    const key = "onko-palkkasi-nykyroolissasi-mielestäsi-kilpailukykyinen";
    const surveys = await scope.transaction((tx) =>
      tx.survey.findMany({
        select: {
          rounds: { select: { name: true } },
          questions: { where: { key }, select: { versions: { select: { version: true } } } },
        },
      }),
    );
    expect(surveys).toEqual([
      {
        rounds: expect.arrayContaining([{ name: "2021" }, { name: "2022" }, { name: "2023" }]),
        questions: [{ versions: [{ version: 1 }] }],
      },
    ]);
    expect(await differences(scope)).toEqual([]);
  });

  it("the re-encoded files bring the rows of the original, but for two whose emoji Windows-1252 turned into ?", async () => {
    const scope = await makeOrganisation(world.parts);
    const wanted = { name: "2022", fileName: "koodiklinikka_2022.tsv" };
    const paths = [
      "surveys/koodiklinikka_2022.tsv",
      "breakers/derived_koodiklinikka2022_cp1252_semicolon_decimalcomma.csv",
      "breakers/derived_koodiklinikka2022_utf16le_bom_tab.csv",
    ];
    const ledgers = [];
    for (const path of paths.map((name) => join(realFiles, name))) {
      const bytes = () => createReadStream(path);
      const { mapping } = await proposeFor(bytes);
      const round = await findOrMakeRound(scope, { ...wanted, mapping, bytes });
      if (typeof round === "string") throw new Error(round);
      ledgers.push((await importFile(scope, { path, roundId: round.id })).ledger);
    }
    expect(ledgers[0]).toEqual(ledger(685, { added: 685, items: 72 }));
    expect(ledgers[2]).toEqual(ledger(685, { unchanged: 685 }));
    expect(ledgers[1]).toEqual(ledger(685, { added: 2, unchanged: 683, items: 2 }));
  });

  it("an import that ends in the middle goes on after a start, to the same ledger", async () => {
    const scope = await makeOrganisation(world.parts);
    const importId = await makeImport(scope, { path: join(realFiles, "feedback/omastadi_fi_pro_merged_redacted.csv") });
    for (let stop = 1; stop <= 3; stop += 1) {
      const killed = new AbortController();
      let batches = 0;
      const onProgress = () => void ((batches += 1) > stop && killed.abort());
      await expect(runImport(scope, importId, { batchRows: 400, signal: killed.signal, onProgress })).rejects.toThrow();
    }
    const half = await scope.transaction((tx) =>
      tx.import.findFirstOrThrow({ where: { id: importId }, select: { rows: true, state: true } }),
    );
    expect(half).toEqual({ rows: 400 * 6, state: "running" });
    const [done] = await Promise.all(await resumeImports(scope));
    expect(done).toMatchObject({
      state: "finished",
      ledger: ledger(4778, { added: 4403, duplicate: 375, items: 4403 }),
    });
    expect(await differences(scope)).toEqual([]);
  });

  it("two imports of the same file at once end as one after the other would", async () => {
    const scope = await makeOrganisation(world.parts);
    const path = join(realFiles, "feedback/omastadi_fi_pro_merged_redacted.csv");
    const ids = [await makeImport(scope, { path }), await makeImport(scope, { path })];
    const done = await Promise.all(ids.map((id) => runImport(scope, id, { batchRows: 500 })));
    const sum = (part: "added" | "unchanged" | "duplicate") =>
      done.reduce((total, view) => total + view.ledger[part], 0);
    expect([sum("added"), sum("unchanged"), sum("duplicate")]).toEqual([4403, 4403, 750]);
    expect(
      await scope.transaction((tx) => tx.feedbackItem.count({ where: { organisationId: tx.organisationId } })),
    ).toBe(4403);
    expect(await differences(scope)).toEqual([]);
  });

  it("one import run by two processes at once is done once", async () => {
    const scope = await makeOrganisation(world.parts);
    const importId = await makeImport(scope, { path: join(realFiles, "feedback/omastadi_fi_pro_merged_redacted.csv") });
    await Promise.all([1, 2].map(() => runImport(scope, importId, { batchRows: 500 })));
    const view = await runImport(scope, importId);
    expect(view.ledger).toEqual(ledger(4778, { added: 4403, duplicate: 375, items: 4403 }));
    expect(await differences(scope)).toEqual([]);
  });
});
