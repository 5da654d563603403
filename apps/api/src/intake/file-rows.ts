import { Readable } from "node:stream";

import { CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";

import { maskKindsInNames, maskPersonalData } from "@kuultu/domain/feedback/personal-data";
import type { FileReading } from "@kuultu/domain/intake/column-mapping";
import { storableText } from "@kuultu/domain/intake/row-reading";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import type { FileBytes } from "#intake/encoding";

/** More columns than a mapping holds. */
const mostColumns = 10_000;
/** An unclosed quote would otherwise take the rest of the file into memory. */
const longestRecord = 8_000_000;

/** The text of a file, without byte order mark and without the lines to leave out. */
async function* decoded(bytes: FileBytes, { encoding, skipLines }: FileReading): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let linesToSkip = skipLines;
  const withoutSkipped = (text: string): string => {
    let from = 0;
    while (linesToSkip > 0) {
      const end = /\r\n|\n|\r(?=[^\n])/gu;
      end.lastIndex = from;
      const found = end.exec(text);
      if (found === null) return "";
      from = found.index + found[0].length;
      linesToSkip -= 1;
    }
    return text.slice(from);
  };
  let pending = "";
  for await (const chunk of bytes()) {
    const text = pending + decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    const kept = withoutSkipped(text);
    // A line end may be cut in two, and a line to leave out may go on in the next chunk.
    pending = linesToSkip > 0 ? text.slice(-1) : "";
    if (kept !== "") yield kept;
  }
  const rest = withoutSkipped(pending + (decoder.end() ?? ""));
  if (rest !== "") yield rest;
}

/** Options of the parser for a reading: strict about quotes, patient about the number of cells. */
export function parserOptions({ delimiter, quote }: Pick<FileReading, "delimiter" | "quote">) {
  return {
    delimiter,
    quote: quote ?? false,
    escape: quote ?? '"',
    relax_column_count: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: longestRecord,
  };
}

/** One line's worth of why a file cannot be parsed under a reading. */
export function unreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const reason = error.code === "CSV_MAX_RECORD_SIZE" ? "row-too-long" : "quotes";
  return new RuleViolation("intake.unreadable", { reason, line: Number(error["lines"] ?? 0) });
}

/** Every record of a file, blank ones too. Throws `intake.unreadable`. */
export async function* recordsOf(bytes: FileBytes, reading: FileReading): AsyncGenerator<string[]> {
  const text = Readable.from(decoded(bytes, reading));
  const parser = parse(parserOptions(reading));
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const record of parser) yield record as string[];
  } catch (error) {
    throw unreadable(error);
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** A, B, … Z, AA, AB … */
function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** A header is stored and shown in many places: as text that can be stored, and without personal data, should a row of data stand there. */
function shownHeader(cell: string): string {
  return maskPersonalData(storableText(cell), maskKindsInNames).text.replace(/\s+/gu, " ").trim();
}

/** Names of the columns: from the first header row, where blank from the next one, else their letter; `#2` behind the second of a name. */
function namesOf(headerRows: readonly (readonly string[])[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const cell = headerRows.map((row) => shownHeader(row[index] ?? "")).find((text) => text !== "");
    const wanted = cell ?? letterOf(index);
    let name = wanted;
    for (let number = 2; taken.has(name); number += 1) name = `${wanted}#${number}`;
    taken.add(name);
    return name;
  });
}

export interface DataRow {
  /** Data rows are counted from 1; header rows and wholly blank rows are none. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface FileRows {
  readonly headers: readonly string[];
  /** To be gone through once. */
  readonly rows: AsyncIterable<DataRow>;
  blankRows(): number;
  /** For whoever needs no rows. */
  close(): Promise<void>;
}

/** The header and the data rows of a file. Blank rows before the header are passed over. Throws `intake.unreadable`. */
export async function openRows(bytes: FileBytes, reading: FileReading): Promise<FileRows> {
  const records = recordsOf(bytes, reading);
  const headerRows: string[][] = [];
  let first: string[] | undefined;
  while (first === undefined) {
    const next = await records.next();
    if (next.done) break;
    if (isBlank(next.value)) continue;
    if (headerRows.length < reading.headerRows) headerRows.push(next.value);
    else first = next.value;
  }
  const width = (headerRows[0] ?? first)?.length ?? 0;
  if (width === 0 || width > mostColumns) {
    await records.return(undefined);
    throw new RuleViolation("intake.unreadable", { reason: width === 0 ? "empty" : "too-many-columns" });
  }
  let blankRows = 0;
  async function* rows(): AsyncGenerator<DataRow> {
    let row = 0;
    try {
      if (first !== undefined) yield { row: (row += 1), cells: first };
      for await (const cells of records) {
        if (isBlank(cells)) blankRows += 1;
        else yield { row: (row += 1), cells };
      }
    } finally {
      await records.return(undefined);
    }
  }
  const close = async (): Promise<void> => void (await records.return(undefined));
  return { headers: namesOf(headerRows, width), rows: rows(), blankRows: () => blankRows, close };
}
