import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import type { JobHandler } from "#jobs/job-handlers";
import { indexRow, searchStatus } from "#search/search-index-queries";
import { type SearchedText, searchVectors } from "#search/search-vector";
import type { WordAnalyser } from "#search/word-analyser";
import type { SearchStatus } from "@kuultu/domain/search/search-status";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";
import { systemScopeById, systemScopes } from "#trpc/system-scope";

/** Texts of one transaction. */
const batch = 500;

/** Has every text of the organisation indexed anew by what works here, as a job; from the beginning if one is under way. */
export async function reindex(scope: Scope): Promise<SearchStatus> {
  await scope.transaction((tx) => askForReindexing(tx, scope));
  return searchStatus(scope);
}

async function askForReindexing(tx: OrganisationTransaction, scope: Pick<Scope, "analyser" | "jobs" | "now">) {
  await tx.sql({
    name: "search.begin-index",
    text: `INSERT INTO search_index (organisation_id, vector_version, started_at, total)
      SELECT $1::uuid, $2::smallint, $3::timestamptz, (SELECT count(*) FROM feedback_text WHERE organisation_id = $1::uuid)
      ON CONFLICT (organisation_id) DO UPDATE
         SET vector_version = excluded.vector_version, started_at = excluded.started_at, finished_at = NULL,
             total = excluded.total, done = 0, last_received_at = NULL, last_item_id = NULL`,
    values: [tx.organisationId, scope.analyser.vectorVersion, scope.now],
  });
  await scope.jobs.enqueue(tx, "search.reindex", { organisationId: tx.organisationId }, { singleton: "reindex" });
}

/**
 * At the start of the server: where texts were indexed by something else than what works here (Voikko came or went, the lexemes
 * changed), they are to be indexed anew.
 */
export async function reindexWhereNeeded(parts: ServerParts): Promise<void> {
  const version = parts.analyser.vectorVersion;
  for (const scope of await systemScopes(parts)) {
    await scope.transaction(async (tx) => {
      const row = await indexRow(tx);
      if (row !== null && row.vector_version === version) return;
      const [other] = await tx.sql<object>({
        name: "search.other-version",
        text: "SELECT FROM feedback_text WHERE organisation_id = $1::uuid AND vector_version <> $2::smallint LIMIT 1",
        values: [tx.organisationId, version],
      });
      if (other !== undefined || row !== null) await askForReindexing(tx, scope);
    });
  }
}

/** Indexes texts anew, newest first, a batch a transaction: wherever it is interrupted, it goes on after the last batch. */
export const runReindexing: JobHandler<"search.reindex"> = async (parts, { organisationId }, { signal }) => {
  const scope = await systemScopeById(parts, organisationId);
  for (;;) {
    if (signal.aborted) return "unfinished";
    const more = await scope.transaction((tx) => indexBatch(tx, scope.analyser, scope.now));
    if (!more) return;
  }
};

interface TextRow extends SearchedText {
  readonly item_id: string;
  readonly received_at: Date;
}

/** Returns whether there may be more. */
async function indexBatch(tx: OrganisationTransaction, analyser: WordAnalyser, now: Date): Promise<boolean> {
  const row = await indexRow(tx);
  if (row === null || row.finished_at !== null) return false;
  const texts = await tx.sql<TextRow>({
    name: "search.texts-to-index",
    text: `SELECT t.item_id, t.received_at, t.title, t.body, i.language FROM (
        SELECT * FROM feedback_text
         WHERE organisation_id = $1::uuid
           AND ($2::timestamptz IS NULL OR (received_at, item_id) < ($2::timestamptz, $3::uuid))
         ORDER BY received_at DESC, item_id DESC LIMIT ${batch}) t
      JOIN feedback_item i ON i.organisation_id = $1::uuid AND i.id = t.item_id
      ORDER BY t.received_at DESC, t.item_id DESC`,
    values: [tx.organisationId, row.last_received_at, row.last_item_id],
  });
  const vectors = await searchVectors(tx, analyser, texts);
  if (texts.length > 0) {
    await tx.sql({
      name: "search.write-vectors",
      text: `UPDATE feedback_text t SET tsv = n.tsv::tsvector, vector_version = n.version
        FROM unnest($2::uuid[], $3::text[], $4::smallint[]) AS n (item_id, tsv, version)
       WHERE t.organisation_id = $1::uuid AND t.item_id = n.item_id
         AND (t.vector_version <> n.version OR t.tsv <> n.tsv::tsvector)`,
      values: [
        tx.organisationId,
        texts.map((text) => text.item_id),
        vectors.map(({ tsv }) => tsv),
        vectors.map(({ version }) => version),
      ],
    });
  }
  const last = texts.at(-1);
  await tx.sql({
    name: "search.index-reached",
    text: `UPDATE search_index SET done = done + $2::int, vector_version = $3::smallint,
        last_received_at = coalesce($4::timestamptz, last_received_at), last_item_id = coalesce($5::uuid, last_item_id),
        finished_at = CASE WHEN $6::bool THEN $7::timestamptz END
      WHERE organisation_id = $1::uuid`,
    values: [
      tx.organisationId,
      texts.length,
      analyser.vectorVersion,
      last?.received_at ?? null,
      last?.item_id ?? null,
      texts.length < batch,
      now,
    ],
  });
  return texts.length === batch;
}
