import type { FeedbackKind, FeedbackSource } from "#feedback/triage-status";
import { type Contact, isEmail, isName, isPhone } from "#feedback/contact";
import type { TextLanguage } from "#language";

import { readKind, readLanguage, readRating, readSource, readYesNo } from "./cell-words.ts";
import { type ColumnAssignment, type ColumnMapping, isContactTarget } from "./column-mapping.ts";
import { readDate } from "./date-reading.ts";
import type { ImportProblemCode } from "./import-view.ts";

/** A problem of one cell; `value` as found, to be masked before it is shown or stored. */
export interface CellProblem {
  readonly column: string;
  readonly code: ImportProblemCode;
  readonly value: string;
  readonly rejects: boolean;
}

export interface RowFacets {
  service: string | null;
  site: string | null;
  channel: string | null;
  customer_group: string | null;
}

/** What a data row says under a mapping. Nothing masked yet. */
export interface RowReading {
  readonly problems: readonly CellProblem[];
  readonly rejected: boolean;
  readonly externalId: readonly string[] | null;
  readonly mapped: readonly string[];
  readonly receivedAt: Date | null;
  readonly title: string;
  readonly verbatims: readonly string[];
  readonly language: TextLanguage | null;
  readonly kind: FeedbackKind | null;
  readonly source: FeedbackSource | null;
  readonly facets: Readonly<RowFacets>;
  readonly round: string | null;
  readonly replyExpected: boolean;
  /** Only of a giver who is to get a reply: whoever wants none is not kept. */
  readonly contact: Contact | null;
  /** Answers by column; null: "cannot say". Unanswered and unreadable ones are left out. */
  readonly answers: readonly { readonly column: string; readonly value: number | null }[];
}

/** A mapped column and where it stands in the file. */
export interface PlacedColumn {
  readonly assignment: ColumnAssignment;
  readonly index: number;
}

export const longestText = 100_000;
export const longestTitle = 2_000;
const longestName = 200;
// NUL cannot be stored; U+FFFD tells of bytes that were no text; a lone surrogate is half a character.
const invalidCharacter = /\0|\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;
const invalidCharacters = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;

/** The text with U+FFFD in the place of what cannot be stored. */
export function storableText(text: string): string {
  return text.replaceAll(invalidCharacters, "\uFFFD");
}

/** Whether a problem keeps its row out. */
export function problemRejects(code: ImportProblemCode, rowsAre: ColumnMapping["rowsAre"]): boolean {
  return alwaysRejecting.has(code) || (code === "round.unknown" && rowsAre === "responses");
}

const alwaysRejecting: ReadonlySet<ImportProblemCode> = new Set([
  "row.too-many-cells",
  "row.nothing-mapped",
  "date.unreadable",
  "date.does-not-exist",
  "text.too-long",
]);

interface Draft {
  readonly problems: CellProblem[];
  readonly externalId: string[];
  receivedAt: Date | null;
  title: string;
  readonly verbatims: string[];
  language: TextLanguage | null;
  kind: FeedbackKind | null;
  source: FeedbackSource | null;
  readonly facets: RowFacets;
  round: string | null;
  replyExpected: boolean;
  readonly contact: { name: string | null; email: string | null; phone: string | null };
  readonly answers: { column: string; value: number | null }[];
}

function problem(draft: Draft, column: string, code: ImportProblemCode, value: string): void {
  draft.problems.push({ column, code, value, rejects: alwaysRejecting.has(code) });
}

function readAnswer(draft: Draft, { column, target, scaleMin, scaleMax }: ColumnAssignment, cell: string): void {
  const value = target === "yes_no" ? readYesNo(cell) : readRating(cell);
  if (value === undefined)
    return problem(draft, column, target === "yes_no" ? "yes-no.unreadable" : "rating.not-a-number", cell);
  const outside = value !== null && target === "rating" && (value < (scaleMin ?? 1) || value > (scaleMax ?? 5));
  if (outside) return problem(draft, column, "rating.outside-scale", cell);
  draft.answers.push({ column, value });
}

function readWord<Value>(
  draft: Draft,
  column: string,
  code: ImportProblemCode,
  cell: string,
  read: (cell: string) => Value | undefined,
): Value | null {
  const value = read(cell);
  if (value === undefined) problem(draft, column, code, cell);
  return value ?? null;
}

function readText(draft: Draft, { column, target }: ColumnAssignment, cell: string): void {
  if (cell.length > (target === "title" ? longestTitle : longestText))
    return problem(draft, column, "text.too-long", cell);
  if (target === "verbatim") draft.verbatims.push(cell);
  else if (draft.title === "") draft.title = cell.trim();
}

