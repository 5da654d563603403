import Holidays from "date-holidays";

import type { Day } from "#identifier";

import { addDays } from "./day.ts";

// The days without the holidays stand in day.ts, so that the screen need not load every country's holidays.
export { addDays, dayIn, daysBetween, startOfDay, startOfNextDay } from "./day.ts";

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
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidaysOf(day.slice(0, 4)).has(day);
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

/** Last day of a statutory time of calendar days: the day of arrival is not counted, and a last day on which offices are closed moves on. */
export function statutoryDue(day: Day, days: number): Day {
  let due = addDays(day, days);
  while (!isWorkingDay(due)) due = addDays(due, 1);
  return due;
}
