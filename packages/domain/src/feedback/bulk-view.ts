import type { TextLanguage } from "#language";

import type { BulkChange, LeftAlone } from "./bulk-step.ts";

/** total = changes + everything that is left alone. */
export interface BulkPreview {
  readonly total: number;
  readonly changes: number;
  /** Of those that change: open ones that become processed, and the other way round. */
  readonly leavesQueue: number;
  readonly entersQueue: number;
  /** Of those that change: waiting ones whose waiting ends. */
  readonly endsWaiting: number;
  readonly leftAlone: readonly LeftAloneCount[];
  readonly samples: readonly BulkSample[];
  /** When it was counted, ISO 8601. */
  readonly at: string;
}

export interface LeftAloneCount {
  readonly code: LeftAlone;
  readonly count: number;
}

/** Why an item may not be meant, though it was found: it is named, not left out. */
export type BulkDoubt = "other-owner" | "reply-expected" | "part-of-word";

export interface BulkSample {
  readonly id: string;
  readonly language: TextLanguage;
  /** The title, or the beginning of the masked body. */
  readonly firstLine: string;
  /** Null: it changes. */
  readonly leftAlone: LeftAlone | null;
  readonly doubt: BulkDoubt | null;
}

/** A bulk step that was asked for: running, or ended. total = changed + everything left alone + remaining. */
export interface BulkStepView {
  readonly id: string;
  /** What undo takes back. */
  readonly stepId: string;
  /** This one takes that step back. */
  readonly undoesStepId: string | null;
  /** It has been, or is being, taken back by this bulk step. */
  readonly undoneById: string | null;
  readonly state: "running" | "finished" | "stopped" | "failed";
  /** Null: it takes another step back. */
  readonly change: BulkChange | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly total: number;
  readonly changed: number;
  readonly leftAlone: readonly LeftAloneCount[];
  readonly remaining: number;
  readonly reason: string;
}
