import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { maskKinds } from "@kuultu/domain/feedback/personal-data";
import { columnMappingSchema } from "@kuultu/domain/intake/column-mapping";
import { importProblemCodes } from "@kuultu/domain/intake/import-view";
import type { ImportProblemCode, ImportProblemView, ImportView } from "@kuultu/domain/intake/import-view";
import { problemRejects } from "@kuultu/domain/intake/row-reading";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { z } from "zod";

const maskedSchema = z.partialRecord(z.enum(maskKinds), z.int());

const importColumns = {
  id: true,
  fileName: true,
  state: true,
  startedAt: true,
  finishedAt: true,
  totalRows: true,
  rows: true,
  added: true,
  unchanged: true,
  updated: true,
  duplicate: true,
  rejected: true,
  items: true,
  responses: true,
  masked: true,
  failure: true,
  roundId: true,
  _count: { select: { problems: true } },
} as const;

type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>;

function findImport(tx: OrganisationTransaction, importId: string) {
  return tx.import.findFirst({ where: { organisationId: tx.organisationId, id: importId }, select: importColumns });
}

function viewOf(record: ImportRecord): ImportView {
  const {
    id,
    fileName,
    state,
    totalRows,
    rows,
    added,
    unchanged,
    updated,
    duplicate,
    rejected,
    items,
    responses,
    failure,
    roundId,
  } = record;
  return {
    id,
    fileName,
    state,
    totalRows,
    responses,
    failure,
    roundId,
    startedAt: record.startedAt.toISOString(),
    finishedAt: record.finishedAt?.toISOString() ?? null,
    ledger: { rows, added, unchanged, updated, duplicate, rejected, items },
    masked: maskedSchema.parse(record.masked),
    problemCount: record._count.problems,
  };
}

/** Throws `not-found`. */
export async function loadImport(tx: OrganisationTransaction, importId: string): Promise<ImportView> {
  const found = await findImport(tx, importId);
  if (found === null) throw new RuleViolation("not-found");
  return viewOf(found);
}

/** The newest first. */
export async function loadImports(tx: OrganisationTransaction, limit: number): Promise<ImportView[]> {
  const where = { organisationId: tx.organisationId };
  const found = await tx.import.findMany({
    where,
    select: importColumns,
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return found.map(viewOf);
}

/** Problems in the order of the file, `limit` after the `after`-th. Throws `not-found`. */
export async function loadProblems(
  tx: OrganisationTransaction,
  importId: string,
  after: number,
  limit: number,
): Promise<ImportProblemView[]> {
  const { organisationId } = tx;
  const owner = await tx.import.findFirst({ where: { organisationId, id: importId }, select: { mapping: true } });
  if (owner === null) throw new RuleViolation("not-found");
  const { rowsAre } = columnMappingSchema.parse(owner.mapping);
  const found = await tx.importProblem.findMany({
    where: { organisationId, importId, position: { gt: after } },
    select: { row: true, column: true, code: true, value: true },
    orderBy: { position: "asc" },
    take: limit,
  });
  return found.map(({ code, ...problem }) => ({
    ...problem,
    code: codeOf(code),
    rejects: problemRejects(codeOf(code), rowsAre),
  }));
}

function codeOf(code: string): ImportProblemCode {
  return z.enum(importProblemCodes).parse(code);
}
