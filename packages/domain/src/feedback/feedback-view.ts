import type { TextLanguage } from "#language";
import type { MaskSpan } from "#feedback/personal-data";
import type { RoundLedger } from "#rounds/round-ledger";

import type { FeedbackFilter } from "./feedback-filter.ts";
import type { AnswerMark } from "./answer-view.ts";
import type { BulkStepView } from "./bulk-view.ts";
import type { FeedbackKind, FeedbackSource, FeedbackStatus } from "./triage-status.ts";

/** A run of a text: UTF-16 offsets, `end` not included. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

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
  /** In a list that was searched: where `firstLine`, then the passage that was found, holds what was searched for. */
  readonly hits?: readonly TextSpan[];
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
  /** While routed: the day on which it was settled where it went; null: not yet. */
  readonly routingSettledOn: string | null;
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
  /** What was done by the step that it takes back: a code of history/change.ts; null where it takes none back. */
  readonly undone: string | null;
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
  /** While routed: the day its arrival was acknowledged, where its class asks for that. */
  readonly routingAcknowledgedOn: string | null;
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
  /** Other items repeat this one: `feedback.repeats` gives those that the reader may see. */
  readonly hasRepeats: boolean;
  readonly noteCount: number;
  /** A masked original is kept and may be revealed by those who may. */
  readonly hasOriginal: boolean;
  /** How the giver can be reached is known to those who answer. */
  readonly hasContact: boolean;
  /** The newest first. */
  readonly answers: readonly AnswerMark[];
  /** One of them has left, or was given elsewhere. */
  readonly answered: boolean;
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
  /** Where the step was one on many items: the bulk step that takes it back, which may still run; `items` is empty then. */
  readonly bulk?: BulkStepView;
}

/** The truth above the queue: over a round, or over everything where no round is chosen. */
export interface QueueSummary {
  readonly ledger: RoundLedger;
  /** Whole days since the oldest open item came; null where none is open. */
  readonly oldestDays: number | null;
  /** Open items past the target for triage; items past the target for their answer; routed ones past the clock of their class. */
  readonly pastTarget: number;
  readonly pastAnswer: number;
  readonly pastRouting: number;
}

/** The facets whose values are counted beside the filters, by the names that the filter has for them. */
export const countedFacets = [
  "status",
  "kind",
  "source",
  "channelId",
  "serviceId",
  "siteId",
  "customerGroupId",
  "language",
  "roundId",
  "themeId",
  "assigneeId",
  "teamId",
] as const satisfies readonly (keyof FeedbackFilter)[];
export type CountedFacet = (typeof countedFacets)[number];

/**
 * Counts beside the filters: items that would be found if this value were chosen with the other filters kept. `status` has "open"
 * and "processed" besides the statuses, `assigneeId` has "nobody"; a value that is not there has none.
 */
export interface FacetCounts extends Readonly<Record<CountedFacet, Readonly<Record<string, number>>>> {
  /** Items that match all filters. */
  readonly total: number;
  /** Open items past their target for triage, the filter's own wish for them left out of account. */
  readonly pastTarget: number;
  /** Whose numbers are lower bounds ("that many or more"): more items match than are looked through. All others are exact. */
  readonly capped: readonly (CountedFacet | "total" | "pastTarget")[];
}
