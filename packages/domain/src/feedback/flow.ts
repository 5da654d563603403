import type { z } from "zod";

import type { Day } from "#identifier";

import { feedbackFilterSchema } from "./feedback-filter.ts";
import type { FeedbackSource } from "./triage-status.ts";

/** What the flow is narrowed to. */
export const flowFilterSchema = feedbackFilterSchema.pick({ roundId: true, source: true, serviceId: true });
export type FlowFilter = z.infer<typeof flowFilterSchema>;

/** How many days the flow shows, today the last of them. */
export const flowDays = 42;

export interface FlowDay {
  readonly day: Day;
  readonly working: boolean;
  readonly received: number;
  /** Items that are processed now and became so on this day. */
  readonly processed: number;
}

/** Open items, and how many of them are past their target. */
export interface OpenItems {
  readonly open: number;
  readonly late: number;
}

/** The open items by age: within the target, up to twice as old, older. */
export interface Backlog {
  readonly open: number;
  readonly within: number;
  readonly upToTwice: number;
  readonly beyond: number;
  /** Whole days since the oldest one came; null where none is open. */
  readonly oldestDays: number | null;
}

/** Whether the open items will be processed by their target at the present pace. `perDay`: items a working day. */
export type Forecast =
  | { readonly kind: "nothing-open" }
  /** The pace cannot be told yet. */
  | { readonly kind: "too-few-days"; readonly workingDays: number; readonly needed: number }
  | { readonly kind: "keeps"; readonly perDay: number }
  /** About `items` of those not late yet will pass their target, the first of them after `firstOn`. */
  | { readonly kind: "misses"; readonly perDay: number; readonly items: number; readonly firstOn: Day };

/** How work comes in and goes out, what lies open, and who has it. Narrowed to what its reader may read. */
export interface FlowView {
  readonly today: Day;
  /** The oldest first. */
  readonly days: readonly FlowDay[];
  /** Working days within which an item is to be processed. */
  readonly targetDays: number;
  readonly backlog: Backlog;
  readonly forecast: Forecast;
  /** The most first, in each of these. */
  readonly people: readonly (OpenItems & { readonly id: string; readonly name: string })[];
  readonly teams: readonly (OpenItems & { readonly id: string; readonly name: string })[];
  readonly nobody: OpenItems;
  /** Id null: of no round, of no service. */
  readonly rounds: readonly (OpenItems & { readonly id: string | null })[];
  readonly services: readonly (OpenItems & { readonly id: string | null })[];
  readonly sources: readonly (OpenItems & { readonly id: FeedbackSource })[];
}

/** A figure that is an estimate, as exact as it deserves: 7, 40, 130, 1 200. */
export function roughly(estimate: number): number {
  const whole = Math.max(1, Math.round(estimate));
  if (whole < 10) return whole;
  const unit = 10 ** Math.max(1, Math.floor(Math.log10(whole)) - 1);
  return Math.round(whole / unit) * unit;
}
