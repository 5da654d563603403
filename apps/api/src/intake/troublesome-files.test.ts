import { Readable } from "node:stream";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { recountAll } from "#history/verify";
import { runImport } from "#intake/import-jobs";
import { receiveUpload } from "#intake/intake-commands";
import { proposeUpload } from "#intake/intake-queries";
import { createRound } from "#rounds/rounds-commands";
import { importFile, makeImport, mappingOf as mapping } from "#testing/imported";
import { makeOrganisation } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
});

describe("files that mean trouble", () => {
  const stem = "Kuinka tyytyväinen olet saamaasi palveluun asioidessasi virastossa viimeisen vuoden aikana kaikkiaan";

  it("two questions whose headers begin alike for a hundred characters are two questions", async () => {
    const { id: roundId } = await createRound(home, { newSurvey: { names: { fi: "Kysely" } }, name: "2026" });
    const questions = mapping({ [`${stem}: nopeus`]: "rating", [`${stem}: selkeys`]: "rating" }, "responses");
    const done = await importFile(home, {
      text: `${stem}: nopeus,${stem}: selkeys\n5,1\n4,2\n`,
      mapping: questions,
      roundId,
    });
    expect(done).toMatchObject({ state: "finished", ledger: { rows: 2, added: 2 } });
    expect(await home.transaction(recountAll)).toEqual([]);
  });

  it("personal data in a header or in the file's name is masked, and what cannot be stored is replaced", async () => {
    const upload = await receiveUpload(
      home,
      "demo.analyst@example.fi.csv",
      Readable.from([Buffer.from("te\0ksti,demo.analyst@example.fi,a,a,a#2\nHei vaan,1,2,3,4\n")]),
    );
    expect(upload.fileName).toBe("⟦email⟧");
    const { columns } = await proposeUpload(home, { uploadId: upload.id });
    expect(columns.map(({ column }) => column)).toEqual(["te\uFFFDksti", "⟦email⟧", "a", "a#2", "a#2#2"]);
  });

  it("rows that the database refuses end the import as failed, instead of being tried for ever", async () => {
    const importId = await makeImport(home, { text: "text\nHei vaan\n", mapping: mapping({ text: "verbatim" }) });
    // Stands for any refusal: one more row is more than the column holds.
    await home.transaction((tx) =>
      tx.run("UPDATE import SET added = 2147483647 WHERE organisation_id = $1::uuid", [tx.organisationId]),
    );
    expect(await runImport(home, importId)).toMatchObject({ state: "failed" });
  });
});
