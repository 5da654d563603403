import {
  type ColumnAssignment,
  type ColumnMapping,
  columnMappingSchema,
  type ColumnTarget,
} from "@kuultu/domain/intake/column-mapping";

/** Targets that several columns may share; the others take one column of a file. */
export const sharedTargets: ReadonlySet<ColumnTarget> = new Set([
  "ignore",
  "verbatim",
  "external_id",
  "rating",
  "yes_no",
]);

/** Something that a mapping still lacks; `column` where one column is meant. The screen names it on the button. */
export type MappingGap =
  | { readonly kind: "nothing-mapped" | "answers-need-responses" | "round" }
  | { readonly kind: "date-order" | "scale"; readonly column: string }
  | { readonly kind: "twice"; readonly column: string; readonly target: ColumnTarget };

const assignmentOf = (mapping: ColumnMapping, column: string): ColumnAssignment =>
  mapping.columns.find((one) => one.column === column) ?? { column, target: "ignore" };

/** The mapping after one column was given another target. Details of the old target do not stay behind. */
export function withTarget(
  mapping: ColumnMapping,
  column: string,
  target: ColumnTarget,
  proposed?: ColumnAssignment,
): ColumnMapping {
  const details = proposed?.target === target ? proposed : { column, target, ...firstDetails(target) };
  return withAssignment(mapping, details);
}

export function withAssignment(mapping: ColumnMapping, assignment: ColumnAssignment): ColumnMapping {
  const known = mapping.columns.some((one) => one.column === assignment.column);
  const columns = known
    ? mapping.columns.map((one) => (one.column === assignment.column ? assignment : one))
    : [...mapping.columns, assignment];
  return { ...mapping, columns };
}

function firstDetails(target: ColumnTarget): Partial<ColumnAssignment> {
  if (target === "date") return { dateOrder: "dmy" };
  return target === "rating" ? { scaleMin: 1, scaleMax: 5 } : {};
}

/** What a saved mapping says of the columns of this file, under the file's own reading. `unknown`: its mapped columns that this file lacks. */
export function appliedTo(
  file: ColumnMapping,
  saved: ColumnMapping,
): { readonly mapping: ColumnMapping; readonly unknown: readonly string[] } {
  const here = new Set(file.columns.map((one) => one.column));
  const unknown = saved.columns
    .filter((one) => one.target !== "ignore" && !here.has(one.column))
    .map((one) => one.column);
  return {
    mapping: { ...saved, reading: file.reading, columns: file.columns.map((one) => assignmentOf(saved, one.column)) },
    unknown,
  };
}

/** What has to be said before the file can come in, in the order of the screen. */
export function mappingGaps(mapping: ColumnMapping, roundId: string | null): MappingGap[] {
  const mapped = mapping.columns.filter((one) => one.target !== "ignore");
  const has = (...targets: readonly ColumnTarget[]): boolean => mapped.some((one) => targets.includes(one.target));
  const answers = has("rating", "yes_no");
  const gaps: MappingGap[] = [];
  if (!answers && !has("verbatim", "title")) gaps.push({ kind: "nothing-mapped" });
  if (answers && mapping.rowsAre === "items") gaps.push({ kind: "answers-need-responses" });
  const taken = new Set<ColumnTarget>();
  for (const { column, target, dateOrder, scaleMin, scaleMax } of mapped) {
    if (taken.has(target) && !sharedTargets.has(target)) gaps.push({ kind: "twice", column, target });
    taken.add(target);
    if (target === "date" && dateOrder === undefined) gaps.push({ kind: "date-order", column });
    if (target === "rating" && (scaleMin === undefined || scaleMax === undefined || scaleMax <= scaleMin))
      gaps.push({ kind: "scale", column });
  }
  if (mapping.rowsAre === "responses" && roundId === null && !has("round")) gaps.push({ kind: "round" });
  return gaps;
}

/** A, B … Z, AA, AB: how people call the columns of a file. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

export interface IntakeDraft {
  readonly mapping: ColumnMapping;
  readonly roundId: string | null;
}

const draftKey = (uploadId: string): string => `kuultu.intake.${uploadId}`;

/** What was chosen for a file before the page was left; null where nothing was, or where it is no longer understood. */
export function keptDraft(uploadId: string, storage: Pick<Storage, "getItem"> = sessionStorage): IntakeDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(draftKey(uploadId)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("mapping" in kept)) return null;
    const mapping = columnMappingSchema.safeParse(kept.mapping);
    const roundId = "roundId" in kept && typeof kept.roundId === "string" ? kept.roundId : null;
    return mapping.success ? { mapping: mapping.data, roundId } : null;
  } catch {
    return null;
  }
}

export function keepDraft(
  uploadId: string,
  draft: IntakeDraft,
  storage: Pick<Storage, "setItem"> = sessionStorage,
): void {
  storage.setItem(draftKey(uploadId), JSON.stringify(draft));
}
