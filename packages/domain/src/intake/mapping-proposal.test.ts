import { describe, expect, it, test } from "vitest";

import type { ColumnAssignment, ColumnMapping } from "./column-mapping.ts";
import { countCell, newColumnStatistics } from "./column-statistics.ts";
import { placeColumns } from "./mapping-check.ts";
import { proposeMapping } from "./mapping-proposal.ts";
import { contentOf, identityOf, nthOf } from "./row-identity.ts";
import { readRow } from "./row-reading.ts";

const reading = { encoding: "utf-8", delimiter: ",", quote: '"', headerRows: 1, skipLines: 0 } as const;

function proposal(columns: Readonly<Record<string, readonly string[]>>): ColumnMapping {
  const cells = Object.values(columns);
  const rounds = columns["round"] ?? columns["Kierros"] ?? [];
  const statistics = Object.entries(columns).map(([name, values]) => {
    const column = newColumnStatistics(name);
    for (const value of values) countCell(column, value);
    column.distinct = new Set(values.filter((value) => value !== "")).size;
    column.distinctWithRound =
      rounds.length === 0 ? 0 : new Set(values.map((value, index) => `${value} ${rounds[index] ?? ""}`)).size;
    return column;
  });
  return proposeMapping({ reading, columns: statistics, rows: cells[0]?.length ?? 0 });
}

const targets = (mapping: ColumnMapping) =>
  Object.fromEntries(
    mapping.columns.filter(({ target }) => target !== "ignore").map(({ column, target }) => [column, target]),
  );
const texts = [
  "Jonossa meni koko aamupäivä",
  "Kiitos ystävällisestä palvelusta teille",
  "Lomake ei auennut puhelimella ollenkaan",
];

describe("what columns are taken for", () => {
  test.each<[string, Record<string, string[]>, Record<string, string>]>([
    [
      "Finnish feedback",
      {
        Tunnus: ["1", "2", "3"],
        Palaute: texts,
        Saapunut: ["31.1.2021", "1.2.2021", "2.2.2021"],
        Palvelu: ["A", "B", "A"],
        Palautetyyppi: ["Idea", "Kiitos", "Moite"],
        Kieli: ["fi", "suomi", "fi"],
      },
      {
        Tunnus: "external_id",
        Palaute: "verbatim",
        Saapunut: "date",
        Palvelu: "service",
        Palautetyyppi: "kind",
        Kieli: "language",
      },
    ],
    [
      "Swedish feedback",
      {
        Ärendenummer: ["1", "2", "3"],
        Synpunkt: texts,
        Datum: ["2021-01-31", "2021-02-01", "2021-02-02"],
        Kanal: ["A", "B", "A"],
        Källa: ["E-post", "Telefon", "E-post"],
      },
      { Ärendenummer: "external_id", Synpunkt: "verbatim", Datum: "date", Kanal: "channel", Källa: "source" },
    ],
    [
      "Russian feedback",
      { Номер: ["1", "2", "3"], Отзыв: texts, Дата: ["31.01.2021", "01.02.2021", "02.02.2021"] },
      { Номер: "external_id", Отзыв: "verbatim", Дата: "date" },
    ],
    [
      "a description beside a title",
      { ID: ["1", "2", "3"], Title: ["Pothole", "Litter", "Noise"], Description: texts, Status: ["a", "b", "a"] },
      { ID: "external_id", Title: "title", Description: "verbatim" },
    ],
    ["a row number, which is no id", { row_index: ["0", "1", "2"], feedback: texts }, { feedback: "verbatim" }],
    [
      "an id that only the round completes",
      { id: ["1", "1", "2"], round: ["1", "2", "2"], texts },
      { id: "external_id", round: "external_id", texts: "verbatim" },
    ],
    [
      "numbers of comments",
      { texts, total_comments_count: ["1.0", "2.0", "0.0"], latitude: ["60.1", "60.2", "60.3"] },
      { texts: "verbatim" },
    ],
    [
      "no words in the header",
      { a: texts.map((text) => `${text}, ja se oli hyvä asia`), b: ["x", "y", "z"] },
      { a: "verbatim" },
    ],
    [
      "a survey",
      {
        Timestamp: ["26/09/2022 16:34:44", "27/09/2022 10:00:00", "28/09/2022 10:00:00"],
        "Kuinka tyytyväinen olit?": ["5", "4", "EOS"],
        "Suosittelisitko meitä muille?": ["Kyllä", "Ei", ""],
        "Vapaa sana": ["", texts[0] ?? "", ""],
      },
      {
        Timestamp: "date",
        "Kuinka tyytyväinen olit?": "rating",
        "Suosittelisitko meitä muille?": "yes_no",
        "Vapaa sana": "verbatim",
      },
    ],
  ])("%s", (_, columns, expected) => expect(targets(proposal(columns))).toEqual(expected));

  test.each<[string, string[], string]>([
    ["a day above 12 in front", ["13/09/2022", "01/10/2022"], "dmy"],
    ["a day above 12 behind", ["9/13/2022", "10/1/2022"], "mdy"],
    ["either, ascending as month first", ["01/05/2022", "02/04/2022", "03/01/2022"], "mdy"],
    ["either, without order", ["05.01.2022", "04.02.2022", "04.02.2022"], "dmy"],
    ["seconds", ["1517065554", "1510982515"], "epoch_seconds"],
    ["milliseconds", ["1517065554000", "1510982515000"], "epoch_milliseconds"],
    ["ISO", ["2022-01-05T10:00:00Z", "2022-02-04T10:00:00Z"], "ymd"],
  ])("the order of dates: %s", (_, date, order) => {
    expect(proposal({ date }).columns[0]).toMatchObject({ target: "date", dateOrder: order });
  });

  it("rows with answers are responses of a survey, others items", () => {
    expect(proposal({ palaute: texts })).toMatchObject({ rowsAre: "items", defaults: { source: "feedback_form" } });
    expect(proposal({ palaute: texts, "Oliko asiointi helppoa sinulle?": ["Ja", "Nej", "Ja"] })).toMatchObject({
      rowsAre: "responses",
      defaults: { source: "survey" },
    });
  });
});

