import { stringify } from "csv-stringify/sync";

import { harmless } from "@kuultu/domain/harmless-text";

import type { Cell } from "#feedback/export/export-cells";

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if ("text" in cell) return harmless(cell.text);
  return "day" in cell ? cell.day : isoMoment(cell.at, cell.offsetMinutes);
}

/** ISO 8601 with the zone: 2021-12-09T10:15:00+02:00. */
function isoMoment(at: Date, offsetMinutes: number): string {
  const wall = new Date(at.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const clock = new Date(Math.abs(offsetMinutes) * 60_000).toISOString().slice(11, 16);
  return `${wall}${offsetMinutes < 0 ? "-" : "+"}${clock}`;
}

/** A file that opens in the spreadsheets of Finland as it is: UTF-8 with its mark, semicolons, CRLF. */
export async function* csvBytes(headings: readonly string[], batches: AsyncIterable<Cell[][]>): AsyncGenerator<Buffer> {
  const lines = (records: readonly (readonly string[])[]) =>
    stringify(
      records.map((record) => [...record]),
      // A line end within a text is quoted too, or readers take it for the next row.
      { delimiter: ";", record_delimiter: "windows", quote_record_delimiter: true },
    );
  yield Buffer.from(`\uFEFF${lines([headings.map(harmless)])}`);
  for await (const rows of batches) yield Buffer.from(lines(rows.map((row) => row.map(csvCell))));
}
