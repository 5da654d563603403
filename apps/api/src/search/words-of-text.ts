/** A word where it stands: offsets into the text in UTF-16 code units; `word` is as it is looked up. */
export interface WordInText {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Counted from 1; what is masked counts as one word that nobody finds. */
  readonly position: number;
}

/** What stands within words and cannot be seen: places for hyphens and line breaks, as pages and files carry them. */
const unseen = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const letters = "[\\p{L}\\p{N}\\p{M}]+";
/** Letters and digits that stand together; or a mask, whose name is no word of the text. */
const words = new RegExp(`⟦[a-z_]+⟧|${letters}(?:[${unseen}]+${letters})*`, "gu");
const unseenWithin = new RegExp(`[${unseen}]+`, "gu");

/** Longer ones are kept by their beginning. */
const longestWord = 100;

/** Lower case, composed letters: "HAKEMUS" and "hakemus" are one word. */
export function asLookedUp(word: string): string {
  return word.replaceAll(unseenWithin, "").slice(0, longestWord).normalize("NFC").toLowerCase();
}

/** The words of a text in order, their positions counted on from `after`. */
export function wordsOfText(text: string, after = 0): WordInText[] {
  const found: WordInText[] = [];
  let position = after;
  for (const match of text.matchAll(words)) {
    position += 1;
    const [written] = match;
    if (written.startsWith("⟦")) continue;
    found.push({ word: asLookedUp(written), start: match.index, end: match.index + written.length, position });
  }
  return found;
}
