import type { MaskSpan } from "#feedback/personal-data";
import type { TextLanguage } from "#language";

import type { FeedbackStatus } from "./triage-status.ts";

/** Why an item is offered as one that says the same. The surest reason comes first. */
export const candidateReasons = ["same_text", "near_text", "same_respondent"] as const;
export type CandidateReason = (typeof candidateReasons)[number];

/** An item that the open one may repeat, or that repeats it. */
export interface DuplicateCandidate {
  readonly id: string;
  readonly version: number;
  readonly status: FeedbackStatus;
  readonly language: TextLanguage;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The title, or the beginning of the masked body, 140 characters at most. */
  readonly firstLine: string;
  readonly reasons: readonly CandidateReason[];
  /** Share of the trigrams that both texts have, 0–1; null where the texts are not alike. */
  readonly likeness: number | null;
}

/** An item that repeats another, or is repeated, with its whole text. */
export interface RepeatView {
  readonly id: string;
  readonly version: number;
  readonly receivedAt: string;
  readonly language: TextLanguage;
  readonly title: string;
  readonly body: string;
  readonly masks: readonly MaskSpan[];
  readonly titleMasks: readonly MaskSpan[];
}

/** What an item repeats, and what repeats it; neither where they are not the reader's to see. */
export interface ItemRepeats {
  readonly repeated: RepeatView | null;
  readonly repeats: readonly RepeatView[];
}

/** Texts at least so alike by their trigrams are offered as nearly the same: below it, real ones tell of other matters. */
export const nearTextAt = 0.5;

/** Shorter texts ("Kiitos!", "ei ole") are written by many people who repeat nobody: letters and digits, counted. */
const leastCharacters = 20;

/** A text without what two copies may differ in: case, blanks, punctuation, composed or decomposed letters. */
export function comparableText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Why the other text is offered, if it is; `likeness` of the two by their trigrams, null where it was not measured. */
export function reasonsFor(
  mine: { readonly body: string; readonly responseId: string | null },
  other: { readonly body: string; readonly responseId: string | null; readonly likeness: number | null },
): CandidateReason[] {
  const text = comparableText(mine.body);
  const long = text.replaceAll(" ", "").length >= leastCharacters;
  const same = long && comparableText(other.body) === text;
  const near = !same && long && (other.likeness ?? 0) >= nearTextAt;
  return [
    ...(same ? (["same_text"] as const) : []),
    ...(near ? (["near_text"] as const) : []),
    ...(mine.responseId !== null && mine.responseId === other.responseId ? (["same_respondent"] as const) : []),
  ];
}

/** A word of a text with the share of all texts that hold it, 0–1. */
export interface WordShare {
  readonly lexeme: string;
  readonly share: number;
}

/** Each group of words is expected in so many texts at most; more would have to be read to be compared. */
const textsPerGroup = 50;
const mostGroups = 6;
/** A word in more texts than this begins no group: to walk along all that hold it would take longer than all the rest. */
const walkedPerGroup = 5000;

/**
 * Groups of words, rarest first, none in two groups: a text that differs from this one in fewer of these words than there are groups
 * holds all words of one group at least. None where all the words are common.
 */
export function likenessGroups(words: readonly WordShare[], texts: number): string[][] {
  const rarest = words.toSorted((a, b) => a.share - b.share || b.lexeme.length - a.lexeme.length);
  const groups: string[][] = [];
  let group: string[] = [];
  let expected = texts;
  for (const { lexeme, share } of rarest) {
    if (group.length === 0 && texts * share > walkedPerGroup) break;
    group.push(lexeme);
    expected *= share;
    if (expected > textsPerGroup) continue;
    groups.push(group);
    if (groups.length === mostGroups) return groups;
    group = [];
    expected = texts;
  }
  return groups;
}
