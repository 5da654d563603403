import { addDays, addWorkingDays, isWorkingDay } from "#calendar";
import type { Day } from "#identifier";

import type { Forecast } from "./flow.ts";

/** The pace is that of this many working days, and is not told from fewer than half of them. */
export const paceDays = 10;
const fewestDays = 5;

export interface Present {
  readonly today: Day;
  /** What was processed on each of the last ten whole working days, as far back as work goes; today is not one of them. */
  readonly processed: readonly number[];
  readonly processedToday: number;
  /** Open items that are past their target already. */
  readonly late: number;
  /** Open items by the last day of their target, today or later, in any order. */
  readonly due: readonly { readonly day: Day; readonly open: number }[];
}

/**
 * Whether the backlog keeps its target. The pace p is the median of what was processed on the last ten working days. Until the end of
 * a day d, p × (working days from today to d) items can be processed, less what today has brought already; wanted by then are the items
 * that are late and those due by d, oldest first. Where more are wanted than can be done, that many miss, at most those due by d.
 * What will still come in is left out: it is due later than what is open. Fewer than five working days of work tell no pace.
 */
export function forecast({ today, processed, processedToday, late, due }: Present): Forecast {
  const ahead = due.filter(({ open }) => open > 0).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (late === 0 && ahead.length === 0) return { kind: "nothing-open" };
  if (processed.length < fewestDays) return { kind: "too-few-days", workingDays: processed.length, needed: fewestDays };
  const perDay = medianOf(processed);
  let wanted = late;
  let dueSoFar = 0;
  let possible = isWorkingDay(today) ? Math.max(0, perDay - processedToday) : 0;
  let reached = today;
  let items = 0;
  let firstOn: Day | null = null;
  for (const { day, open } of ahead) {
    for (; reached < day; reached = addDays(reached, 1)) if (isWorkingDay(addDays(reached, 1))) possible += perDay;
    wanted += open;
    dueSoFar += open;
    const missing = Math.floor(Math.min(wanted - possible, dueSoFar));
    if (missing < 1) continue;
    firstOn ??= day;
    items = Math.max(items, missing);
  }
  return firstOn === null ? { kind: "keeps", perDay } : { kind: "misses", perDay, items, firstOn };
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** The last whole working days before today, the newest first. */
export function lastWorkingDays(today: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let day = addDays(today, -1); days.length < count; day = addDays(day, -1)) if (isWorkingDay(day)) days.push(day);
  return days;
}

/** The earliest last day of a target of which as many working days again have not passed: items due before it are over twice as old. */
export function twiceTargetFrom(today: Day, targetDays: number): Day {
  let day = today;
  while (addWorkingDays(addDays(day, -1), targetDays) >= today) day = addDays(day, -1);
  return day;
}
