import type { TextLanguage } from "#language";
import type { MaskSpan } from "#feedback/personal-data";
import type { RoundLedger } from "#rounds/round-ledger";

import type { FeedbackKind, FeedbackSource, FeedbackStatus } from "./triage-status.ts";

/** A row of the queue. Names of themes, channels, services and rounds come from their own lists, by id. */
export interface FeedbackRow {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly status: FeedbackStatus;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly language: TextLanguage;
  readonly channelId: string | null;
  readonly serviceId: string | null;
  readonly roundId: string | null;
  readonly statusReason: string | null;
  /** The title, or the beginning of the masked body, 140 characters at most. */
  readonly firstLine: string;
  readonly themeIds: readonly string[];
  /** YYYY-MM-DD; past it and still open: past its target. */
  readonly triageDueOn: string;
  /** Who has it: a person or a team, or neither. */
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  /** While waiting: until this day; null: until an answer comes. */
  readonly waitingUntil: string | null;
  readonly replyExpected: boolean;
  /** Last day of the product target for the answer, where one is expected. */
  readonly answerDueOn: string | null;
  /** While routed: last day of the class's clock; null where it has none that is counted. */
  readonly routingDueOn: string | null;
  readonly version: number;
}

export interface FeedbackPage {
  readonly rows: readonly FeedbackRow[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

export interface CodingView {
  readonly id: string;
  readonly themeId: string;
  readonly words: { readonly start: number; readonly end: number } | null;
  readonly origin: "staff" | "import" | "rule";
  readonly staffName: string | null;
  readonly madeAt: string;
}

/** An entry of an item's, a theme's or a round's history. */
export interface HistoryView {
  readonly id: string;
  readonly at: string;
  readonly staffName: string | null;
  /** A code of history/change.ts. */
  readonly change: string;
  readonly values: Readonly<Record<string, readonly [string | number | null, string | number | null]>>;
  readonly texts: Readonly<Record<string, string>>;
  /** This entry takes an earlier step back. */
  readonly undoes: boolean;
}

/** Everything that the reading pane shows. */
export interface FeedbackDetail extends FeedbackRow {
  readonly title: string;
  readonly body: string;
  readonly masks: readonly MaskSpan[];
  readonly titleMasks: readonly MaskSpan[];
  readonly siteId: string | null;
  readonly customerGroupId: string | null;
  readonly importId: string | null;
  readonly duplicateOfId: string | null;
  /** While routed: since when, YYYY-MM-DD. */
  readonly routedOn: string | null;
  /** ISO 8601; null while open. */
  readonly processedAt: string | null;
  readonly codings: readonly CodingView[];
  /** What the same respondent gave to scale questions in the same response. */
  readonly ratings: readonly {
    readonly questionId: string;
    readonly questionName: string;
    readonly value: number | null;
    readonly scaleMax: number;
  }[];
  readonly history: readonly HistoryView[];
  /** A masked original is kept and may be revealed by those who may. */
  readonly hasOriginal: boolean;
}

/** What a step answers: the item as it is now, and the step that undo would take back. */
export interface StepResult {
  readonly item: FeedbackDetail;
  readonly stepId: string;
}

/** What undo answers: every item that changed. */
export interface UndoResult {
  readonly stepId: string;
  readonly items: readonly FeedbackDetail[];
}

/** The truth above the queue: over a round, or over everything where no round is chosen. */
export interface QueueSummary {
  readonly ledger: RoundLedger;
  /** Whole days since the oldest open item came; null where none is open. */
  readonly oldestDays: number | null;
  readonly pastTarget: number;
}

/** Counts beside the filters: items that would be found if this value were chosen with the other filters kept. */
export interface FacetCounts {
  readonly total: number;
  /** A count of `capAt` or more means "that many or more"; those below are exact. */
  readonly capAt: number;
  readonly status: Readonly<Record<string, number>>;
  readonly kind: Readonly<Record<string, number>>;
  readonly source: Readonly<Record<string, number>>;
  readonly channelId: Readonly<Record<string, number>>;
  readonly serviceId: Readonly<Record<string, number>>;
  readonly language: Readonly<Record<string, number>>;
}
