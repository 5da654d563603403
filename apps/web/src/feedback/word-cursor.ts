import type { MaskSpan } from "@kuultu/domain/feedback/personal-data";
import type { TextLanguage } from "@kuultu/domain/language";

import type { Words } from "./verbatim-segments.ts";

/** What a cursor moves over: the words of a text, and which of them begin a sentence. */
export interface WordPlaces {
  readonly words: readonly Words[];
  /** Positions in `words`, rising; the first is 0. */
  readonly sentences: readonly number[];
}

/** The words from one position to another, both included; `at` is the end that moves. */
export interface WordCursor {
  readonly from: number;
  readonly at: number;
}

/** Words and sentences as the language of the text has them; a mask is one word, since nobody may choose half of it. */
export function wordPlaces(body: string, masks: readonly MaskSpan[], language: TextLanguage): WordPlaces {
  const locale = language === "und" ? undefined : language;
  const masked = (offset: number): MaskSpan | undefined =>
    masks.find((mask) => mask.start <= offset && offset < mask.end);
  const words: Words[] = masks.map(({ start, end }) => ({ start, end }));
  for (const { segment, index, isWordLike } of new Intl.Segmenter(locale, { granularity: "word" }).segment(body)) {
    if (isWordLike === true && masked(index) === undefined) words.push({ start: index, end: index + segment.length });
  }
  words.sort((a, b) => a.start - b.start);
  const sentences = new Set<number>();
  for (const { index, segment } of new Intl.Segmenter(locale, { granularity: "sentence" }).segment(body)) {
    const first = words.findIndex((word) => word.start >= index && word.start < index + segment.length);
    if (first !== -1) sentences.add(first);
  }
  return { words, sentences: [...sentences].toSorted((a, b) => a - b) };
}

/** The offsets that a cursor covers. Null in a text without words. */
export function coveredWords({ words }: WordPlaces, cursor: WordCursor): Words | null {
  const first = words[Math.min(cursor.from, cursor.at)];
  const last = words[Math.max(cursor.from, cursor.at)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Where a cursor begins: over the words that are chosen already, else on the first word. */
export function cursorOver({ words }: WordPlaces, chosen: Words | null): WordCursor {
  if (chosen === null) return { from: 0, at: 0 };
  const from = words.findIndex((word) => word.end > chosen.start);
  const at = words.findLastIndex((word) => word.start < chosen.end);
  return from === -1 || at === -1 ? { from: 0, at: 0 } : { from, at: Math.max(from, at) };
}

/**
 * Where a key leads: arrows to the side by word, up and down by sentence, Home and End to the ends of the text.
 * With `extend` the other end stays; a sentence is then taken to its last word. Null: not a key of the cursor.
 */
export function movedCursor(places: WordPlaces, cursor: WordCursor, key: string, extend: boolean): WordCursor | null {
  const { words, sentences } = places;
  const last = words.length - 1;
  const target = (): number | null => {
    switch (key) {
      case "ArrowRight":
        return cursor.at + 1;
      case "ArrowLeft":
        return cursor.at - 1;
      case "ArrowDown": {
        if (!extend) return sentences.find((start) => start > cursor.at) ?? cursor.at;
        return (sentences.find((start) => start > cursor.at + 1) ?? words.length) - 1;
      }
      case "ArrowUp":
        return sentences.findLast((start) => start < cursor.at) ?? 0;
      case "Home":
        return 0;
      case "End":
        return last;
      default:
        return null;
    }
  };
  const to = target();
  if (to === null) return null;
  const at = Math.max(0, Math.min(last, to));
  return { from: extend ? cursor.from : at, at };
}
