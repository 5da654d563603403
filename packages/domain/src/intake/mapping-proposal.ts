import type { ColumnAssignment, ColumnMapping, ColumnTarget, FileReading } from "./column-mapping.ts";
import { dateOrders } from "./column-mapping.ts";
import type { ColumnStatistics } from "./column-statistics.ts";
import type { DateOrder } from "./date-reading.ts";
import { headerSpeaksFor, isQuestionLike, isSurveyTool } from "./header-words.ts";

export interface SeenFile {
  readonly reading: FileReading;
  readonly columns: readonly ColumnStatistics[];
  readonly rows: number;
}

type Chosen = Map<ColumnStatistics, Omit<ColumnAssignment, "column">>;

function share(count: number, column: ColumnStatistics): number {
  return column.filled === 0 ? 0 : count / column.filled;
}

/** The order under which most cells are dates; between day and month first the one in which the file ascends, else day first. */
function dateOrderOf(column: ColumnStatistics): DateOrder | undefined {
  const fitting = dateOrders.filter((order) => share(column.dates[order].readable, column) >= 0.95);
  const best = Math.max(...fitting.map((order) => column.dates[order].readable));
  const equal = fitting.filter((order) => column.dates[order].readable === best);
  if (equal.includes("ymd")) return "ymd";
  if (equal.includes("dmy") && equal.includes("mdy")) {
    return column.dates.mdy.ascending > column.dates.dmy.ascending ? "mdy" : "dmy";
  }
  return equal[0];
}

function isText(column: ColumnStatistics): boolean {
  return (
    share(column.characters, column) >= 10 &&
    share(column.sentences, column) >= 0.3 &&
    dateOrderOf(column) === undefined
  );
}

/** The scale that holds all given values; unused ends count in. */
function scaleOf(column: ColumnStatistics): { scaleMin: number; scaleMax: number } | undefined {
  const { smallest, largest } = column;
  if (share(column.ratings, column) < 0.95 || largest <= smallest) return undefined;
  if (smallest >= 1 && largest <= 5) return { scaleMin: 1, scaleMax: 5 };
  if (smallest >= 1 && largest <= 7) return { scaleMin: 1, scaleMax: 7 };
  if (smallest >= 1 && largest <= 10) return { scaleMin: 1, scaleMax: 10 };
  if (smallest >= 0 && largest <= 10) return { scaleMin: 0, scaleMax: 10 };
  return undefined;
}

/** The best date column: named so, and among those the first; else one that holds nothing but written dates. */
function chooseDate(file: SeenFile, chosen: Chosen): void {
  const readable = file.columns.filter((column) => column.filled > 0 && dateOrderOf(column) !== undefined);
  const named = readable.filter((column) => headerSpeaksFor("date", column.column));
  const written = readable.filter(
    (column) => !dateOrderOf(column)?.startsWith("epoch") && column.characters / column.filled >= 8,
  );
  const byFill = (columns: ColumnStatistics[]) => columns.toSorted((one, other) => other.filled - one.filled)[0];
  const date = byFill(named) ?? byFill(written.filter((column) => !/^\d+$/u.test(column.column)));
  const dateOrder = date === undefined ? undefined : dateOrderOf(date);
  if (date !== undefined && dateOrder !== undefined) chosen.set(date, { target: "date", dateOrder });
}

/** An id that is no row number: alone where it tells rows apart, together with the round where only both do. */
function chooseIdentity(file: SeenFile, chosen: Chosen): void {
  const round = file.columns.find((column) => headerSpeaksFor("round", column.column) && column.distinct <= 200);
  const candidates = file.columns.filter(
    (column) =>
      headerSpeaksFor("external_id", column.column) && column.filled >= file.rows * 0.99 && !chosen.has(column),
  );
  for (const id of candidates) {
    if (round !== undefined && id.distinctWithRound > id.distinct) {
      chosen.set(id, { target: "external_id" });
      chosen.set(round, { target: "external_id" });
      return;
    }
    if (id.distinct >= Math.min(id.filled * 0.5, 10_000)) {
      chosen.set(id, { target: "external_id" });
      return;
    }
  }
}

function chooseTexts(file: SeenFile, chosen: Chosen): void {
  const free = () => file.columns.filter((column) => !chosen.has(column) && column.filled > 0);
  const title = free().find((column) => headerSpeaksFor("title", column.column) && dateOrderOf(column) === undefined);
  if (title !== undefined) chosen.set(title, { target: "title" });
  // A named column of a tiny file may hold a single word.
  const readable = (column: ColumnStatistics) =>
    isText(column) || (column.sentences > 0 && column.ratings === 0 && column.yesNo === 0);
  const strong = free().filter((column) => headerSpeaksFor("verbatim", column.column) && readable(column));
  const described = free().filter((column) => headerSpeaksFor("description", column.column) && readable(column));
  const longest = free()
    .filter(
      (column) => isText(column) && column.characters / column.filled >= 30 && column.distinct > column.filled * 0.5,
    )
    .toSorted((one, other) => other.characters / other.filled - one.characters / one.filled);
  const texts =
    [strong, described, title === undefined ? longest.slice(0, 1) : []].find((columns) => columns.length > 0) ?? [];
  for (const column of texts) chosen.set(column, { target: "verbatim" });
}

