import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { ledgerAddsUp } from "@kuultu/domain/intake/import-ledger";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { proposeFor } from "#intake/file-proposal";
import { openRows } from "#intake/file-rows";
import { refusalLine } from "#intake/refusal-line";
import { importFile } from "#testing/imported";
import { makeOrganisation } from "#testing/makers";
import { haveRealFiles, realFiles } from "#testing/real-files";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let scope: Scope;

beforeAll(async () => {
  world = await openWorld();
  scope = await makeOrganisation(world.parts);
});
afterAll(() => world.dispose());

const have = haveRealFiles("files that break importers");
const filesIn = (folder: string) =>
  have
    ? readdirSync(join(realFiles, folder))
        .map((name) => join(realFiles, folder, name))
        .filter((path) => statSync(path).isFile())
    : [];
const named = (paths: readonly string[]) => paths.map((path): [string, string] => [basename(path), path]);

/** Two columns as verbatims, where none was recognised: what matters here is that no row is lost. */
function withSomething(mapping: ColumnMapping): ColumnMapping {
  const targets = new Set(mapping.columns.map(({ target }) => target));
  if (["verbatim", "title"].some((target) => targets.has(target as "title")))
    return {
      ...mapping,
      rowsAre: "items",
      columns: mapping.columns.filter(({ target }) => target !== "rating" && target !== "yes_no"),
    };
  return {
    ...mapping,
    rowsAre: "items",
    columns: mapping.columns.slice(0, 2).map(({ column }) => ({ column, target: "verbatim" })),
  };
}

const unreadable = /\.(?:xlsx|ods|zip|sav|json)$/u;

describe.runIf(have)("files that break importers", () => {
  const all = [
    ...filesIn("breakers"),
    ...filesIn("surveys"),
    ...filesIn("feedback").filter((path) => path.endsWith(".json")),
  ];

  it.each(named(all.filter((path) => unreadable.test(path))))(
    "%s is refused with one line that says what to do",
    async (name, path) => {
      const refusal: unknown = await proposeFor(() => createReadStream(path)).catch((error: unknown) => error);
      if (!(refusal instanceof RuleViolation)) throw new Error("not refused");
      expect(refusal.code).toBe("intake.unreadable");
      expect(refusalLine(refusal, name)).toMatch(/^\S+ cannot be read: it is .+: .+\.$/u);
    },
  );

  it.each(named(all.filter((path) => !unreadable.test(path))))(
    "%s is read, and every data row is accounted for",
    async (_, path) => {
      const proposal = await proposeFor(() => createReadStream(path));
      const view = await importFile(scope, { path, mapping: withSomething(proposal.mapping) });
      expect(view).toMatchObject({ state: "finished", totalRows: proposal.rows });
      expect(view.ledger.rows).toBe(proposal.rows);
      expect(ledgerAddsUp(view.ledger)).toBe(true);
    },
  );

  // The JSON beside location_coordinates.csv is that of another version of the file.
  it.each(named(filesIn("breakers/csv-spectrum/csvs").filter((path) => !path.endsWith("location_coordinates.csv"))))(
    "%s is read as its JSON says",
    async (name, path) => {
      const { reading } = await proposeFor(() => createReadStream(path));
      const { headers, rows } = await openRows(() => createReadStream(path), reading);
      const read: Record<string, string>[] = [];
      for await (const { cells } of rows)
        read.push(Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ""])));
      const expected: unknown = JSON.parse(
        readFileSync(join(realFiles, "breakers/csv-spectrum/json", name.replace(".csv", ".json")), "utf8"),
      );
      const plain = (value: unknown) => JSON.stringify(value).replaceAll(String.raw`\r\n`, String.raw`\n`);
      expect(plain(read)).toBe(plain(expected));
    },
  );

  it.each<[string, Record<string, unknown>, number]>([
    ["breakers/csvkit_test_utf16_big.csv", { encoding: "utf-16be" }, 2],
    ["breakers/csvkit_mac_newlines.csv", { delimiter: "," }, 2],
    ["breakers/frictionless_wide.csv", { delimiter: ",", headerRows: 1 }, 3],
    ["breakers/frictionless_table-with-accents.csv", { delimiter: ";" }, 638],
    ["breakers/frictionless_skip-rows-before-headers.csv", { skipLines: 1, headerRows: 1 }, 2],
    ["breakers/frictionless_without-headers.csv", { headerRows: 0 }, 3],
    ["breakers/papaparse_malformed.tsv", { delimiter: "\t", quote: null }, 9],
    [
      "breakers/derived_koodiklinikka2022_cp1252_semicolon_decimalcomma.csv",
      { encoding: "windows-1252", delimiter: ";" },
      685,
    ],
    ["surveys/koodiklinikka_2021.tsv", { delimiter: "\t", quote: null, headerRows: 1 }, 500],
    ["surveys/koodiklinikka_2023_fi.tsv", { delimiter: "\t", quote: null, headerRows: 1 }, 896],
    ["surveys/surveymonkey_starwars_latin1.csv", { encoding: "windows-1252", headerRows: 2 }, 1186],
    ["surveys/qualtrics_sample_3header.csv", { headerRows: 3 }, 1],
    ["surveys/qualtrics_sample_legacy_2header.csv", { headerRows: 2 }, 1],
    ["feedback/xed_fi_annotated.tsv", { delimiter: "\t", headerRows: 0 }, 14449],
  ])("%s is taken for what it is", async (file, reading, rows) => {
    const proposal = await proposeFor(() => createReadStream(join(realFiles, file)));
    expect(proposal).toMatchObject({ reading, rows });
  });
});
