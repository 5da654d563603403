import type { MaskKind, MaskSpan } from "#feedback/personal-data";

import type { ColumnMapping, FileReading } from "./column-mapping.ts";
import type { ImportLedger } from "./import-ledger.ts";

export const importProblemCodes = [
  "row.too-few-cells",
  "row.too-many-cells",
  "row.nothing-mapped",
  "date.unreadable",
  "date.does-not-exist",
  "date.missing",
  "rating.not-a-number",
  "rating.outside-scale",
  "yes-no.unreadable",
  "kind.unknown",
  "source.unknown",
  "language.unknown",
  "round.unknown",
  "external-id.missing",
  "contact.unreadable",
  "text.invalid-characters",
  "text.too-long",
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** A problem of one cell or row. `row` counts data rows from 1; `value` is masked and shortened; `rejects`: the row stays out. */
export interface ImportProblemView {
  readonly row: number;
  readonly column: string;
  readonly code: ImportProblemCode;
  readonly value: string;
  readonly rejects: boolean;
}

/** A file that has been received. */
export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
}

/** One column with what is in it, for the mapping step. Samples are different values, masked. */
export interface ColumnPreview {
  readonly column: string;
  readonly samples: readonly string[];
  readonly filled: number;
  readonly distinct: number;
}

/** What a file looks like under a reading, and what we would make of it. */
export interface FileProposal {
  readonly upload: UploadView;
  readonly reading: FileReading;
  /** Other encodings that would also do, most plausible first. */
  readonly otherEncodings: readonly FileReading["encoding"][];
  /** Data rows; wholly blank rows not counted. */
  readonly rows: number;
  readonly blankRows: number;
  readonly columns: readonly ColumnPreview[];
  /** The first data rows as they stand in the file, masked; a cell for each column. */
  readonly firstRows: readonly (readonly string[])[];
  readonly mapping: ColumnMapping;
}

/** A data row as it would come in. */
export interface RowPreview {
  readonly row: number;
  readonly items: readonly { readonly title: string; readonly body: string; readonly masks: readonly MaskSpan[] }[];
  readonly facts: readonly { readonly target: string; readonly column: string; readonly value: string }[];
}

/** The whole file run dry under a mapping: nothing is stored. */
export interface DryRun {
  readonly ledger: ImportLedger;
  readonly problems: readonly ImportProblemView[];
  readonly problemCount: number;
  readonly masked: Readonly<Partial<Record<MaskKind, number>>>;
  readonly rows: readonly RowPreview[];
}

export interface ImportView {
  readonly id: string;
  readonly fileName: string;
  readonly state: "running" | "finished" | "failed" | "cancelled";
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Null until counted. */
  readonly totalRows: number | null;
  readonly ledger: ImportLedger;
  readonly responses: number;
  readonly masked: Readonly<Partial<Record<MaskKind, number>>>;
  readonly problemCount: number;
  readonly failure: string | null;
  readonly roundId: string | null;
}
