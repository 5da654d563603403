import { RuleViolation } from "#rule-violation";

import type { ColumnMapping } from "./column-mapping.ts";
import type { PlacedColumn } from "./row-reading.ts";

/**
 * The mapped columns where they stand in a file. Throws `intake.column-missing` (details.columns) and
 * `intake.mapping-incomplete` (details.reason: nothing-mapped, answers-need-responses).
 */
export function placeColumns(mapping: ColumnMapping, headers: readonly string[]): PlacedColumn[] {
  const mapped = mapping.columns.filter(({ target }) => target !== "ignore");
  const missing = mapped.filter(({ column }) => !headers.includes(column)).map(({ column }) => column);
  if (missing.length > 0) throw new RuleViolation("intake.column-missing", { columns: missing });
  const targets = new Set(mapped.map(({ target }) => target));
  const answers = targets.has("rating") || targets.has("yes_no");
  if (answers && mapping.rowsAre === "items")
    throw new RuleViolation("intake.mapping-incomplete", { reason: "answers-need-responses" });
  if (!answers && !targets.has("verbatim") && !targets.has("title"))
    throw new RuleViolation("intake.mapping-incomplete", { reason: "nothing-mapped" });
  return mapped.map((assignment) => ({ assignment, index: headers.indexOf(assignment.column) }));
}

/** The key of the question that a column asks: as given, else made from its header. */
export function questionKeyOf(column: string, given?: string): string {
  const made = column
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return (given ?? made).slice(0, 100) || "question";
}