describe("rows", () => {
  const assignments: ColumnAssignment[] = [
    { column: "id", target: "external_id" },
    { column: "text", target: "verbatim" },
    { column: "note", target: "ignore" },
  ];
  const mapping: ColumnMapping = {
    version: 1,
    reading,
    columns: assignments,
    rowsAre: "items",
    defaults: { kind: "other", source: "feedback_form" },
  };
  const read = (...cells: string[]) => readRow(mapping, placeColumns(mapping, ["id", "text", "note"]), 3, cells);
  const identity = (...cells: string[]) => identityOf("n", { ...read(...cells), round: null });

  it("with an id are told apart by it, without one by what is mapped and their number", () => {
    expect(identity("1", "a", "x")).toBe(identity("1", "b", "y"));
    expect(identity("1", "a", "x")).not.toBe(identity("2", "a", "x"));
    expect(identity("", "a", "x")).toBe(identity("", "a", "y"));
    expect(identity("", "a", "x")).not.toBe(identity("", "b", "x"));
    expect(nthOf("a", 1)).not.toBe(nthOf("a", 2));
  });

  it("say the same where only unmapped columns differ", () => {
    const content = (...cells: string[]) => contentOf(mapping, { ...read(...cells), round: null });
    expect(content("1", "a", "x")).toBe(content("1", "a", "y"));
    expect(content("1", "a", "x")).not.toBe(content("1", "b", "x"));
  });

  test.each<[string[], string[], boolean]>([
    [["1", "a", "x"], [], false],
    [["1", "a"], ["row.too-few-cells"], false],
    [["1", "a", "x", " "], [], false],
    [["1", "a", "x", "y"], ["row.too-many-cells"], true],
    [["1", " ", "x"], ["row.nothing-mapped"], true],
    [["", "a", "x"], ["external-id.missing"], false],
    [["1", "a\0", "x"], ["text.invalid-characters"], false],
    [["1", "a".repeat(100_001), "x"], ["text.too-long"], true],
  ])("problems of %#", (cells, codes, rejected) => {
    const row = read(...cells);
    expect([row.problems.map(({ code }) => code), row.rejected]).toEqual([codes, rejected]);
  });
});
