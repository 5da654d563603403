import type { Language } from "#language";

import type { AnswerFailure, AnswerPlace, AnswerState } from "./answer.ts";
import type { PlaceholderProblem } from "./answer-text.ts";

/** That an item was answered, how and by whom; its words are read apart. */
export interface AnswerMark {
  readonly id: string;
  readonly state: AnswerState;
  readonly language: Language;
  /** Where it was given, when not from here. */
  readonly place: AnswerPlace | null;
  /** Why it did not arrive. */
  readonly failure: AnswerFailure | null;
  readonly staffName: string | null;
  /** ISO 8601, UTC, as is `sentAt`. */
  readonly madeAt: string;
  readonly sentAt: string | null;
}

export interface AnswerView extends AnswerMark {
  readonly subject: string;
  readonly body: string;
}

export interface AnswerTemplate {
  readonly id: string;
  readonly name: string;
  readonly texts: Readonly<Partial<Record<Language, { readonly subject: string; readonly body: string }>>>;
  readonly version: number;
}

/** What the panel for answering begins with. */
export interface AnswerDesk {
  /** The language to answer in, unless the writer chooses another. */
  readonly language: Language;
  readonly answers: readonly AnswerView[];
  readonly templates: readonly AnswerTemplate[];
  /** Whether mail can be sent at all; else an answer is given elsewhere. */
  readonly maySend: boolean;
  readonly hasContact: boolean;
}

/** Exactly what would be sent. With problems it is not. */
export interface AnswerPreview {
  readonly subject: string;
  readonly body: string;
  readonly problems: readonly PlaceholderProblem[];
}
