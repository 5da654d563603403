import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { describe, expect, test } from "vitest";

import { appliedTo, columnLetter, keepDraft, keptDraft, mappingGaps, withTarget } from "./mapping-draft.ts";

const mapping = (columns: ColumnMapping["columns"], more: Partial<ColumnMapping> = {}): ColumnMapping => ({
  version: 1,
  reading: { encoding: "utf-8", delimiter: ";", quote: '"', headerRows: 1, skipLines: 0 },
  columns,
  rowsAre: "items",
  defaults: { kind: "other", source: "feedback_form" },
  ...more,
});
const round = "019a0000-0000-7000-8000-000000000001";

describe("what a mapping lacks", () => {
  test("something that comes in: a text, or an answer", () => {
    expect(mappingGaps(mapping([{ column: "When", target: "date", dateOrder: "dmy" }]), null)).toEqual([
      { kind: "nothing-mapped" },
    ]);
    expect(mappingGaps(mapping([{ column: "Title", target: "title" }]), null)).toEqual([]);
    expect(
      mappingGaps(
        mapping([{ column: "How well", target: "rating", scaleMin: 1, scaleMax: 5 }], { rowsAre: "responses" }),
        round,
      ),
    ).toEqual([]);
  });

  test("ratings belong to responses, and responses to a round, chosen or named by a column", () => {
    const rating = { column: "How well", target: "rating", scaleMin: 1, scaleMax: 5 } as const;
    expect(mappingGaps(mapping([rating]), round)).toEqual([{ kind: "answers-need-responses" }]);
    expect(mappingGaps(mapping([rating], { rowsAre: "responses" }), null)).toEqual([{ kind: "round" }]);
    expect(
      mappingGaps(mapping([rating, { column: "Round", target: "round" }], { rowsAre: "responses" }), null),
    ).toEqual([]);
  });

  test("the order of a date and the ends of a scale, told for their column", () => {
    const text = { column: "Text", target: "verbatim" } as const;
    expect(mappingGaps(mapping([text, { column: "When", target: "date" }]), null)).toEqual([
      { kind: "date-order", column: "When" },
    ]);
    expect(
      mappingGaps(
        mapping([text, { column: "Q", target: "rating", scaleMin: 5, scaleMax: 1 }], { rowsAre: "responses" }),
        round,
      ),
    ).toEqual([{ kind: "scale", column: "Q" }]);
  });

  test("one column for a date, but several for texts and for an id", () => {
    const columns: ColumnMapping["columns"] = [
      { column: "a", target: "verbatim" },
      { column: "b", target: "verbatim" },
      { column: "c", target: "external_id" },
      { column: "d", target: "external_id" },
      { column: "e", target: "language" },
      { column: "f", target: "language" },
    ];
    expect(mappingGaps(mapping(columns), null)).toEqual([{ kind: "twice", column: "f", target: "language" }]);
  });
});

describe("changing a column", () => {
  test("leaves nothing of the old target behind and takes the proposal's details where it proposed the same", () => {
    const before = mapping([{ column: "Q", target: "rating", scaleMin: 0, scaleMax: 10 }]);
    expect(withTarget(before, "Q", "verbatim").columns).toEqual([{ column: "Q", target: "verbatim" }]);
    const proposed = { column: "Q", target: "rating", scaleMin: 0, scaleMax: 10 } as const;
    expect(withTarget(withTarget(before, "Q", "ignore"), "Q", "rating", proposed).columns).toEqual([proposed]);
    expect(withTarget(before, "Q", "date").columns).toEqual([{ column: "Q", target: "date", dateOrder: "dmy" }]);
  });

  test("a saved mapping speaks for the columns of this file only, under its own reading", () => {
    const file = mapping([
      { column: "Text", target: "ignore" },
      { column: "New", target: "verbatim" },
    ]);
    const saved = mapping(
      [
        { column: "Text", target: "verbatim" },
        { column: "Gone", target: "service" },
        { column: "Unused", target: "ignore" },
      ],
      { reading: { encoding: "windows-1252", delimiter: ",", quote: null, headerRows: 2, skipLines: 1 } },
    );
    const { mapping: applied, unknown } = appliedTo(file, saved);
    expect(applied.columns).toEqual([
      { column: "Text", target: "verbatim" },
      { column: "New", target: "ignore" },
    ]);
    expect(applied.reading).toEqual(file.reading);
    expect(unknown).toEqual(["Gone"]);
  });
});

describe("a draft", () => {
  test("survives leaving the page", () => {
    const kept = new Map<string, string>();
    const draft = { mapping: mapping([{ column: "Text", target: "verbatim" }]), roundId: round };
    keepDraft("one", draft, { setItem: (key, value) => kept.set(key, value) });
    expect(keptDraft("one", { getItem: (key) => kept.get(key) ?? null })).toEqual(draft);
    expect(keptDraft("other", { getItem: (key) => kept.get(key) ?? null })).toBeNull();
  });

  test.each(["{", "null", '{"mapping":{"version":2}}'])("%s is no draft", (text) => {
    expect(keptDraft("one", { getItem: () => text })).toBeNull();
  });
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %d is %s", (index, letter) => {
  expect(columnLetter(index)).toBe(letter);
});
