import type { TextSpan } from "@kuultu/domain/feedback/feedback-view";

import { says, type SearchQuery, type SoughtPhrase } from "#search/search-query";
import type { FoundWord, ReadText } from "#search/search-vector";
import { prefixFrom as shortestPrefix, type SoughtWord } from "#search/word-analyser";

/** Where a search finds its words in a text, in order and apart from one another. */
export interface TextHits {
  readonly title: readonly TextSpan[];
  readonly body: readonly TextSpan[];
}

/** What of a text made it fit: the words of every reading whose phrases are all there. None where the database would not find it. */
export function textHits(text: ReadText, query: SearchQuery): TextHits {
  const words = new WordsByLexeme([...text.title, ...text.body]);
  const hits = new Set<FoundWord>();
  if (query.unwanted.some((phrase) => words.places(phrase).length > 0)) return { title: [], body: [] };
  for (const phrases of query.readings) {
    const found = phrases.map((phrase) => words.places(phrase));
    if (found.every((place) => place.length > 0)) for (const word of found.flat()) hits.add(word);
  }
  return { title: spans(text.title, hits), body: spans(text.body, hits) };
}

/** The words of a text by what they are found by: a page of long texts is asked for dozens of words in five languages. */
class WordsByLexeme {
  readonly #at: ReadonlyMap<number, FoundWord>;
  readonly #words = new Map<string, FoundWord[]>();
  /** By as much of their beginning as every prefix has. */
  readonly #lexemes = new Map<string, string[]>();
  readonly #found = new Map<SoughtWord, ReadonlySet<FoundWord>>();

  constructor(words: readonly FoundWord[]) {
    this.#at = new Map(words.map((word) => [word.position, word]));
    for (const word of words) for (const lexeme of word.lexemes) this.#add(lexeme, word);
  }

  #add(lexeme: string, word: FoundWord): void {
    const known = this.#words.get(lexeme);
    if (known !== undefined) {
      known.push(word);
      return;
    }
    this.#words.set(lexeme, [word]);
    const start = lexeme.slice(0, shortestPrefix);
    this.#lexemes.set(start, [...(this.#lexemes.get(start) ?? []), lexeme]);
  }

  /** Where a phrase stands: its words, those that say nothing left out. */
  places(phrase: SoughtPhrase): FoundWord[] {
    const begins = phrase.findIndex(says);
    const first = phrase[begins];
    return first === undefined ? [] : [...this.#foundBy(first)].flatMap((word) => this.#phraseAt(phrase, begins, word));
  }

  /** The words of a phrase that begins here; none where it does not. */
  #phraseAt(phrase: SoughtPhrase, begins: number, first: FoundWord): FoundWord[] {
    const found: FoundWord[] = [];
    for (const [index, sought] of phrase.entries()) {
      if (index < begins || !says(sought)) continue;
      const word = this.#at.get(first.position + index - begins);
      if (word === undefined || !this.#foundBy(sought).has(word)) return [];
      found.push(word);
    }
    return found;
  }

  #foundBy(sought: SoughtWord): ReadonlySet<FoundWord> {
    const known = this.#found.get(sought);
    if (known !== undefined) return known;
    const begun = sought.prefixes.flatMap((prefix) =>
      (this.#lexemes.get(prefix.slice(0, shortestPrefix)) ?? []).filter((lexeme) => lexeme.startsWith(prefix)),
    );
    const found = new Set([...sought.lexemes, ...begun].flatMap((lexeme) => this.#words.get(lexeme) ?? []));
    this.#found.set(sought, found);
    return found;
  }
}

function spans(words: readonly FoundWord[], hits: ReadonlySet<FoundWord>): TextSpan[] {
  return words.filter((word) => hits.has(word)).map(({ start, end }) => ({ start, end }));
}
