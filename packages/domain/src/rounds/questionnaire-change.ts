import type { LocalisedText } from "#language";

import type { QuestionWording } from "./question.ts";
import { changedParts, type WordingPart } from "./question-version.ts";

/** A question as a round asked it. */
export interface AskedQuestion {
  readonly questionId: string;
  readonly version: number;
  readonly wording: QuestionWording;
}

export interface QuestionnaireChange {
  readonly questionId: string;
  readonly names: LocalisedText;
  /** new: never asked before · again: asked before, but not in the round before · left-out: asked in the round before only */
  readonly what: "new" | "again" | "changed" | "left-out";
  /** In what it differs; empty but for `changed`. */
  readonly parts: readonly WordingPart[];
}

/**
 * What is new or changed in the questionnaire of a round against the round before, in the order of the questions; what was left out
 * comes last. `earlier`: ids of the questions that any earlier round asked. The first round of a survey changes nothing.
 */
export function questionnaireChanges(
  before: readonly AskedQuestion[] | null,
  here: readonly AskedQuestion[],
  earlier: ReadonlySet<string>,
): QuestionnaireChange[] {
  if (before === null) return [];
  const asked = here.flatMap((question): QuestionnaireChange[] => {
    const names = question.wording.wordings;
    const other = before.find(({ questionId }) => questionId === question.questionId);
    if (other === undefined) {
      const what = earlier.has(question.questionId) ? "again" : "new";
      return [{ questionId: question.questionId, names, what, parts: [] }];
    }
    const parts = other.version === question.version ? [] : changedParts(other.wording, question.wording);
    return parts.length === 0 ? [] : [{ questionId: question.questionId, names, what: "changed", parts }];
  });
  const left = before.filter(({ questionId }) => !here.some((question) => question.questionId === questionId));
  return [
    ...asked,
    ...left.map(({ questionId, wording }) => ({
      questionId,
      names: wording.wordings,
      what: "left-out" as const,
      parts: [],
    })),
  ];
}
