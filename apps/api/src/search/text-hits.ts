import type { TextSpan } from "@kuultu/domain/feedback/feedback-view";

import { says, type SearchQuery, type SoughtPhrase } from "#search/search-query";
import type { FoundWord, ReadText } from "#search/search-vector";
import type { SoughtWord } from "#search/word-analyser";

/** Where a search finds its words in a text, in order and apart from one another. */
export interface TextHits {
  readonly title: readonly TextSpan[];
  readonly body: readonly TextSpan[];
}

/** What of a text made it fit: the words of every reading whose phrases are all there. None where the database would not find it. */
export function textHits(text: ReadText, query: SearchQuery): TextHits {
  const words = [...text.title, ...text.body];
  const at = new Map(words.map((word) => [word.position, word]));
  const places = (phrase: SoughtPhrase) => words.flatMap((word) => phraseAt(phrase, word, at));
  const hits = new Set<FoundWord>();
  if (query.unwanted.some((phrase) => places(phrase).length > 0)) return { title: [], body: [] };
  for (const phrases of query.readings) {
    const found = phrases.map(places);
    if (found.every((place) => place.length > 0)) for (const word of found.flat()) hits.add(word);
  }
  return { title: spans(text.title, hits), body: spans(text.body, hits) };
}

/** The words of a phrase that begins here, those that say nothing left out; none where it does not. */
function phraseAt(phrase: SoughtPhrase, first: FoundWord, at: ReadonlyMap<number, FoundWord>): FoundWord[] {
  const found: FoundWord[] = [];
  const begins = phrase.findIndex(says);
  for (const [index, sought] of phrase.entries()) {
    if (index < begins || !says(sought)) continue;
    const word = at.get(first.position + index - begins);
    if (word === undefined || !isFound(word, sought)) return [];
    found.push(word);
  }
  return found;
}

function isFound({ lexemes }: FoundWord, sought: SoughtWord): boolean {
  return lexemes.some(
    (lexeme) => sought.lexemes.includes(lexeme) || sought.prefixes.some((prefix) => lexeme.startsWith(prefix)),
  );
}

function spans(words: readonly FoundWord[], hits: ReadonlySet<FoundWord>): TextSpan[] {
  return words.filter((word) => hits.has(word)).map(({ start, end }) => ({ start, end }));
}
