import type { LocalisedText } from "#language";

import type { QuestionKind } from "./question.ts";
import type { QuestionnaireChange } from "./questionnaire-change.ts";
import type { ResponseRate } from "./response-rate.ts";
import type { RoundLedger } from "./round-ledger.ts";

export const roundStates = ["planned", "collecting", "closed", "published"] as const;
export type RoundState = (typeof roundStates)[number];

export interface RoundRow {
  readonly id: string;
  readonly surveyId: string;
  readonly surveyNames: LocalisedText;
  readonly name: string;
  readonly state: RoundState;
  /** YYYY-MM-DD, Europe/Helsinki. */
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly publishedOn: string | null;
  readonly responses: number;
  readonly ledger: RoundLedger;
}

export interface RoundQuestionView {
  readonly questionId: string;
  readonly names: LocalisedText;
  readonly kind: QuestionKind;
  readonly version: number;
  readonly isNew: boolean;
  /** The figure as on the trend screen, suppressed alike; null for open text. */
  readonly n: number | null;
  readonly mean: string | null;
  readonly suppressed: boolean;
}

export interface ThemeShare {
  readonly themeId: string;
  readonly names: LocalisedText;
  /** null: suppressed */
  readonly count: number | null;
  /** Of the items categorised with at least one theme or "no theme": share and Wilson interval, 0–1. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RoundView extends RoundRow {
  readonly provider: string | null;
  readonly invited: number | null;
  readonly answeredInvited: number | null;
  readonly answeredOpen: number | null;
  readonly responseRate: ResponseRate;
  /** What was particular about this fielding. */
  readonly notes: LocalisedText;
  readonly version: number;
  readonly questions: readonly RoundQuestionView[];
  /** Against the questionnaire of the round before, which is named; null: there is none before. */
  readonly changes: { readonly against: string; readonly changes: readonly QuestionnaireChange[] } | null;
  /** Base of the theme shares. */
  readonly classifiable: number;
  readonly themes: readonly ThemeShare[];
  readonly imports: readonly { readonly id: string; readonly fileName: string; readonly items: number }[];
}

export interface SurveyRow {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
}
