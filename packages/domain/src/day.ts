import type { Day } from "#identifier";

/** The time zone in which days begin and clocks run. */
export const homeTimeZone = "Europe/Helsinki";

const dayMilliseconds = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows at an instant, read as if it were UTC: milliseconds since 1970. */
function wallClock(instant: Date, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-u-ca-iso8601-hc-h23", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  const read: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of format.formatToParts(instant)) read[part.type] = Number(part.value);
  return Date.UTC(
    read.year ?? 0,
    (read.month ?? 1) - 1,
    read.day ?? 1,
    read.hour ?? 0,
    read.minute ?? 0,
    read.second ?? 0,
  );
}

function dayOf(utcMilliseconds: number): Day {
  return new Date(utcMilliseconds).toISOString().slice(0, 10);
}

function utcOf(day: Day): number {
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || dayOf(milliseconds) !== day) throw new RangeError(`not a day: ${day}`);
  return milliseconds;
}

/** The calendar day at an instant. */
export function dayIn(now: Date, timeZone: string = homeTimeZone): Day {
  return dayOf(wallClock(now, timeZone));
}

/** The day `n` calendar days later; earlier where n is negative. */
export function addDays(day: Day, n: number): Day {
  return dayOf(utcOf(day) + n * dayMilliseconds);
}

/** The same day of the month `n` months later, or the last day of a month that has no such day. */
export function addMonths(day: Day, n: number): Day {
  utcOf(day);
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + n, Math.min(date, lastOfMonth)));
}

/** Working days from `a` (not counted) to `b`, negative where b comes first. `closedDays`: the weekdays on which offices are closed. */
export function workingDaysBetween(a: Day, b: Day, closedDays: ReadonlySet<Day>): number {
  const [first, last] = a <= b ? [a, b] : [b, a];
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) {
    const weekday = new Date(utcOf(day)).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !closedDays.has(day)) count += 1;
  }
  return a <= b ? count : -count;
}

/** Calendar days from `a` to `b`; negative where b comes first. */
export function daysBetween(a: Day, b: Day): number {
  return (utcOf(b) - utcOf(a)) / dayMilliseconds;
}

/** The instant at which a day begins. Midnight is looked for twice, as the offset may change between the guess and it. */
export function startOfDay(day: Day, timeZone: string = homeTimeZone): Date {
  const wanted = utcOf(day);
  let instant = wanted;
  for (let round = 0; round < 2; round += 1) instant += wanted - wallClock(new Date(instant), timeZone);
  return new Date(instant);
}

/** The instant at which a day has ended; a filter "up to this day" asks for less than it. */
export function startOfNextDay(day: Day, timeZone: string = homeTimeZone): Date {
  return startOfDay(addDays(day, 1), timeZone);
}
