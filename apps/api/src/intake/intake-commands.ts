import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { maskPersonalData } from "@kuultu/domain/feedback/personal-data";
import type { ColumnMapping, startImportSchema } from "@kuultu/domain/intake/column-mapping";
import type { ImportView, UploadView } from "@kuultu/domain/intake/import-view";
import { placeColumns } from "@kuultu/domain/intake/mapping-check";
import { storableText } from "@kuultu/domain/intake/row-reading";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import type { FileBytes } from "#intake/encoding";
import { openRows } from "#intake/file-rows";
import { runInBackground } from "#intake/import-jobs";
import { loadImport } from "#intake/import-view";
import { keptUploadMilliseconds, removeStored, staleStored, storedBytes, storeUpload } from "#intake/upload-store";
import type { Scope } from "#trpc/scope";

/** The last part of a path, without control characters and personal data: it stands in lists that many people read. */
function plainFileName(name: string): string {
  const last = storableText((name.split(/[/\\]/u).at(-1) ?? "").replaceAll(/\p{Cc}/gu, ""));
  return maskPersonalData(last.slice(0, 200)).text || "file";
}

/** Keeps a file for its mapping or import, encrypted. Violations: `intake.too-large`. */
export async function receiveUpload(
  scope: Scope,
  fileName: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<UploadView> {
  await removeStaleUploads(scope);
  const id = uuidv7();
  const { size, digest } = await storeUpload(scope, id, bytes);
  const name = plainFileName(fileName);
  await scope.transaction((tx) =>
    tx.upload.create({
      data: {
        organisationId: tx.organisationId,
        id,
        fileName: name,
        size,
        digest: new Uint8Array(digest),
        uploadedById: scope.staff.id,
        uploadedAt: scope.now,
      },
      select: { id: true },
    }),
  );
  return { id, fileName: name, size };
}

/** Files that nobody imported, and halves of files, do not stay. Those of unfinished imports do. */
async function removeStaleUploads(scope: Scope): Promise<void> {
  const stale = await staleStored(scope, Date.now() - keptUploadMilliseconds);
  if (stale.length === 0) return;
  // The folder is everybody's: only what is an upload of this organisation, or half of one, is ours to remove.
  const ours = await scope.transaction(async (tx) => {
    const uploads = await tx.upload.findMany({
      where: { organisationId: tx.organisationId, id: { in: stale.filter((name) => /^[0-9a-f-]{36}$/u.test(name)) } },
      select: { id: true },
    });
    await tx.upload.deleteMany({
      where: { organisationId: tx.organisationId, id: { in: uploads.map(({ id }) => id) } },
    });
    return uploads.map(({ id }) => id);
  });
  for (const name of [...ours, ...stale.filter((other) => other.endsWith(".partial"))]) await removeStored(scope, name);
}

/** Removes an upload that is not to be imported after all. */
export async function discardUpload(scope: Scope, uploadId: string): Promise<void> {
  const { count } = await scope.transaction((tx) =>
    tx.upload.deleteMany({ where: { organisationId: tx.organisationId, id: uploadId } }),
  );
  if (count > 0) await removeStored(scope, uploadId);
}

/** The upload with its bytes. Violations: `not-found`. */
export async function findUpload(
  scope: Scope,
  uploadId: string,
): Promise<UploadView & { readonly bytes: FileBytes; readonly digest: Uint8Array }> {
  const found = await scope.transaction((tx) =>
    tx.upload.findFirst({
      where: { organisationId: tx.organisationId, id: uploadId },
      select: { id: true, fileName: true, size: true, digest: true },
    }),
  );
  if (found === null) throw new RuleViolation("not-found");
  return { ...found, bytes: storedBytes(scope, uploadId) };
}

/** Whether a mapping fits a file. Violations: `intake.column-missing`, `intake.mapping-incomplete`, `intake.unreadable`. */
export async function checkMapping(bytes: FileBytes, mapping: ColumnMapping): Promise<void> {
  const { headers, close } = await openRows(bytes, mapping.reading);
  await close();
  placeColumns(mapping, headers);
}

/**
 * Makes an import of an upload, under the upload's id, not yet running. Violations: `not-found` (upload, round),
 * `intake.round-required`, those of `checkMapping`.
 */
export async function createImport(scope: Scope, input: z.output<typeof startImportSchema>): Promise<string> {
  const { uploadId, mapping } = input;
  const roundId = input.roundId ?? null;
  const upload = await findUpload(scope, uploadId);
  await checkMapping(upload.bytes, mapping);
  const namesRounds = mapping.columns.some(({ target }) => target === "round");
  if (mapping.rowsAre === "responses" && roundId === null && !namesRounds)
    throw new RuleViolation("intake.round-required");
  await scope.transaction(async (tx) => {
    const { organisationId } = tx;
    if (roundId !== null && (await tx.round.count({ where: { organisationId, id: roundId } })) === 0)
      throw new RuleViolation("not-found");
    const { count } = await tx.upload.deleteMany({ where: { organisationId, id: uploadId } });
    if (count === 0) throw new RuleViolation("not-found");
    await tx.import.create({
      data: {
        organisationId,
        id: uploadId,
        fileName: upload.fileName,
        fileDigest: new Uint8Array(upload.digest),
        state: "running",
        mapping,
        roundId,
        startedById: scope.staff.id,
        startedAt: scope.now,
      },
      select: { id: true },
    });
    await recordChange(tx, scope, newStep(), [
      { subject: "import", subjectId: uploadId, change: "import.started", values: { round: [null, roundId] } },
    ]);
  });
  return uploadId;
}

/** Starts an import in the background and returns it as it stands. Violations: those of `createImport`. */
export async function startImport(scope: Scope, input: z.output<typeof startImportSchema>): Promise<ImportView> {
  const importId = await createImport(scope, input);
  void runInBackground(scope, importId);
  return scope.transaction((tx) => loadImport(tx, importId));
}

/** Stops an import between two batches; what has come in stays, and its ledger says so. Violations: `not-found`. */
export async function cancelImport(scope: Scope, importId: string): Promise<ImportView> {
  const view = await scope.transaction(async (tx) => {
    const where = { organisationId: tx.organisationId, id: importId, state: "running" as const };
    const { count } = await tx.import.updateMany({ where, data: { state: "cancelled", finishedAt: scope.now } });
    if (count > 0) {
      await recordChange(tx, scope, newStep(), [
        {
          subject: "import",
          subjectId: importId,
          change: "import.cancelled",
          values: { state: ["running", "cancelled"] },
        },
      ]);
    }
    return loadImport(tx, importId);
  });
  await removeStored(scope, importId);
  return view;
}

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly mapping: ColumnMapping;
}

/** Remembers a mapping under a name; the same name remembers the newer one. */
export async function saveMapping(
  scope: Scope,
  input: { readonly name: string; readonly mapping: ColumnMapping },
): Promise<SavedMapping> {
  return scope.transaction(async (tx) => {
    const { id } = await upsertMapping(tx, scope, input);
    await recordChange(tx, scope, newStep(), [
      { subject: "mapping", subjectId: id, change: "mapping.saved", texts: { name: input.name } },
    ]);
    return { id, ...input };
  });
}

function upsertMapping(
  tx: OrganisationTransaction,
  scope: Scope,
  { name, mapping }: { readonly name: string; readonly mapping: ColumnMapping },
) {
  const { organisationId } = tx;
  return tx.importMapping.upsert({
    where: { organisationId_name: { organisationId, name } },
    create: { organisationId, id: uuidv7(), name, mapping, savedAt: scope.now },
    update: { mapping, savedAt: scope.now },
    select: { id: true },
  });
}
