import { type ClockLength, statutoryDue } from "#calendar";
import type { Day } from "#identifier";

import type { RoutingClass } from "./triage-status.ts";

/** How soon, where no days are counted; worded by the screen. */
export type Promptness = "without-delay" | "as-instructed" | "at-once";

/** How long a class may take. `length` null: no counted clock, `promptness` says how soon. */
export interface RoutingClock {
  readonly length: ClockLength | null;
  readonly promptness: Promptness;
  /** Where the first clock is for acknowledging only: how long the outcome may take from then. */
  readonly outcome: ClockLength | null;
}

export interface RoutingDefault extends RoutingClock {
  /** What the law counts from: arrival at the authority, or the moment it is known for what it is. */
  readonly startsFrom: "arrival" | "routing";
}

const uncounted = (promptness: Promptness): RoutingDefault => ({
  length: null,
  promptness,
  outcome: null,
  startsFrom: "arrival",
});
const counted = (length: ClockLength): RoutingDefault => ({ ...uncounted("without-delay"), length });

/** What holds unless an organisation has set something else. Why these: docs/decisions/0012. */
export const routingDefaults: Readonly<Record<RoutingClass, RoutingDefault>> = {
  question: uncounted("without-delay"),
  // The 30 days of the Administrative Procedure Act 49 c § are the customer's; the registry has the claim the same day.
  revised_decision: { ...counted({ days: 0 }), startsFrom: "routing" },
  appeal: uncounted("as-instructed"),
  administrative_complaint: uncounted("without-delay"),
  accessibility: counted({ days: 14 }),
  document_request: counted({ days: 14 }),
  data_protection: counted({ months: 1 }),
  whistleblowing: { ...counted({ days: 7 }), outcome: { months: 3 } },
  other_authority: uncounted("without-delay"),
  safety: uncounted("at-once"),
};

/** What an organisation has set for a class: days or months; where an outcome has a clock of its own, days to acknowledge and months to the outcome. */
export interface SetClock {
  readonly days: number | null;
  readonly months: number | null;
}

/** The clock of a class as an organisation has set it, or (null) as it is by default. */
export function routingClock(routingClass: RoutingClass, set: SetClock | null): RoutingDefault {
  const standard = routingDefaults[routingClass];
  if (set === null) return standard;
  const days = set.days === null ? null : { days: set.days };
  const months = set.months === null ? null : { months: set.months };
  return standard.outcome === null
    ? { ...standard, length: days ?? months }
    : { ...standard, length: days, outcome: months };
}

/** Last day of the clock of an item that is routed; null where none is counted. Days in Europe/Helsinki. */
export function routingDue(clock: RoutingDefault, receivedOn: Day, routedOn: Day): Day | null {
  if (clock.length === null) return null;
  return statutoryDue(clock.startsFrom === "arrival" ? receivedOn : routedOn, clock.length);
}
