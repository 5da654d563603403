import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { TextLanguage } from "@kuultu/domain/language";

import { engineOf, type SearchEngine, vectorVersionOf, type WordAnalyser } from "#search/word-analyser";
import { wordsOfText, type WordInText } from "#search/words-of-text";

/** A text as it is indexed: masked, in its own language. */
export interface SearchedText {
  readonly language: TextLanguage;
  readonly title: string;
  readonly body: string;
}

export interface SearchVector {
  /** Text of a tsvector: `'aika':2B 'hakemus':1A`. */
  readonly tsv: string;
  readonly version: number;
}

/** A word with what it is found by. */
export interface FoundWord extends WordInText {
  readonly lexemes: readonly string[];
}

export interface ReadText {
  readonly title: readonly FoundWord[];
  readonly body: readonly FoundWord[];
}

/** Longer texts are found by their beginning: PostgreSQL refuses a vector over 1 MB. */
const indexedCharacters = 100_000;
const mostBytes = 700_000;

/** Between the last word of the title and the first of the body: no phrase runs over it. */
const gap = 10;

/** Texts that are cut into words at once: an import holds thousands. */
const atOnce = 250;

type Lexemes = ReadonlyMap<string, readonly string[]>;

interface CutText {
  readonly title: readonly WordInText[];
  readonly body: readonly WordInText[];
  readonly lexemes: Lexemes;
}

/** The words of texts, and what each is found by in vectors of an engine. */
async function cutTexts(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  engine: SearchEngine,
  texts: readonly SearchedText[],
): Promise<CutText[]> {
  const wordsOf = new Map<TextLanguage, Set<string>>();
  const cut = texts.map(({ language, title, body }) => {
    const titleWords = wordsOfText(title.slice(0, indexedCharacters));
    const after = titleWords.length === 0 ? 0 : (titleWords.at(-1)?.position ?? 0) + gap;
    const bodyWords = wordsOfText(body.slice(0, indexedCharacters), after);
    let words = wordsOf.get(language);
    if (words === undefined) wordsOf.set(language, (words = new Set()));
    for (const { word } of titleWords) words.add(word);
    for (const { word } of bodyWords) words.add(word);
    return { language, title: titleWords, body: bodyWords };
  });
  const lexemesOf = new Map<TextLanguage, Lexemes>();
  for (const [language, words] of wordsOf) lexemesOf.set(language, await analyser.lexemes(tx, engine, language, words));
  return cut.map(({ language, title, body }) => ({ title, body, lexemes: lexemesOf.get(language) ?? new Map() }));
}

/** The words of texts with their lexemes, as they stand, or will stand, in vectors of an engine. */
export async function readTexts(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  engine: SearchEngine,
  texts: readonly SearchedText[],
): Promise<ReadText[]> {
  return (await cutTexts(tx, analyser, engine, texts)).map(({ title, body, lexemes }) => {
    const found = (word: WordInText): FoundWord => ({ ...word, lexemes: lexemes.get(word.word) ?? [] });
    return { title: title.map(found), body: body.map(found) };
  });
}

/** The vectors of texts, in order, by the engine that works here: the one way in which a text comes to be found. */
export async function searchVectors(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  texts: readonly SearchedText[],
): Promise<SearchVector[]> {
  const { engine } = analyser;
  const version = vectorVersionOf(engine);
  const vectors: SearchVector[] = [];
  for (let from = 0; from < texts.length; from += atOnce) {
    const cut = await cutTexts(tx, analyser, engine, texts.slice(from, from + atOnce));
    for (const text of cut) vectors.push({ tsv: vectorText(text), version });
  }
  return vectors;
}

/** As `readTexts`, of texts whose vectors are there already: each by the engine that made it. */
export async function readIndexedTexts(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  texts: readonly (SearchedText & { readonly vectorVersion: number })[],
): Promise<ReadText[]> {
  const read: ReadText[] = [];
  for (const engine of ["snowball", "voikko"] as const) {
    const at = texts.flatMap((text, index) => (engineOf(text.vectorVersion) === engine ? [index] : []));
    if (at.length === 0) continue;
    const own = await readTexts(
      tx,
      analyser,
      engine,
      at.flatMap((index) => texts[index] ?? []),
    );
    for (const [n, index] of at.entries()) read[index] = own[n] ?? { title: [], body: [] };
  }
  return read;
}

function vectorText({ title, body, lexemes: lexemesOf }: CutText): string {
  const positions = new Map<string, string>();
  let bytes = 0;
  const add = (words: readonly WordInText[], weight: "A" | "B") => {
    for (const { word, position } of words) {
      for (const lexeme of lexemesOf.get(word) ?? []) {
        const before = positions.get(lexeme);
        bytes += 8 + (before === undefined ? lexeme.length * 2 : 0);
        if (bytes > mostBytes) return;
        positions.set(lexeme, before === undefined ? `${position}${weight}` : `${before},${position}${weight}`);
      }
    }
  };
  add(title, "A");
  add(body, "B");
  let text = "";
  for (const [lexeme, at] of positions) text += `${quoted(lexeme)}:${at} `;
  return text;
}

/** A lexeme as tsvector and tsquery read it. */
export function quoted(lexeme: string): string {
  return /['\\]/u.test(lexeme) ? `'${lexeme.replace(/['\\]/gu, "$&$&")}'` : `'${lexeme}'`;
}
