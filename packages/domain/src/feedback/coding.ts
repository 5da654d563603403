import { RuleViolation } from "#rule-violation";
import type { ThemeStatus } from "#themes/theme-status";

/** Words of the masked body: UTF-16 offsets, end excluded; null: the whole item. */
export type CodedWords = { readonly start: number; readonly end: number } | null;

export interface NewCoding {
  readonly themeId: string;
  readonly words: CodedWords;
}

export interface CodingFacts {
  readonly themeStatus: ThemeStatus;
  readonly body: string;
  /** What the item is coded to already. */
  readonly codings: readonly NewCoding[];
}

/** A merged theme has left the codebook. A declined one has not: what people still say of it may be the new evidence. */
export function mayBeCodedTo(status: ThemeStatus): boolean {
  return status !== "merged";
}

/** Offsets must lie within the text, hold something, and cut no character in two. */
export function checkWords(body: string, words: CodedWords): void {
  if (words === null) return;
  const { start, end } = words;
  const within = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= body.length;
  if (!within || splitsCharacter(body, start) || splitsCharacter(body, end)) {
    throw new RuleViolation("feedback.words-outside-text", { start, end });
  }
}

/** Whether an offset falls between the halves of a surrogate pair. */
function splitsCharacter(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

function sameWords(a: CodedWords, b: CodedWords): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

/** Refuses a coding that may not be made: a merged theme, words outside the text, the same theme on the same words twice. */
export function checkCoding(coding: NewCoding, facts: CodingFacts): void {
  if (!mayBeCodedTo(facts.themeStatus)) throw new RuleViolation("feedback.theme-closed");
  checkWords(facts.body, coding.words);
  if (facts.codings.some((made) => made.themeId === coding.themeId && sameWords(made.words, coding.words))) {
    throw new RuleViolation("feedback.already-coded");
  }
}

/** The codings of a theme that go: all, or the one that is named; `feedback.not-coded` where there is none. `stays`: others of the theme remain. */
export function codingsToRemove<Coding extends { readonly id: string; readonly themeId: string }>(
  codings: readonly Coding[],
  themeId: string,
  codingId: string | undefined,
): { readonly removed: readonly Coding[]; readonly stays: boolean } {
  const ofTheme = codings.filter((coding) => coding.themeId === themeId);
  const removed = ofTheme.filter((coding) => codingId === undefined || coding.id === codingId);
  if (removed.length === 0) throw new RuleViolation("feedback.not-coded");
  return { removed, stays: removed.length < ofTheme.length };
}
