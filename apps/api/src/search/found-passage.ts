import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { TextSpan } from "@kuultu/domain/feedback/feedback-view";
import type { TextLanguage } from "@kuultu/domain/language";

import type { SearchQuery } from "#search/search-query";
import { readIndexedTexts } from "#search/search-vector";
import { textHits } from "#search/text-hits";
import type { WordAnalyser } from "#search/word-analyser";

/** What passages are read from, as SQL gives it with the rows of a list. */
export interface FoundText {
  readonly language: TextLanguage;
  readonly title: string | null;
  /** The beginning of the body. */
  readonly body: string | null;
  readonly vector_version: number | null;
}

/** Further than this nobody looks for a passage: the row then shows its first line. */
const readCharacters = 20_000;
const passageLength = 140;
/** So many characters a narrow list has room for: a hit among them needs no other beginning. */
const surelySeen = 32;
/** So much of what stands before it is shown with a later hit. */
const leadLength = 16;

/** Columns of `FoundText`, to follow others. `alias`: of feedback_text. */
export function foundTextSql(alias: string): string {
  return `, ${alias}.title, left(${alias}.body, ${readCharacters}) AS body, ${alias}.vector_version`;
}

/** The first line of a row that was found: around what was found, with its hits. */
export interface FoundPassage {
  readonly firstLine: string;
  readonly hits: readonly TextSpan[];
}

/** The passage of each text; no hits where its beginning holds none, so that its own first line stays. */
export async function foundPassages(
  tx: OrganisationTransaction,
  analyser: WordAnalyser,
  query: SearchQuery,
  rows: readonly FoundText[],
): Promise<(FoundPassage | Pick<FoundPassage, "hits">)[]> {
  const texts = rows.map(({ language, title, body, vector_version }) => ({
    language,
    title: title ?? "",
    body: body ?? "",
    vectorVersion: vector_version ?? analyser.vectorVersion,
  }));
  const read = await readIndexedTexts(tx, analyser, texts);
  return texts.map(({ title, body }, index) => {
    const { title: inTitle, body: inBody } = textHits(read[index] ?? { title: [], body: [] }, query);
    if (inTitle.length > 0) return passageOf(title, inTitle);
    return inBody.length > 0 ? passageOf(body, inBody) : { hits: [] };
  });
}

/** At most 140 characters on one line, beginning at a word not far before the first hit; "… " where something was left out before. */
export function passageOf(text: string, hits: readonly TextSpan[]): FoundPassage {
  const [first] = hits;
  const from = first === undefined ? 0 : beginning(text, first);
  const lead = from === 0 ? "" : "… ";
  const to = wholeCharacters(text, from + passageLength - lead.length);
  const move = lead.length - from;
  return {
    firstLine: lead + text.slice(from, to).replaceAll(/\s/gu, " "),
    hits: hits.flatMap(({ start, end }) =>
      start >= to ? [] : [{ start: start + move, end: Math.min(end, to) + move }],
    ),
  };
}

function beginning(text: string, hit: TextSpan): number {
  if (hit.end <= surelySeen) return text.length - text.trimStart().length;
  const earliest = hit.start - leadLength;
  const before = text.slice(earliest, hit.start);
  // Best after the end of a sentence; else after a blank, so that neither a word nor a mask is cut through.
  const sentence = /^[^]*[.!?]\s+/u.exec(before)?.[0].length ?? 0;
  if (sentence > 0) return earliest + sentence;
  const blank = before.search(/\s/u);
  return blank === -1 ? hit.start : earliest + blank + (/^\s+/u.exec(before.slice(blank))?.[0].length ?? 0);
}

/** Not in the middle of a surrogate pair. */
function wholeCharacters(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
