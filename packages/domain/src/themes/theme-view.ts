import type { FeedbackRow, HistoryView } from "#feedback/feedback-view";
import type { LocalisedText } from "#language";
import type { PublishedFigureView, Qualifier } from "#trends/trend-view";

import type { ActionStatus, ThemeRequirement, ThemeStatus } from "./theme-status.ts";

/** A theme on the board, in the table, in the pickers. */
export interface ThemeCard {
  readonly id: string;
  readonly parentId: string | null;
  readonly names: LocalisedText;
  readonly status: ThemeStatus;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly targetOn: string | null;
  readonly startedOn: string | null;
  readonly deliveredOn: string | null;
  readonly publicReason: string | null;
  readonly actions: number;
  readonly actionsDelivered: number;
  readonly measures: number;
  readonly pinnedDigit: number | null;
  readonly version: number;
  /** Items coded to it in the round that the list was asked for (all where none): null = suppressed. */
  readonly mentions: number | null;
  /** Share of classifiable items with its Wilson interval, 0–1; null = suppressed or no base. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The moves that this person may make now, and what each still lacks (empty: it can be made at once). */
  readonly moves: readonly { readonly to: ThemeStatus; readonly missing: readonly ThemeRequirement[] }[];
  /** Past its target date, or planned and past its start. */
  readonly late: boolean;
}

export interface ThemeList {
  readonly themes: readonly ThemeCard[];
  /** Base of the shares. */
  readonly classifiable: number | null;
}

export interface ActionView {
  readonly id: string;
  readonly name: string;
  readonly status: ActionStatus;
  readonly owner: { readonly id: string; readonly name: string } | null;
  readonly targetOn: string | null;
  readonly deliveredOn: string | null;
  readonly note: string | null;
  readonly version: number;
}

export interface MeasureView {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly direction: "down" | "up";
  readonly targetValue: string | null;
  readonly targetOn: string | null;
  readonly measurements: readonly {
    readonly id: string;
    readonly value: string;
    readonly qualifier: Qualifier;
    readonly periodStart: string;
    readonly periodEnd: string;
    readonly complete: boolean;
    readonly published: boolean;
  }[];
  readonly figures: readonly PublishedFigureView[];
}

export interface ThemeDetail extends ThemeCard {
  readonly descriptions: LocalisedText;
  readonly noMeasureReason: string | null;
  readonly evidence: string | null;
  readonly actionRows: readonly ActionView[];
  readonly measureRows: readonly MeasureView[];
  /** Mentions by round, newest first; count null = suppressed. */
  readonly mentionsByRound: readonly {
    readonly roundId: string;
    readonly round: string;
    readonly count: number | null;
    readonly base: number | null;
    readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
  }[];
  /** The newest items coded to it; null where this person may not read verbatims. */
  readonly items: readonly FeedbackRow[] | null;
  readonly history: readonly HistoryView[];
}
