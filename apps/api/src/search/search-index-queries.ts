import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { SearchStatus } from "@kuultu/domain/search/search-status";

import { type SearchEngine, vectorVersionOf, type WordAnalyser } from "#search/word-analyser";
import type { Scope } from "#trpc/scope";

/** How far an organisation's texts are indexed anew, as it is stored. */
export interface IndexRow {
  readonly vector_version: number;
  readonly finished_at: Date | null;
  readonly total: number;
  readonly done: number;
  readonly last_received_at: Date | null;
  readonly last_item_id: string | null;
}

/** Null: every text was indexed by what works here. */
export async function indexRow(tx: OrganisationTransaction): Promise<IndexRow | null> {
  const [row] = await tx.sql<IndexRow>({
    name: "search.index-row",
    text: `SELECT vector_version, finished_at, total, done, last_received_at, last_item_id
      FROM search_index WHERE organisation_id = $1::uuid`,
    values: [tx.organisationId],
  });
  return row ?? null;
}

/** Whose vectors there may be: while texts are indexed anew, those of either engine. */
export async function indexedBy(tx: OrganisationTransaction, analyser: WordAnalyser): Promise<SearchEngine[]> {
  const row = await indexRow(tx);
  const settled = row === null || (row.finished_at !== null && row.vector_version === vectorVersionOf(analyser.engine));
  return settled ? [analyser.engine] : ["snowball", "voikko"];
}

/** What searches Finnish here, and how far the texts are indexed by it. */
export async function searchStatus(scope: Scope): Promise<SearchStatus> {
  const { analyser } = scope;
  const row = await scope.transaction((tx) => indexRow(tx));
  const indexing =
    row === null || row.finished_at !== null ? null : { done: Math.min(row.done, row.total), total: row.total };
  return {
    engine: analyser.engine,
    voikkoAbsence: analyser.voikkoAbsence,
    indexing,
    indexedAt: row?.finished_at?.toISOString() ?? null,
  };
}
