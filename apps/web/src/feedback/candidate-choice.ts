/** What is pointed at and marked in a list of candidates. */
export interface CandidateChoice {
  readonly pointed: number;
  /** Ids, to be merged together. */
  readonly marked: readonly string[];
}

/** What a key in the list means: a new choice, one candidate chosen at once, the marked ones to be merged, or leaving the list. */
export type CandidateKey =
  | { readonly choice: CandidateChoice }
  | { readonly chosen: string }
  | { readonly merge: readonly string[] }
  | "search"
  | "leave"
  | null;

/** Digits choose, arrows (j, k) point, x or the space bar marks, Enter takes what is marked, or else what is pointed at. */
export function candidateKey(ids: readonly string[], choice: CandidateChoice, key: string): CandidateKey {
  const pointed = Math.min(choice.pointed, ids.length - 1);
  const current = ids[pointed];
  const digit = /^[1-9]$/.test(key) ? ids[Number(key) - 1] : undefined;
  if (digit !== undefined) return { chosen: digit };
  switch (key) {
    case "ArrowDown":
    case "j":
      return { choice: { ...choice, pointed: Math.min(ids.length - 1, pointed + 1) } };
    case "ArrowUp":
    case "k":
      return { choice: { ...choice, pointed: Math.max(0, pointed - 1) } };
    case "x":
    case " ":
      return current === undefined ? null : { choice: { pointed, marked: toggled(choice.marked, current) } };
    case "Enter":
      if (choice.marked.length > 0) return { merge: choice.marked };
      return current === undefined ? null : { chosen: current };
    case "/":
      return "search";
    case "Escape":
      return "leave";
    default:
      return null;
  }
}

export function toggled(marked: readonly string[], id: string): string[] {
  return marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id];
}
