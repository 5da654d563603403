import { ZodError } from "zod";

import { sqlState } from "@kuultu/database/migrate";
import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { columnMappingSchema } from "@kuultu/domain/intake/column-mapping";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import type { ImportView } from "@kuultu/domain/intake/import-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { openRows } from "#intake/file-rows";
import { takeBatchIn } from "#intake/import-batch";
import type { BatchContext } from "#intake/import-batch";
import { loadImport } from "#intake/import-view";
import { withLeanHeap } from "#intake/lean-heap";
import { RowPreparation } from "#intake/prepared-row";
import type { PreparedRow } from "#intake/prepared-row";
import { batchesOf, oneAhead } from "#intake/row-batches";
import { loadRounds } from "#intake/round-names";
import { addCounts } from "#intake/row-items";
import type { MaskCounts } from "#intake/row-items";
import { languageRecogniser } from "#intake/text-language";
import { removeStored, storedBytes } from "#intake/upload-store";
import type { Scope } from "#trpc/scope";

interface JobSettings {
  /** Smaller batches, for tests. */
  readonly batchRows?: number;
  /** Stops between two batches, as the end of the process would: the import stays as far as it came. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number, totalRows: number | null) => void;
}

/** Imports that go on in this process, by id. */
const running = new Map<string, Promise<ImportView>>();

/** Somebody else goes on with this import, or it was cancelled: nothing of ours is to be written any more. */
class Superseded extends Error {}

interface StartedImport {
  readonly mapping: ColumnMapping;
  readonly roundId: string | null;
  readonly startedAt: Date;
  readonly state: string;
  readonly rows: number;
}

async function loadStarted(tx: OrganisationTransaction, importId: string): Promise<StartedImport> {
  const where = { organisationId: tx.organisationId, id: importId };
  const found = await tx.import.findFirst({
    where,
    select: { mapping: true, roundId: true, startedAt: true, state: true, rows: true },
  });
  if (found === null) throw new RuleViolation("not-found");
  return { ...found, mapping: columnMappingSchema.parse(found.mapping) };
}

/**
 * Locks the import and compares: `rows` counts what has been taken in, so whoever expects another count has been overtaken.
 * One import of an organisation writes at a time; two of the same file then end as one after the other would.
 */
async function claim(tx: OrganisationTransaction, importId: string, expectedRows: number): Promise<MaskCounts> {
  await tx.sql({
    name: "intake.lock",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('intake ' || $1, 0))",
    values: [tx.organisationId],
  });
  const [found] = await tx.sql<{ state: string; rows: number; masked: MaskCounts }>({
    name: "intake.claim",
    text: "SELECT state::text AS state, rows, masked FROM import WHERE organisation_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    values: [tx.organisationId, importId],
  });
  if (found === undefined || found.state !== "running" || found.rows !== expectedRows) throw new Superseded();
  return found.masked;
}

async function countRows(scope: Scope, importId: string, mapping: ColumnMapping): Promise<number> {
  let count = 0;
  for await (const { row } of (await openRows(storedBytes(scope, importId), mapping.reading)).rows) count = row;
  await scope.transaction((tx) =>
    tx.import.updateMany({ where: { organisationId: tx.organisationId, id: importId }, data: { totalRows: count } }),
  );
  return count;
}

async function takeIn(scope: Scope, importId: string, settings: JobSettings, begunAt: number): Promise<void> {
  const started = await scope.transaction((tx) => loadStarted(tx, importId));
  if (started.state !== "running") return;
  const { mapping, roundId, startedAt } = started;
  let taken = started.rows;
  const totalRows = await countRows(scope, importId, mapping);
  settings.onProgress?.(taken, totalRows);
  const { headers, rows } = await openRows(storedBytes(scope, importId), mapping.reading);
  const preparation = new RowPreparation(scope, mapping, headers, roundId);
  let context: BatchContext = {
    scope,
    importId,
    mapping,
    startedAt,
    rounds: await scope.transaction((tx) => loadRounds(tx, roundId)),
    recognise: await languageRecogniser(),
    facets: new Map(),
    questions: new Map(),
  };
  async function* remaining(): AsyncGenerator<PreparedRow> {
    for await (const row of rows) {
      // What is in already is read again all the same: what is a repeat depends on it.
      const prepared = preparation.prepare(row);
      if (prepared.row > started.rows) yield prepared;
    }
  }
  for await (const batch of oneAhead(batchesOf(remaining(), settings.batchRows))) {
    settings.signal?.throwIfAborted();
    const { facets, questions } = await scope.transaction(async (tx) => {
      const masked = await claim(tx, importId, taken);
      const result = await takeBatchIn(tx, context, batch);
      const { ledger } = result;
      await tx.import.update({
        where: { organisationId_id: { organisationId: tx.organisationId, id: importId } },
        data: {
          rows: { increment: ledger.rows },
          added: { increment: ledger.added },
          unchanged: { increment: ledger.unchanged },
          updated: { increment: ledger.updated },
          duplicate: { increment: ledger.duplicate },
          rejected: { increment: ledger.rejected },
          items: { increment: ledger.items },
          responses: { increment: result.responses },
          masked: addCounts(masked, result.masked),
        },
        select: { id: true },
      });
      return result;
    });
    taken += batch.length;
    context = { ...context, facets, questions };
    settings.onProgress?.(taken, totalRows);
  }
  await end(scope, importId, taken, null, begunAt);
}

