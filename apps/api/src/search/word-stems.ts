import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { TextLanguage } from "@kuultu/domain/language";

import { WordCache } from "#search/word-cache";

/** PostgreSQL's own stemmers; a language that is not known has none. */
const dictionaries = {
  fi: "finnish_stem",
  sv: "swedish_stem",
  en: "english_stem",
  ru: "russian_stem",
} as const satisfies Partial<Record<TextLanguage, string>>;

const remembered = 60_000;

/** The stem of each word, "" for one that says nothing (and, of, the). Asks the database for words that it has not seen lately. */
export class WordStems {
  readonly #known = new WordCache<string>(remembered);

  async of(
    tx: OrganisationTransaction,
    language: TextLanguage,
    words: Iterable<string>,
  ): Promise<ReadonlyMap<string, string>> {
    const stems = new Map<string, string>();
    if (language === "und") {
      for (const word of words) stems.set(word, word);
      return stems;
    }
    const unknown: string[] = [];
    for (const word of new Set(words)) {
      // A number is its own stem, and not worth remembering.
      if (/^\d+$/u.test(word)) {
        stems.set(word, word);
        continue;
      }
      const stem = this.#known.get(`${language}:${word}`);
      if (stem === undefined) unknown.push(word);
      else stems.set(word, stem);
    }
    if (unknown.length > 0) {
      const rows = await tx.sql<{ word: string; stem: string }>({
        name: `search.stems-${language}`,
        text: `SELECT word, coalesce((ts_lexize('pg_catalog.${dictionaries[language]}', word))[1], '') AS stem FROM unnest($1::text[]) AS word`,
        values: [unknown],
      });
      for (const { word, stem } of rows) {
        stems.set(word, stem);
        this.#known.set(`${language}:${word}`, stem);
      }
    }
    return stems;
  }
}
