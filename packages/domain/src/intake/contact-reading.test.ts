import { expect, test } from "vitest";

import type { ColumnTarget } from "./column-mapping.ts";
import { newColumnStatistics } from "./column-statistics.ts";
import { countCell } from "./column-statistics.ts";
import { proposeMapping } from "./mapping-proposal.ts";
import { readRow } from "./row-reading.ts";

const reading = { encoding: "utf-8", delimiter: ",", quote: '"', headerRows: 1, skipLines: 0 } as const;

function read(cells: Readonly<Partial<Record<string, readonly [ColumnTarget, string]>>>) {
  const columns = Object.entries(cells).flatMap(([column, cell]) =>
    cell === undefined ? [] : [{ column, target: cell[0], cell: cell[1] }],
  );
  const mapping = {
    version: 1,
    reading,
    columns: columns.map(({ column, target }) => ({ column, target })),
    rowsAre: "items",
    defaults: { kind: "other", source: "feedback_form" },
  } as const;
  const placed = columns.map(({ column, target }, index) => ({ assignment: { column, target }, index }));
  return readRow(
    mapping,
    placed,
    columns.length,
    columns.map(({ cell }) => cell),
  );
}

const text = ["verbatim", "Jonotin."] as const;

test("an address that was left asks for a reply, and never becomes part of the text", () => {
  const row = read({
    palaute: text,
    etunimi: ["contact_name", " Aino "],
    sukunimi: ["contact_name", "Demo"],
    email: ["contact_email", "aino@example.invalid"],
  });
  expect(row.contact).toEqual({ name: "Aino Demo", email: "aino@example.invalid", phone: null });
  expect(row.replyExpected).toBe(true);
  expect(row.verbatims).toEqual(["Jonotin."]);
  expect(row.title).toBe("");
});

test.each([
  ["no", null, false],
  ["", null, false],
  ["yes", { name: null, email: "aino@example.invalid", phone: null }, true],
])("where a column asks, its word %j counts", (word, contact, replyExpected) => {
  const row = read({
    palaute: text,
    reply: ["reply_expected", word],
    email: ["contact_email", "aino@example.invalid"],
  });
  expect([row.contact, row.replyExpected]).toEqual([contact, replyExpected]);
});

test("what is no address stays out, and is shown nowhere", () => {
  const row = read({
    palaute: text,
    email: ["contact_email", "aino at home"],
    phone: ["contact_phone", "040 123 4567"],
  });
  expect(row.contact).toEqual({ name: null, email: null, phone: "040 123 4567" });
  expect(row.problems).toEqual([{ column: "email", code: "contact.unreadable", value: "", rejects: false }]);
});

test("a name that cannot be stored as it is is not shown as a problem either", () => {
  const row = read({
    palaute: text,
    email: ["contact_email", "a@example.invalid"],
    nimi: ["contact_name", "Aino\uFFFD"],
  });
  expect(row.problems.map(({ code, value }) => [code, value])).toEqual([["text.invalid-characters", ""]]);
});

function proposed(table: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const columns = Object.entries(table).map(([header, cells]) => {
    const statistics = newColumnStatistics(header);
    for (const cell of cells) countCell(statistics, cell);
    return { ...statistics, distinct: new Set(cells).size };
  });
  const mapping = proposeMapping({ reading, columns, rows: 2 });
  return Object.fromEntries(mapping.columns.map(({ column, target }) => [column, target]));
}

const texts = ["Jonotin puhelimessa tunnin. Miksi?", "Lomake oli vaikea täyttää. Kiitos avusta."];
test.each([
  ["Palaute", "Nimi", "Sähköposti", "Puhelinnumero"],
  ["Fritext", "Namn", "E-post", "Telefon"],
  ["Feedback", "Name", "E-mail address", "Phone number"],
  ["Отзыв", "Имя", "Электронная почта", "Телефон"],
])("headers in every language are known: %s %s %s %s", (verbatim, name, email, phone) => {
  const table = {
    [verbatim]: texts,
    [name]: ["Aino Demo", "Eero Demo"],
    [email]: ["aino@example.invalid", "eero@example.invalid"],
    [phone]: ["+358 40 1234567", "+358 40 7654321"],
  };
  expect(proposed(table)).toEqual({
    [verbatim]: "verbatim",
    [name]: "contact_name",
    [email]: "contact_email",
    [phone]: "contact_phone",
  });
});

test("a name without a way to reach it is not taken in, nor a raffle's address at the end of a survey", () => {
  expect(proposed({ Palaute: texts, Nimi: ["Aino", "Eero"] })).toMatchObject({ Nimi: "ignore" });
  const survey = { Aikaleima: ["2021-12-01", "2021-12-02"], "Kuinka tyytyväinen olitte palveluumme?": ["1", "5"] };
  expect(proposed({ ...survey, Palaute: texts, Sähköposti: ["a@example.invalid", "b@example.invalid"] })).toMatchObject(
    {
      Sähköposti: "ignore",
    },
  );
});