/** Closes the ledger. `failure`: one line for a person. */
async function end(
  scope: Scope,
  importId: string,
  expectedRows: number | null,
  failure: string | null,
  begunAt: number,
): Promise<void> {
  // The organisation's now is that of the beginning.
  const finishedAt = new Date(scope.now.getTime() + Math.round(performance.now() - begunAt));
  await scope.transaction(async (tx) => {
    if (expectedRows !== null) await claim(tx, importId, expectedRows);
    const where = { organisationId: tx.organisationId, id: importId, state: "running" as const };
    const { count } = await tx.import.updateMany({
      where,
      data: { state: failure === null ? "finished" : "failed", finishedAt, failure },
    });
    if (count === 0) return;
    await recordChange(tx, scope, newStep(), [
      {
        subject: "import",
        subjectId: importId,
        change: "import.finished",
        values: { state: ["running", failure === null ? "finished" : "failed"] },
      },
    ]);
  });
  await removeStored(scope, importId);
}

/** Errors that the same rows would meet again: what the database refuses of them, what our reading of them throws. */
function willHappenAgain(error: unknown): boolean {
  if (error instanceof RangeError || error instanceof ZodError) return true;
  const refused = /^(?:22|23)/u.test(sqlState(error));
  return (
    refused || (error instanceof Error && "code" in error && ["P2002", "P2003", "P2020"].includes(String(error.code)))
  );
}

function failureLine(error: unknown): string | null {
  if (!(error instanceof RuleViolation)) return willHappenAgain(error) ? `unexpected ${sqlState(error)}`.trim() : null;
  const details = Object.entries(error.details).map(([name, value]) => `${name} ${String(value)}`);
  return [error.code, ...details].join(", ");
}

/**
 * Takes an import's rows in to its end, from where it stands; returns it as it is then. A file that turns out to be unreadable
 * or that the database refuses ends it as failed, with what came before kept. Any other error leaves it running: it goes on after the next start.
 */
export async function runImport(scope: Scope, importId: string, settings: JobSettings = {}): Promise<ImportView> {
  const begunAt = performance.now();
  try {
    await withLeanHeap(() => takeIn(scope, importId, settings, begunAt));
  } catch (error) {
    const failure = failureLine(error);
    if (failure !== null) await end(scope, importId, null, failure, begunAt);
    else if (!(error instanceof Superseded)) throw error;
  }
  return scope.transaction((tx) => loadImport(tx, importId));
}

/** Runs an import in the background of the process; at most once at a time. */
export function runInBackground(scope: Scope, importId: string, settings: JobSettings = {}): Promise<ImportView> {
  const known = running.get(importId);
  if (known !== undefined) return known;
  const job = runImport(scope, importId, settings).finally(() => running.delete(importId));
  running.set(importId, job);
  // Whoever awaits it hears of a failure; without anybody it must not end the process, and the next start goes on.
  job.catch(() => undefined);
  return job;
}

/** Goes on with the organisation's unfinished imports; the promises end with them. To be called once after a start. */
export async function resumeImports(scope: Scope, settings: JobSettings = {}): Promise<Promise<ImportView>[]> {
  const unfinished = await scope.transaction((tx) =>
    tx.import.findMany({
      where: { organisationId: tx.organisationId, state: "running" },
      select: { id: true },
      orderBy: { startedAt: "asc" },
    }),
  );
  return unfinished.map(({ id }) => runInBackground(scope, id, settings));
}
