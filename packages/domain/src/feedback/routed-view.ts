import type { ClockLength } from "#calendar";
import type { LocalisedText, TextLanguage } from "#language";

import type { RepeatView } from "./duplicate-candidate.ts";
import type { HistoryView } from "./feedback-view.ts";
import type { MaskSpan } from "./personal-data.ts";
import type { Promptness } from "./routing.ts";
import type { RoutingClass } from "./triage-status.ts";

/** Where a class goes, for whoever routes. */
export interface RoutingTarget {
  readonly routingClass: RoutingClass;
  /** Empty: as the screen words it by default. */
  readonly targetNames: LocalisedText;
  readonly length: ClockLength | null;
  readonly promptness: Promptness;
}

/** The rule of a class as an organisation has it. */
export interface RoutingRuleView extends RoutingTarget {
  readonly outcome: ClockLength | null;
  /** Registrars who handle the class; empty: all of them, for whistleblowing nobody. */
  readonly registrarIds: readonly string[];
  /** 0: nothing has been set, the default holds. */
  readonly version: number;
}

/** What is left of an item where it was routed from: no text. Days are YYYY-MM-DD. */
export interface RoutedStub {
  readonly id: string;
  readonly routingClass: RoutingClass;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly routedOn: string;
  readonly dueOn: string | null;
  readonly acknowledgedOn: string | null;
  readonly settledOn: string | null;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly version: number;
}

export interface RoutedPage {
  readonly stubs: readonly RoutedStub[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

/** A stub that is opened, with its text. */
export interface RoutedDetail extends RoutedStub {
  readonly language: TextLanguage;
  readonly title: string;
  readonly body: string;
  readonly masks: readonly MaskSpan[];
  readonly titleMasks: readonly MaskSpan[];
  /** What repeats it, the newest first: hidden with it where it is a whistleblowing report, so to be read here alone. */
  readonly repeats: readonly RepeatView[];
  readonly history: readonly HistoryView[];
  /** Arrival is to be acknowledged in this class, and has not been. */
  readonly toAcknowledge: boolean;
}

/** What waits for a registrar: not yet settled, past its clock, and for which classes they are there. */
export interface RoutedSummary {
  readonly waiting: number;
  readonly overdue: number;
  readonly byClass: readonly { readonly routingClass: RoutingClass; readonly waiting: number }[];
}

/** What a registrar's step answers. `item` null: it has left the registrar's sight. */
export interface RoutedStepResult {
  readonly item: RoutedDetail | null;
  readonly stepId: string;
}
