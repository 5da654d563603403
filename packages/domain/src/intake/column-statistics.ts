import { readKind, readLanguage, readRating, readSource, readYesNo } from "./cell-words.ts";
import { dateOrders } from "./column-mapping.ts";
import { readDate } from "./date-reading.ts";
import type { DateOrder } from "./date-reading.ts";

/** What the cells of one column look like, over the whole file. Counts are of filled cells. */
export interface ColumnStatistics {
  readonly column: string;
  filled: number;
  /** Different filled cells; counting stops at `distinctCap`. */
  distinct: number;
  /** Different pairs of this cell and the round's; for columns that look like ids, where there is a round. */
  distinctWithRound: number;
  characters: number;
  /** Cells of at least three words. */
  sentences: number;
  /** Readable under each order, and how often a cell was not before the one above it. */
  readonly dates: Record<DateOrder, { readable: number; ascending: number; last: number }>;
  yesNo: number;
  /** Yes, no and "cannot say" as digits do not count. */
  kinds: number;
  sources: number;
  languages: number;
  /** Whole numbers and "cannot say". */
  ratings: number;
  smallest: number;
  largest: number;
}

export const distinctCap = 20_000;

export function newColumnStatistics(column: string): ColumnStatistics {
  const date = () => ({ readable: 0, ascending: 0, last: Number.NEGATIVE_INFINITY });
  return {
    column,
    filled: 0,
    distinct: 0,
    distinctWithRound: 0,
    characters: 0,
    sentences: 0,
    dates: { ymd: date(), dmy: date(), mdy: date(), epoch_seconds: date(), epoch_milliseconds: date() },
    yesNo: 0,
    kinds: 0,
    sources: 0,
    languages: 0,
    ratings: 0,
    smallest: Number.POSITIVE_INFINITY,
    largest: Number.NEGATIVE_INFINITY,
  };
}

/** Epochs before 1990 are taken for plain numbers. */
const plausibleEpoch = Date.UTC(1990, 0, 1);

function countDates(statistics: ColumnStatistics, cell: string): void {
  if (cell.length < 6 || cell.length > 40 || !/^\d/u.test(cell)) return;
  for (const order of dateOrders) {
    const reading = readDate(cell, order);
    if (!("instant" in reading)) continue;
    const instant = reading.instant.getTime();
    if (order.startsWith("epoch") && instant < plausibleEpoch) continue;
    const date = statistics.dates[order];
    date.readable += 1;
    if (instant >= date.last) date.ascending += 1;
    date.last = instant;
  }
}

/** Takes one more cell into account; blank cells count for nothing. */
export function countCell(statistics: ColumnStatistics, cell: string): void {
  const text = cell.trim();
  if (text === "") return;
  statistics.filled += 1;
  statistics.characters += text.length;
  if (/\S\s+\S+\s+\S/u.test(text)) statistics.sentences += 1;
  countDates(statistics, text);
  if (text.length > 60) return;
  if (!/^\d+$/u.test(text) && readYesNo(text) !== undefined) statistics.yesNo += 1;
  if (readKind(text) !== undefined) statistics.kinds += 1;
  if (readSource(text) !== undefined) statistics.sources += 1;
  if (readLanguage(text) !== undefined) statistics.languages += 1;
  const rating = readRating(text);
  if (rating !== undefined) statistics.ratings += 1;
  if (typeof rating === "number") {
    statistics.smallest = Math.min(statistics.smallest, rating);
    statistics.largest = Math.max(statistics.largest, rating);
  }
}
