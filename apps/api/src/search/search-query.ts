import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { textLanguages } from "@kuultu/domain/language";

import { quoted } from "#search/search-vector";
import { indexedBy } from "#search/search-index-queries";
import type { SoughtWord, WordAnalyser } from "#search/word-analyser";
import { wordsOfText } from "#search/words-of-text";

/** Words that stand next to one another, or one alone; a word that says nothing holds its place. */
export type SoughtPhrase = readonly SoughtWord[];

/** A search as understood: a text fits that has every phrase of one reading, and none that is unwanted. */
export interface SearchQuery {
  /** One for each language, and each alternative, in which the search says something. */
  readonly readings: readonly (readonly SoughtPhrase[])[];
  readonly unwanted: readonly SoughtPhrase[];
}

/** What was typed: alternatives, each of phrases of words that must all be there; and phrases that must not. */
export interface SearchTerms {
  readonly wanted: readonly (readonly (readonly string[])[])[];
  readonly unwanted: readonly (readonly string[])[];
}

/** Reads a search as typed: words, phrases in quotes, "or", and what is unwanted after a minus. Words of a hyphen are a phrase. */
export function searchTerms(search: string): SearchTerms {
  const wanted: string[][][] = [[]];
  const unwanted: string[][] = [];
  for (const [, minus = "", phrase, word] of search.matchAll(/(?<!\S)([-–−]?)(?:["“”„]([^"“”„]*)["“”„]?|(\S+))/gu)) {
    const words = wordsOfText(phrase ?? word ?? "").map((found) => found.word);
    if (words.length === 0) continue;
    if (minus !== "") unwanted.push(words);
    else if (word?.toLowerCase() === "or") wanted.push([]);
    else wanted.at(-1)?.push(words);
  }
  return { wanted: wanted.filter((phrases) => phrases.length > 0), unwanted };
}

/**
 * Understands a search in every language that a text may have, by the engine or engines that the organisation's texts are indexed by.
 * A minus holds across languages, else the Swedish reading of a Finnish word would let its text through.
 */
export async function searchQuery(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  search: string,
): Promise<SearchQuery> {
  const terms = searchTerms(search);
  const engines = await indexedBy(tx, analyser);
  const words = new Set([...terms.wanted.flat(), ...terms.unwanted].flat());
  const readings: (readonly SoughtPhrase[])[] = [];
  const unwanted: SoughtPhrase[] = [];
  for (const language of textLanguages) {
    const sought = await analyser.sought(tx, engines, language, words);
    const understood = (phrases: readonly (readonly string[])[]) =>
      phrases
        .map((phrase) => phrase.map((word) => sought.get(word) ?? saysNothing))
        .filter((phrase) => phrase.some(says));
    readings.push(...terms.wanted.map(understood).filter((wanted) => wanted.length > 0));
    unwanted.push(...understood(terms.unwanted));
  }
  return { readings, unwanted };
}

const saysNothing: SoughtWord = { lexemes: [], prefixes: [] };

export function says({ lexemes, prefixes }: SoughtWord): boolean {
  return lexemes.length > 0 || prefixes.length > 0;
}

/** A search as the text of a tsquery, to be given as a parameter: `$1::tsquery`. "" finds nothing. */
export function tsqueryText({ readings, unwanted }: SearchQuery): string {
  const found = [...new Set(readings.map((phrases) => phrases.map((phrase) => `(${phraseText(phrase)})`).join(" & ")))];
  const without = [...new Set(unwanted.map(phraseText))].map((phrase) => `!(${phrase})`);
  const parts = [...(found.length === 0 ? [] : [`(${found.join(" | ")})`]), ...without];
  return parts.join(" & ");
}

function phraseText(phrase: SoughtPhrase): string {
  let text = "";
  let distance = 1;
  for (const word of phrase) {
    if (!says(word)) {
      distance += 1;
      continue;
    }
    const { lexemes, prefixes } = word;
    const any = [...lexemes.map(quoted), ...prefixes.map((prefix) => `${quoted(prefix)}:*`)].join(" | ");
    text += text === "" ? `(${any})` : ` <${distance}> (${any})`;
    distance = 1;
  }
  return text;
}
