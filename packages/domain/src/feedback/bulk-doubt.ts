import type { BulkChange } from "./bulk-step.ts";
import type { BulkDoubt } from "./bulk-view.ts";

/** What of a found item may speak against its being meant. */
export interface DoubtFacts {
  /** What was searched for, where the items were found by a search. */
  readonly search: string | undefined;
  /** Title and body. */
  readonly text: string;
  /** Somebody else than the asker has it. */
  readonly otherOwner: boolean;
  readonly replyExpected: boolean;
}

/** Why an item that is to be changed may not be meant; null: nothing speaks against it. It is pointed out, not left out. */
export function doubtOf(change: BulkChange, facts: DoubtFacts): BulkDoubt | null {
  if (facts.otherOwner && change.step !== "code") return "other-owner";
  if (facts.replyExpected && change.step === "reject") return "reply-expected";
  if (facts.search !== undefined && isOnlyPartOfWords(facts.text, facts.search)) return "part-of-word";
  return null;
}

const shortestStem = 4;
/** An inflected form is longer than its word by fewer letters; by more of them it is likely another word ("neuvontatila"). */
const compoundFrom = 5;

/** Whether a word that was searched for occurs only as the beginning of clearly longer words. */
export function isOnlyPartOfWords(text: string, search: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const terms = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((term) => /^\p{L}+$/u.test(term));
  return terms.some((term) => {
    const stem = term.slice(0, Math.max(shortestStem, term.length - 2));
    const found = words.filter((word) => word.startsWith(stem));
    return found.length > 0 && found.every((word) => word.length >= term.length + compoundFrom);
  });
}
