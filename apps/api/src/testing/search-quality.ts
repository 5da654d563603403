import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { Language } from "@kuultu/domain/language";

import { searchQuery, tsqueryText } from "#search/search-query";
import { searchVectors } from "#search/search-vector";
import type { WordAnalyser } from "#search/word-analyser";
import type { SearchPair } from "#testing/search-pairs";

/** How well pairs are told apart: shares from 0 to 1, and the pairs where it went wrong. */
export interface SearchQuality {
  /** Of the texts that a person would expect, those found. */
  readonly recall: number;
  /** Of the texts found, those that a person would expect. */
  readonly precision: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** Asks the database about each pair, with the vectors and queries that lists are searched by. */
export async function searchQuality(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  language: Language,
  pairs: readonly SearchPair[],
): Promise<SearchQuality> {
  const vectors = await searchVectors(
    tx,
    analyser,
    pairs.map(({ text }) => ({ language, title: "", body: text })),
  );
  const missed: string[] = [];
  const wrong: string[] = [];
  let right = 0;
  for (const [index, { search, text, expected }] of pairs.entries()) {
    const query = tsqueryText(await searchQuery(tx, analyser, search));
    const { rows } = await tx.run<{ found: boolean }>("SELECT $1::tsvector @@ $2::tsquery AS found", [
      vectors[index]?.tsv,
      query,
    ]);
    const found = rows[0]?.found === true;
    if (found && expected) right += 1;
    if (expected && !found) missed.push(`${search} – ${text}`);
    if (found && !expected) wrong.push(`${search} – ${text}`);
  }
  return { recall: right / (right + missed.length), precision: right / (right + wrong.length), missed, wrong };
}