function chooseByWords(file: SeenFile, chosen: Chosen): void {
  const sameWords: readonly (readonly [ColumnTarget, (column: ColumnStatistics) => number])[] = [
    ["language", (column) => column.languages],
    ["kind", (column) => column.kinds],
    ["source", (column) => column.sources],
    ["reply_expected", (column) => column.yesNo],
  ];
  for (const [target, count] of sameWords) {
    const found = file.columns.find(
      (column) => !chosen.has(column) && headerSpeaksFor(target, column.column) && share(count(column), column) === 1,
    );
    if (found !== undefined) chosen.set(found, { target });
  }
  for (const target of ["service", "site", "channel", "customer_group"] as const) {
    const found = file.columns.find(
      (column) =>
        !chosen.has(column) &&
        headerSpeaksFor(target, column.column) &&
        column.distinct > 0 &&
        column.distinct <= 500 &&
        !isText(column),
    );
    if (found !== undefined) chosen.set(found, { target });
  }
}

function chooseAnswers(file: SeenFile, chosen: Chosen): void {
  const survey =
    isSurveyTool(file.columns.map(({ column }) => column)) ||
    file.columns.filter(({ column }) => column.includes("?")).length >= 3;
  for (const column of file.columns) {
    if (chosen.has(column) || column.filled === 0) continue;
    const questionLike = survey && isQuestionLike(column.column);
    const scale = scaleOf(column);
    if (scale !== undefined && (headerSpeaksFor("rating", column.column) || (questionLike && scale.scaleMax <= 5))) {
      chosen.set(column, { target: "rating", ...scale });
    } else if (isQuestionLike(column.column) && column.distinct >= 2 && share(column.yesNo, column) >= 0.9) {
      chosen.set(column, { target: "yes_no" });
    }
  }
}

/** Where a reply may be wanted: a raffle's address at the end of a survey is none of ours. A name stands only beside a way to reach it. */
function chooseContact(file: SeenFile, chosen: Chosen): void {
  const speaking = (target: ColumnTarget) =>
    file.columns.filter((column) => !chosen.has(column) && column.filled > 0 && headerSpeaksFor(target, column.column));
  const [email] = speaking("contact_email");
  const [phone] = speaking("contact_phone");
  if (email !== undefined) chosen.set(email, { target: "contact_email" });
  if (phone !== undefined) chosen.set(phone, { target: "contact_phone" });
  if (email === undefined && phone === undefined) return;
  for (const name of speaking("contact_name")) chosen.set(name, { target: "contact_name" });
}

/**
 * What the columns of a file are taken for, by their headers and by all of their cells. Whatever cannot be told stays out:
 * a person sees the proposal before anything comes in.
 */
export function proposeMapping(file: SeenFile): ColumnMapping {
  const chosen: Chosen = new Map();
  chooseDate(file, chosen);
  chooseIdentity(file, chosen);
  chooseTexts(file, chosen);
  chooseByWords(file, chosen);
  chooseAnswers(file, chosen);
  const targets = [...chosen.values()].map(({ target }) => target);
  const answers = targets.includes("rating") || targets.includes("yes_no");
  const rowsAre = answers || isSurveyTool(file.columns.map(({ column }) => column)) ? "responses" : "items";
  if (rowsAre === "items" || targets.includes("reply_expected")) chooseContact(file, chosen);
  const round = file.columns.find(
    (column) => headerSpeaksFor("round", column.column) && !chosen.has(column) && column.filled === file.rows,
  );
  if (rowsAre === "responses" && round !== undefined) chosen.set(round, { target: "round" });
  return {
    version: 1,
    reading: file.reading,
    columns: file.columns.map((statistics) => ({
      column: statistics.column,
      ...(chosen.get(statistics) ?? { target: "ignore" }),
    })),
    namespace: namespaceOf(
      [...chosen.keys()]
        .toSorted((one, other) => file.columns.indexOf(one) - file.columns.indexOf(other))
        .map(({ column }) => column),
    ),
    rowsAre,
    defaults: { kind: "other", source: rowsAre === "responses" ? "survey" : "feedback_form" },
  };
}

/** What external ids are unique in, from the mapped headers. */
export function namespaceOf(headers: readonly string[]): string {
  return headers.join("|").slice(0, 200);
}
