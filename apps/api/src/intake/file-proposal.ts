import type { ColumnMapping, FileReading } from "@kuultu/domain/intake/column-mapping";
import { countCell, distinctCap, newColumnStatistics } from "@kuultu/domain/intake/column-statistics";
import { headerSpeaksFor } from "@kuultu/domain/intake/header-words";
import type { ColumnPreview, FileProposal } from "@kuultu/domain/intake/import-view";
import { proposeMapping } from "@kuultu/domain/intake/mapping-proposal";
import { maskPersonalData } from "@kuultu/domain/feedback/personal-data";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import type { Encoding, FileBytes } from "#intake/encoding";
import { proposeReading } from "#intake/file-reading";
import { openRows } from "#intake/file-rows";

/** How a file looks under a reading and what we would make of it. */
export interface SeenProposal {
  readonly reading: FileReading;
  readonly otherEncodings: readonly Encoding[];
  readonly rows: number;
  readonly blankRows: number;
  readonly columns: readonly ColumnPreview[];
  readonly firstRows: FileProposal["firstRows"];
  readonly mapping: ColumnMapping;
}

const samplesShown = 3;
const firstRowsShown = 3;
/** Of all columns together; beyond it different cells are no longer told apart. */
const rememberedCells = 600_000;

/** Stands for what tells who the giver is: no pattern finds a name. */
export const hiddenCell = "•••";

/** Masked and shortened: what a preview or a problem may show of a cell. */
export function shownCell(cell: string): string {
  const text = maskPersonalData(cell.slice(0, 2000)).text.replace(/\s+/gu, " ").replaceAll("\0", "\uFFFD").trim();
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

/** 53 bits of a text, after cyrb53 (public domain): enough to tell the cells of a column apart. */
function fingerprint(text: string): number {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}

/** Counts different values, up to a cap, by their fingerprints. */
class Distinct {
  private readonly seen = new Set<number>();

  constructor(private readonly budget: { left: number }) {}

  /** Whether the value is new. */
  add(value: string): boolean {
    if (this.seen.size >= distinctCap || this.budget.left <= 0) return false;
    const before = this.seen.size;
    this.seen.add(fingerprint(value));
    this.budget.left -= this.seen.size - before;
    return this.seen.size > before;
  }

  get count(): number {
    return this.seen.size;
  }
}

async function look(bytes: FileBytes, reading: FileReading) {
  const { headers, rows, blankRows } = await openRows(bytes, reading);
  const statistics = headers.map(newColumnStatistics);
  const samples = headers.map((): string[] => []);
  const firstRows: string[][] = [];
  const namesGiver = headers.map((header) => headerSpeaksFor("contact_name", header));
  const shown = (cell: string, index: number) =>
    namesGiver[index] === true && cell.trim() !== "" ? hiddenCell : shownCell(cell);
  const budget = { left: rememberedCells };
  const distinct = headers.map(() => new Distinct(budget));
  const roundIndex = headers.findIndex((header) => headerSpeaksFor("round", header));
  const withRound = new Map(
    headers.flatMap((header, index) =>
      roundIndex >= 0 && headerSpeaksFor("external_id", header) ? [[index, new Distinct(budget)] as const] : [],
    ),
  );
  let count = 0;
  for await (const { row, cells } of rows) {
    count = row;
    if (firstRows.length < firstRowsShown) firstRows.push(headers.map((_, index) => shown(cells[index] ?? "", index)));
    for (const [index, column] of statistics.entries()) {
      const cell = cells[index] ?? "";
      if (cell.trim() === "") continue;
      countCell(column, cell);
      const kept = samples[index];
      if (distinct[index]?.add(cell.trim()) && kept !== undefined && kept.length < samplesShown)
        kept.push(shown(cell, index));
      withRound.get(index)?.add(`${cell.trim()}\t${cells[roundIndex]?.trim() ?? ""}`);
    }
  }
  for (const [index, column] of statistics.entries()) {
    column.distinct = distinct[index]?.count ?? 0;
    column.distinctWithRound = withRound.get(index)?.count ?? 0;
  }
  const columns = statistics.map(({ column, filled, distinct: different }, index) => ({
    column,
    samples: samples[index] ?? [],
    filled,
    distinct: different,
  }));
  return {
    reading,
    rows: count,
    blankRows: blankRows(),
    columns,
    firstRows,
    mapping: proposeMapping({ reading, columns: statistics, rows: count }),
  };
}

/** Looks at all of a file, under the given reading or under the one that fits best. Throws `intake.unreadable`. */
export async function proposeFor(bytes: FileBytes, given?: FileReading): Promise<SeenProposal> {
  const proposed = await proposeReading(bytes, given === undefined ? {} : { encoding: given.encoding });
  const { otherEncodings } = proposed;
  if (given !== undefined) return { ...(await look(bytes, given)), otherEncodings };
  try {
    return { ...(await look(bytes, proposed.reading)), otherEncodings };
  } catch (error) {
    const strayQuote =
      error instanceof RuleViolation && error.details["reason"] === "quotes" && proposed.reading.quote !== null;
    if (!strayQuote) throw error;
    // Further down than the sample stands a quote that opens or closes nothing: they are ordinary characters here.
    return { ...(await look(bytes, { ...proposed.reading, quote: null })), otherEncodings };
  }
}
