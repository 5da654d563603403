import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";

import type { FileReading } from "@kuultu/domain/intake/column-mapping";
import { headerSpeaksFor } from "@kuultu/domain/intake/header-words";
import { columnTargets } from "@kuultu/domain/intake/column-mapping";

import type { Encoding, FileBytes } from "#intake/encoding";
import { findEncoding } from "#intake/encoding";
import { parserOptions } from "#intake/file-rows";

const sampleLength = 256 * 1024;
const sampleRecords = 400;

export interface ReadingProposal {
  readonly reading: FileReading;
  readonly otherEncodings: readonly Encoding[];
}

interface Trial {
  readonly delimiter: FileReading["delimiter"];
  readonly quote: FileReading["quote"];
  readonly records: readonly string[][];
  readonly failed: boolean;
}

async function sampleOf(bytes: FileBytes, encoding: Encoding): Promise<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let text = "";
  for await (const chunk of bytes()) {
    text += decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text.length >= sampleLength) return text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"), 1));
  }
  return text + (decoder.end() ?? "");
}

function tryOut(sample: string, delimiter: FileReading["delimiter"], quote: FileReading["quote"]): Trial {
  const records: string[][] = [];
  let failed = false;
  try {
    parse(sample, {
      ...parserOptions({ delimiter, quote }),
      to: sampleRecords,
      on_record: (record: string[]) => {
        if (record.some((cell) => cell.trim() !== "")) records.push(record);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The sample may end within quotes; whether the whole file does, its reading will show.
    failed = !(error.code === "CSV_QUOTE_NOT_CLOSED" && records.length > 20);
  }
  return { delimiter, quote, records, failed };
}

/** How alike the records are in width: 1 where all have as many cells as most; a little more for more columns. */
function evenness({ records, failed }: Trial): number {
  if (failed || records.length === 0) return -1;
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].toSorted((one, other) => other[1] - one[1])[0] ?? [1, 0];
  const headerFits = records[0]?.length === width ? 0 : 0.1;
  return width < 2 ? 0 : count / records.length - headerFits + Math.min(width, 20) / 1000;
}

function isNumeric(cell: string): boolean {
  return /^[\s\d.,:;/+-]+$/u.test(cell) && /\d/u.test(cell);
}

/** Whether the first record names the columns: known words do; a number above nothing but numbers does not. */
function hasHeader(records: readonly string[][]): boolean {
  const [first = [], ...rest] = records;
  if (first.some((cell) => columnTargets.some((target) => headerSpeaksFor(target, cell)) && cell.length < 60))
    return true;
  const followers = rest.slice(0, 50);
  if (followers.length === 0) return !first.some(isNumeric);
  return !first.some(
    (cell, index) =>
      isNumeric(cell) && followers.every((record) => isNumeric(record[index] ?? "") || (record[index] ?? "") === ""),
  );
}

/** Survey tools write further header rows: the wording or the kind of answer, an id for imports. */
function headerRowsOf(records: readonly string[][]): number {
  const importIds = records
    .slice(0, 5)
    .findIndex((record) => record.some((cell) => /^\{\s*["']ImportId["']/u.test(cell)));
  if (importIds > 0) return importIds + 1;
  if (!hasHeader(records)) return 0;
  const [first = [], second = []] = records;
  const kindsOfAnswer = second.filter((cell) =>
    /^(?:response|open-ended response|vastaus|avoin vastaus|svar|öppet svar)$/iu.test(cell.trim()),
  ).length;
  if (kindsOfAnswer > 0 && (second[0] ?? "").trim() === "") return 2;
  const codesFirst =
    first.filter((cell) => /^[VQ]\d+$/u.test(cell)).length >= 3 && !second.some((cell) => isNumeric(cell));
  return codesFirst && records.length > 2 ? 2 : 1;
}

/** Lines above the header: comments, or a title in a cell of its own. */
function skipLinesOf(sample: string): number {
  const lines = sample.split(/\r\n|\n|\r/u, 20);
  const comments = lines.findIndex((line) => !line.startsWith("#"));
  // A file of comments only, or one whose first column is called "#", has none.
  if (comments > 0 && lines.length > comments + 1 && !/^#[,;\t|]/u.test(lines[0] ?? "")) return comments;
  return 0;
}

/**
 * Encoding, separator, quoting and header rows of a file, from all of its bytes and a sample of its text.
 * What is `given` is kept. Throws `intake.unreadable`.
 */
export async function proposeReading(
  bytes: FileBytes,
  given: { readonly encoding?: Encoding } = {},
): Promise<ReadingProposal> {
  const { encoding: found, others } = await findEncoding(bytes);
  const encoding = given.encoding ?? found;
  const whole = await sampleOf(bytes, encoding);
  const skipLines = skipLinesOf(whole);
  const sample =
    skipLines === 0
      ? whole
      : whole
          .split(/(?<=\r\n|\n|\r(?!\n))/u)
          .slice(skipLines)
          .join("");
  const delimiters = [",", ";", "\t", "|"] as const;
  const trials = delimiters.flatMap((delimiter) => {
    const quoted = tryOut(sample, delimiter, '"');
    const plain = sample.includes('"') ? tryOut(sample, delimiter, null) : undefined;
    // Quotes that make the rows less even than they are without them are no quotes.
    return plain !== undefined && evenness(plain) > evenness(quoted) ? [plain] : [quoted];
  });
  const best = trials.toSorted((one, other) => evenness(other) - evenness(one))[0];
  const chosen =
    best !== undefined && evenness(best) >= 0.4
      ? best
      : (trials.find(({ failed }) => !failed) ?? tryOut(sample, ",", null));
  return {
    reading: {
      encoding,
      delimiter: chosen.delimiter,
      quote: chosen.quote,
      headerRows: headerRowsOf(chosen.records),
      skipLines,
    },
    otherEncodings: [found, ...others].filter((other) => other !== encoding),
  };
}
