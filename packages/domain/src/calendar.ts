import Holidays from "date-holidays";

import type { Day } from "#identifier";

import { addDays, addMonths } from "./day.ts";

// The days without the holidays stand in day.ts, so that the screen need not load every country's holidays.
export { addDays, addMonths, dayIn, daysBetween, startOfDay, startOfNextDay } from "./day.ts";

const finland = new Holidays("FI");
const holidaysByYear = new Map<string, ReadonlySet<Day>>();

/** Christmas Eve and Midsummer Eve stop the offices though they are no public holidays; New Year's Eve does not. */
function holidaysOf(year: string): ReadonlySet<Day> {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const days = new Set<Day>();
  for (const holiday of finland.getHolidays(Number(year))) {
    const day = holiday.date.slice(0, 10);
    if (holiday.type === "public" || (holiday.type === "bank" && !day.endsWith("-12-31"))) days.add(day);
  }
  holidaysByYear.set(year, days);
  return days;
}

/** Monday to Friday and no Finnish holiday. */
export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && !holidaysOf(day.slice(0, 4)).has(day);
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** The n-th working day after a day, which itself is not counted; the day itself where n is 0. */
export function addWorkingDays(day: Day, n: number): Day {
  let reached = day;
  for (let left = n; left > 0;) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/** Weekdays on which offices are closed, from one day to another, both included: all that the screen needs to count working days. */
export function closedWeekdays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    days.push(...[...holidaysOf(String(year))].filter((day) => day >= from && day <= to && !isWeekend(day)));
  }
  return days.toSorted();
}

/** Length of a statutory time, in calendar days or in months. */
export type ClockLength = { readonly days: number } | { readonly months: number };

/**
 * Last day of a statutory time: the day it starts from is not counted, a month ends on the day of the same number (Act 150/1930, 3 §),
 * and a last day on which offices are closed moves on (5 §).
 */
export function statutoryDue(day: Day, length: ClockLength): Day {
  let due = "days" in length ? addDays(day, length.days) : addMonths(day, length.months);
  while (!isWorkingDay(due)) due = addDays(due, 1);
  return due;
}
