import { addDays, addMonths, daysBetween, workingDaysBetween } from "@kuultu/domain/day";
import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import { isOpen } from "@kuultu/domain/feedback/triage-status";

/** The clocks of an item, by what must happen: it is triaged, answered, settled where it was routed. */
export type ClockName = "triage" | "answer" | "routing";

export interface ItemClock {
  readonly name: ClockName;
  /** The last day, YYYY-MM-DD. */
  readonly dueOn: string;
  /** Product targets are counted in working days, the clocks of law in calendar days. */
  readonly unit: "working" | "calendar";
  /** Days that are left, in that unit; 0: today is the last; negative: so many too late. */
  readonly left: number;
  readonly state: "running" | "past" | "met";
}

export interface Today {
  readonly today: string;
  /** Weekdays on which offices are closed. */
  readonly closedDays: readonly string[];
}

type Clocked = Pick<
  FeedbackRow,
  "status" | "triageDueOn" | "replyExpected" | "answerDueOn" | "routingDueOn" | "routingSettledOn"
>;

/** What must happen by when, or did: first what is to be done first. */
export function clocksOf(item: Clocked, { today, closedDays }: Today): ItemClock[] {
  const closed = new Set(closedDays);
  const clock = (name: ClockName, dueOn: string, running: boolean): ItemClock => {
    const unit = name === "routing" ? "calendar" : "working";
    // Late on a weekend is late by a day already: whole working days begin with the next one.
    const working = workingDaysBetween(today, dueOn, closed);
    const left = unit === "calendar" ? daysBetween(today, dueOn) : working === 0 && dueOn < today ? -1 : working;
    return { name, dueOn, unit, left, state: !running ? "met" : dueOn < today ? "past" : "running" };
  };
  const clocks: ItemClock[] = [];
  if (item.status === "routed") {
    if (item.routingDueOn !== null) clocks.push(clock("routing", item.routingDueOn, item.routingSettledOn === null));
    return clocks;
  }
  clocks.push(clock("triage", item.triageDueOn, isOpen(item.status)));
  const answerable = item.status !== "duplicate" && item.status !== "rejected";
  if (item.replyExpected && item.answerDueOn !== null && answerable) {
    clocks.push(clock("answer", item.answerDueOn, isOpen(item.status) || item.status === "categorised"));
  }
  return clocks;
}

/** The clock that has run out, where one has; the most pressing where several have. */
export function lateClock(item: Clocked, today: string): ClockName | null {
  return clocksOf(item, { today, closedDays: [] }).findLast(({ state }) => state === "past")?.name ?? null;
}

/** The days that are offered to wait until. */
export function daysToWait(today: string): Readonly<Record<"tomorrow" | "week" | "month", string>> {
  return { tomorrow: addDays(today, 1), week: addDays(today, 7), month: addMonths(today, 1) };
}
