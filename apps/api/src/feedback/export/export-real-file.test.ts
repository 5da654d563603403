import { join } from "node:path";

import { parse } from "csv-parse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { exportColumns, exportPhrases } from "@kuultu/domain/feedback/export-phrases";
import { harmless } from "@kuultu/domain/harmless-text";

import { csvBytes } from "#feedback/export/csv-export";
import { exportCells, exportNames } from "#feedback/export/export-cells";
import { beginExport } from "#feedback/export/export-queries";
import { xlsxBytes } from "#feedback/export/xlsx-export";
import { importFile } from "#testing/imported";
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

const headings = exportColumns.map((column) => exportPhrases.en.columns[column]);

async function* cells(home: Scope, format: "csv" | "xlsx") {
  const names = await exportNames(home, "en");
  for await (const rows of await beginExport(home, { filter: {}, order: "oldest", format }))
    yield rows.map((row) => exportCells(row, "en", names));
}

describe.runIf(haveRealFiles("a whole real file exported"))("a real file", () => {
  it("goes out as it lies in the database, row by row", async () => {
    const home = await makeOrganisation(world.parts);
    await importFile(home, { path: join(realFiles, "feedback/nhs_phase1_text_data.csv") });
    const stored = await home.transaction(
      async (tx) =>
        (
          await tx.run<{ id: string; status: string; kind: string; title: string; body: string; at: string }>(
            `SELECT i.id, i.status, i.kind, t.title, t.body,
                    to_char(i.received_at AT TIME ZONE 'Europe/Helsinki', 'YYYY-MM-DD"T"HH24:MI:SS') AS at
               FROM feedback_item i JOIN feedback_text t ON t.organisation_id = i.organisation_id AND t.item_id = i.id
              WHERE i.organisation_id = $1 ORDER BY i.received_at, i.id`,
            [tx.organisationId],
          )
        ).rows,
    );
    expect(stored).toHaveLength(10_334);
    const reader = parse({ delimiter: ";", bom: true, columns: true });
    void (async () => {
      for await (const bytes of csvBytes(headings, cells(home, "csv"))) reader.write(bytes);
      reader.end();
    })();
    const exported: Record<string, string>[] = [];
    for await (const row of reader as AsyncIterable<Record<string, string>>) exported.push(row);
    const shown = exported.map((row) => [
      row["Id"],
      row["Received"]?.slice(0, 19),
      row["Status"],
      row["Kind"],
      row["Title"],
      row["Text"],
    ]);
    const { status, kind } = exportPhrases.en;
    expect(shown).toEqual(
      stored.map((row) => [
        row.id,
        row.at,
        Reflect.get(status, row.status),
        Reflect.get(kind, row.kind),
        harmless(row.title),
        harmless(row.body),
      ]),
    );
    let sheets = 0;
    for await (const bytes of xlsxBytes("Feedback", headings, cells(home, "xlsx"))) sheets += bytes.length;
    expect(sheets).toBeGreaterThan(100_000);
  });
});
