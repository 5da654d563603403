import type { LocalisedText } from "#language";

import type { CollectionMode, DimensionKind, QuestionKind, QuestionWording } from "./question.ts";
import type { VersionEdge } from "./question-version.ts";
import type { RoundState } from "./round-view.ts";

export interface DimensionView {
  readonly id: string;
  readonly kind: DimensionKind;
  readonly names: LocalisedText;
  /** A question or a mark stands on it: it cannot be taken away. */
  readonly inUse: boolean;
}

export interface QuestionVersionView extends QuestionWording {
  readonly id: string;
  readonly version: number;
  /** Names of the rounds that asked it, in order of time. */
  readonly rounds: readonly string[];
  /** Null: the first version. */
  readonly edge: VersionEdge | null;
}

export interface SurveyQuestionView {
  readonly id: string;
  readonly key: string;
  readonly kind: QuestionKind;
  readonly dimensionId: string | null;
  readonly version: number;
  /** Somebody has been asked the newest version: a change of it is a new one. */
  readonly newestAsked: boolean;
  /** Any version has been asked: the question cannot be taken away. */
  readonly asked: boolean;
  /** From the newest to the first. */
  readonly versions: readonly [QuestionVersionView, ...QuestionVersionView[]];
}

export interface SurveyRoundView {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly version: number;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly invited: number | null;
  /** In their order. */
  readonly questionIds: readonly string[];
  /** Questions that somebody has answered: they stay in the questionnaire. */
  readonly answeredIds: readonly string[];
}

/** A survey as it is edited. Rounds from the first to the last. */
export interface SurveyView {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
  readonly provider: string | null;
  readonly modes: readonly CollectionMode[];
  readonly notes: LocalisedText;
  readonly version: number;
  readonly dimensions: readonly DimensionView[];
  readonly questions: readonly SurveyQuestionView[];
  readonly rounds: readonly SurveyRoundView[];
}

/** The counts typed in for a question of a round, for those who edit them: never shown to who only reads figures. */
export interface TypedCounts {
  readonly questionId: string;
  readonly names: LocalisedText;
  readonly scale: { readonly min: number; readonly max: number };
  /** One for each value of the scale, from the lowest. */
  readonly counts: readonly number[];
  readonly cannotSay: number;
}