function readDateCell(draft: Draft, { column, dateOrder }: ColumnAssignment, cell: string): void {
  const reading = readDate(cell, dateOrder ?? "ymd");
  if ("problem" in reading) problem(draft, column, reading.problem, cell);
  else draft.receivedAt ??= reading.instant;
}

/** A first and a last name may stand in two columns; of addresses and numbers the first counts. What is wrong is not shown: it may be right. */
function readContact(draft: Draft, { column, target }: ColumnAssignment, cell: string): void {
  const text = cell.trim().replace(/\s+/gu, " ");
  const { contact } = draft;
  if (target === "contact_name" && isName(text))
    contact.name = contact.name === null ? text : `${contact.name} ${text}`;
  else if (target === "contact_email" && isEmail(text)) contact.email ??= text;
  else if (target === "contact_phone" && isPhone(text)) contact.phone ??= text;
  else problem(draft, column, "contact.unreadable", "");
}

function readCell(draft: Draft, assignment: ColumnAssignment, cell: string): void {
  const { column, target } = assignment;
  switch (target) {
    case "ignore":
      return;
    case "verbatim":
    case "title":
      return readText(draft, assignment, cell);
    case "date":
      return readDateCell(draft, assignment, cell);
    case "rating":
    case "yes_no":
      return readAnswer(draft, assignment, cell);
    case "language":
      draft.language ??= readWord(draft, column, "language.unknown", cell, readLanguage);
      return;
    case "kind":
      draft.kind ??= readWord(draft, column, "kind.unknown", cell, readKind);
      return;
    case "source":
      draft.source ??= readWord(draft, column, "source.unknown", cell, readSource);
      return;
    case "reply_expected":
      draft.replyExpected ||= readWord(draft, column, "yes-no.unreadable", cell, readYesNo) === 1;
      return;
    case "round":
      draft.round ??= cell.trim().slice(0, longestName);
      return;
    case "contact_name":
    case "contact_email":
    case "contact_phone":
      return readContact(draft, assignment, cell);
    case "external_id":
      draft.externalId.push(cell.trim());
      return;
    default:
      draft.facets[target] ??= cell.trim().replace(/\s+/gu, " ").slice(0, longestName);
  }
}

/** Reads a data row. `columnCount` is that of the header; a longer row has slipped, and nobody can tell where: it stays out. */
export function readRow(
  mapping: ColumnMapping,
  columns: readonly PlacedColumn[],
  columnCount: number,
  cells: readonly string[],
): RowReading {
  const draft: Draft = {
    problems: [],
    externalId: [],
    receivedAt: null,
    title: "",
    verbatims: [],
    language: null,
    kind: null,
    source: null,
    facets: { service: null, site: null, channel: null, customer_group: null },
    round: null,
    replyExpected: false,
    contact: { name: null, email: null, phone: null },
    answers: [],
  };
  const surplus = cells.slice(columnCount).filter((cell) => cell.trim() !== "");
  if (surplus.length > 0) problem(draft, "", "row.too-many-cells", surplus.join(" "));
  if (cells.length < columnCount) problem(draft, "", "row.too-few-cells", String(cells.length));
  const mapped: string[] = [];
  let idsWanted = 0;
  for (const { assignment, index } of columns) {
    let cell = cells[index] ?? "";
    if (invalidCharacter.test(cell)) {
      cell = storableText(cell);
      problem(draft, assignment.column, "text.invalid-characters", isContactTarget(assignment.target) ? "" : cell);
    }
    mapped.push(cell);
    if (assignment.target === "external_id") idsWanted += 1;
    if (cell.trim() !== "") readCell(draft, assignment, cell);
    else if (assignment.target === "date") problem(draft, assignment.column, "date.missing", "");
  }
  const hasId = idsWanted > 0 && draft.externalId.length === idsWanted;
  if (idsWanted > 0 && !hasId)
    problem(
      draft,
      columns.find(({ assignment }) => assignment.target === "external_id")?.assignment.column ?? "",
      "external-id.missing",
      "",
    );
  const empty = draft.title === "" && draft.verbatims.length === 0;
  if (mapping.rowsAre === "items" && empty && !draft.problems.some(({ rejects }) => rejects))
    problem(draft, "", "row.nothing-mapped", "");
  // Where no column says whether a reply is wanted, leaving an address says so.
  const { name, email, phone } = draft.contact;
  const asked = columns.some(({ assignment }) => assignment.target === "reply_expected");
  const replyExpected = draft.replyExpected || (!asked && (email !== null || phone !== null));
  return {
    ...draft,
    replyExpected,
    contact: replyExpected && (name !== null || email !== null || phone !== null) ? { name, email, phone } : null,
    externalId: hasId ? draft.externalId : null,
    mapped,
    rejected: draft.problems.some(({ rejects }) => rejects),
  };
}
