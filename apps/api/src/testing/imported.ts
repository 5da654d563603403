import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";

import type { ColumnMapping, ColumnTarget } from "@kuultu/domain/intake/column-mapping";
import type { ImportView } from "@kuultu/domain/intake/import-view";

import { proposeFor } from "#intake/file-proposal";
import { runImport } from "#intake/import-jobs";
import { createImport, receiveUpload } from "#intake/intake-commands";
import type { Scope } from "#trpc/scope";

export interface FileWish {
  /** Path of a file, or its text. */
  readonly path?: string;
  readonly text?: string;
  readonly name?: string;
  readonly roundId?: string;
  /** Else the proposed one. */
  readonly mapping?: ColumnMapping;
}

const bytesOf = ({ path, text = "" }: FileWish) =>
  path === undefined ? Readable.from([Buffer.from(text)]) : createReadStream(path);

/** An upload with its import, made but not yet run. */
export async function makeImport(scope: Scope, wish: FileWish): Promise<string> {
  const mapping = wish.mapping ?? (await proposeFor(() => bytesOf(wish))).mapping;
  const upload = await receiveUpload(scope, wish.name ?? basename(wish.path ?? "file.csv"), bytesOf(wish));
  return createImport(scope, { uploadId: upload.id, mapping, roundId: wish.roundId ?? null });
}

/** Takes a file in to its end. */
export async function importFile(scope: Scope, wish: FileWish): Promise<ImportView> {
  return runImport(scope, await makeImport(scope, wish));
}

/** A mapping of columns to targets, of a plain CSV file. */
export function mappingOf(
  columns: Readonly<Record<string, ColumnTarget>>,
  rowsAre: ColumnMapping["rowsAre"] = "items",
): ColumnMapping {
  return {
    version: 1,
    reading: { encoding: "utf-8", delimiter: ",", quote: '"', headerRows: 1, skipLines: 0 },
    columns: Object.entries(columns).map(([column, target]) => ({
      column,
      target,
      ...(target === "date" ? { dateOrder: "dmy" as const } : {}),
    })),
    rowsAre,
    defaults: { kind: "other", source: "feedback_form" },
  };
}
