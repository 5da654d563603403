import type { TextSpan } from "@kuultu/domain/feedback/feedback-view";
import { type MaskKind, maskKinds } from "@kuultu/domain/feedback/personal-data";

/** So many characters of a first line the server sends at most. */
const longestLine = 140;

const mask = new RegExp(`⟦(${maskKinds.join("|")})⟧`, "gu");

/**
 * The beginning of a feedback as a list shows it: masks in the reader's words, in brackets, and "…" where the server cut the text,
 * which is then cut at a word.
 */
export function shownFirstLine(firstLine: string, maskWords: (kind: MaskKind) => string): string {
  return wordingMasks(atWord(firstLine), maskWords);
}

/** A part of a first line; `hit`: holds what was searched for. */
export interface LinePart {
  readonly start: number;
  readonly text: string;
  readonly hit: boolean;
}

/** As `shownFirstLine`, in parts, where the list was searched. */
export function foundLine(
  firstLine: string,
  hits: readonly TextSpan[],
  maskWords: (kind: MaskKind) => string,
): LinePart[] {
  const whole = atWord(firstLine);
  const parts: LinePart[] = [];
  let from = 0;
  const add = (to: number, hit: boolean): void => {
    if (to > from) parts.push({ start: from, text: wordingMasks(whole.slice(from, to), maskWords), hit });
    from = Math.max(from, to);
  };
  for (const { start, end } of hits) {
    if (whole.slice(start, end) !== firstLine.slice(start, end)) break;
    add(start, false);
    add(end, true);
  }
  add(whole.length, false);
  return parts;
}

const atWord = (line: string): string => ([...line].length >= longestLine ? cutAtWord(line) : line);

/** A text with its masks in the reader's words, in brackets. */
export const wordingMasks = (line: string, maskWords: (kind: MaskKind) => string): string =>
  line.replace(mask, (_, kind: MaskKind) => `[${maskWords(kind)}]`);

function cutAtWord(text: string): string {
  // A mask that was cut through says nothing; neither does half a word.
  const whole = text.replace(/⟦[^⟧]*$/u, "").trimEnd();
  if (/[.!?…]$/u.test(whole)) return `${whole.replace(/\s*…$/u, "")} …`;
  const blank = whole.length < text.length ? whole.length : whole.lastIndexOf(" ");
  return `${whole.slice(0, blank > 0 ? blank : undefined).replace(/[\s,;:(–-]+$/u, "")} …`;
}
