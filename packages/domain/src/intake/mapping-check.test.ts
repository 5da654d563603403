import { expect, test } from "vitest";

import type { ColumnAssignment, ColumnMapping } from "./column-mapping.ts";
import { placeColumns, questionKeysOf } from "./mapping-check.ts";

function mapping(columns: readonly ColumnAssignment[]): ColumnMapping {
  return {
    version: 1,
    reading: { encoding: "utf-8", delimiter: ",", quote: '"', headerRows: 1, skipLines: 0 },
    columns: [...columns],
    rowsAre: "responses",
    defaults: { kind: "other", source: "survey" },
  };
}

test("questions of a matrix, alike for a hundred characters, have keys of their own", () => {
  const stem = "Kuinka tyytyväinen olet saamaasi palveluun asioidessasi virastossa viimeisen vuoden aikana kaikkiaan";
  const columns = ["nopeus", "ystävällisyys", "selkeys"].map((part) => ({
    column: `${stem}: ${part}`,
    target: "rating" as const,
  }));
  const keys = [...questionKeysOf(mapping(columns)).values()];
  expect(new Set(keys).size).toBe(3);
  for (const key of keys) expect(key.length).toBeLessThanOrEqual(100);
});

test("headers that differ in signs only, and a key given twice, do too", () => {
  const columns: ColumnAssignment[] = [
    { column: "Arvio?", target: "rating" },
    { column: "arvio", target: "rating" },
    { column: "Toinen", target: "yes_no", questionKey: "arvio" },
    { column: "Arvio!", target: "ignore" },
  ];
  expect([...questionKeysOf(mapping(columns))]).toEqual([
    ["Arvio?", "arvio"],
    ["arvio", "arvio-2"],
    ["Toinen", "arvio-3"],
  ]);
});

test.each<[string, ColumnAssignment[]]>([
  ["scale-upside-down", [{ column: "a", target: "rating", scaleMin: 5, scaleMax: 1 }]],
  [
    "column-twice",
    [
      { column: "a", target: "verbatim" },
      { column: "a", target: "rating" },
    ],
  ],
])("a mapping is refused: %s", (reason, columns) => {
  expect(() => placeColumns(mapping(columns), ["a", "b"])).toThrow(
    expect.objectContaining({ code: "intake.mapping-incomplete", details: { reason } }),
  );
});
