import type { ColumnMapping, FileReading } from "@kuultu/domain/intake/column-mapping";
import { columnMappingSchema } from "@kuultu/domain/intake/column-mapping";
import type { DryRun, FileProposal, ImportProblemView, ImportView } from "@kuultu/domain/intake/import-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { runDry } from "#intake/dry-run";
import { proposeFor } from "#intake/file-proposal";
import { loadImport, loadImports, loadProblems } from "#intake/import-view";
import { findUpload } from "#intake/intake-commands";
import type { SavedMapping } from "#intake/intake-commands";
import type { Scope } from "#trpc/scope";

const problemsOfPage = 200;
const importsShown = 50;

/** How an upload looks and what we would make of it. Violations: `not-found`, `intake.unreadable`. */
export async function proposeUpload(
  scope: Scope,
  input: { readonly uploadId: string; readonly reading?: FileReading | undefined },
): Promise<FileProposal> {
  const { id, fileName, size, bytes } = await findUpload(scope, input.uploadId);
  return { upload: { id, fileName, size }, ...(await proposeFor(bytes, input.reading)) };
}

/** The whole file under a mapping, nothing stored. Violations: as of starting the import; no round is needed yet. */
export async function dryRunUpload(
  scope: Scope,
  input: { readonly uploadId: string; readonly mapping: ColumnMapping; readonly roundId?: string | null | undefined },
): Promise<DryRun> {
  const { bytes } = await findUpload(scope, input.uploadId);
  if (input.roundId != null) await requireRound(scope, input.roundId);
  return runDry(scope, bytes, input.mapping, input.roundId ?? null);
}

async function requireRound(scope: Scope, roundId: string): Promise<void> {
  const found = await scope.transaction((tx) =>
    tx.round.count({ where: { organisationId: tx.organisationId, id: roundId } }),
  );
  if (found === 0) throw new RuleViolation("not-found");
}

/** Violations: `not-found`. */
export function importOf(scope: Scope, importId: string): Promise<ImportView> {
  return scope.transaction((tx) => loadImport(tx, importId));
}

/** The newest imports. */
export function newestImports(scope: Scope): Promise<ImportView[]> {
  return scope.transaction((tx) => loadImports(tx, importsShown));
}

/** A page of problems after the `after`-th. Violations: `not-found`. */
export function problemsOf(scope: Scope, importId: string, after = 0): Promise<ImportProblemView[]> {
  return scope.transaction((tx) => loadProblems(tx, importId, after, problemsOfPage));
}

/** Remembered mappings, by name. One that an older version wrote and this one cannot read is left out. */
export async function savedMappings(scope: Scope): Promise<SavedMapping[]> {
  const found = await scope.transaction((tx) =>
    tx.importMapping.findMany({
      where: { organisationId: tx.organisationId },
      select: { id: true, name: true, mapping: true },
      orderBy: { name: "asc" },
    }),
  );
  return found.flatMap(({ id, name, mapping }) => {
    const parsed = columnMappingSchema.safeParse(mapping);
    return parsed.success ? [{ id, name, mapping: parsed.data }] : [];
  });
}
