import { RuleViolation } from "#rule-violation";

import type { ColumnMapping } from "./column-mapping.ts";
import type { PlacedColumn } from "./row-reading.ts";

/**
 * The mapped columns where they stand in a file. Throws `intake.column-missing` (details.columns) and
 * `intake.mapping-incomplete` (details.reason: nothing-mapped, answers-need-responses,
 * scale-upside-down, column-twice).
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
  if (mapped.some(({ scaleMin = 1, scaleMax = 5, target }) => target === "rating" && scaleMin >= scaleMax))
    throw new RuleViolation("intake.mapping-incomplete", { reason: "scale-upside-down" });
  if (new Set(mapped.map(({ column }) => column)).size < mapped.length)
    throw new RuleViolation("intake.mapping-incomplete", { reason: "column-twice" });
  return mapped.map((assignment) => ({ assignment, index: headers.indexOf(assignment.column) }));
}

function questionKeyOf(column: string, given?: string): string {
  const made = column
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return (given ?? made).slice(0, longestKey) || "question";
}

const longestKey = 100;

/**
 * The key of the question that each column asks: as given, else made from its header. Long headers that begin alike, as those of
 * a matrix do, are told apart by a number, in the order of the columns.
 */
export function questionKeysOf({ columns }: Pick<ColumnMapping, "columns">): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  for (const { column, target, questionKey } of columns) {
    if (target === "ignore" || keys.has(column)) continue;
    const wanted = questionKeyOf(column, questionKey);
    let key = wanted;
    for (let number = 2; taken.has(key); number += 1) {
      const ending = `-${number}`;
      key = `${wanted.slice(0, longestKey - ending.length)}${ending}`;
    }
    taken.add(key);
    keys.set(column, key);
  }
  return keys;
}
