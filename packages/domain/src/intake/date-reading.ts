import { startOfDay, startOfNextDay } from "#day";

import type { dateOrders } from "./column-mapping.ts";

export type DateOrder = (typeof dateOrders)[number];

export type DateReading = { readonly instant: Date } | { readonly problem: "date.unreadable" | "date.does-not-exist" };

const time = String.raw`(?:(?:[T ,]|,? ?(?:klo|kl\.?|at|в) )\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, "iu");
const yearLast = new RegExp(String.raw`^(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4}|\d{2})${time}$`, "iu");
const compact = /^(\d{4})(\d{2})(\d{2})$/u;

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2100, 0, 1);
const unreadable = { problem: "date.unreadable" } as const;
const notExisting = { problem: "date.does-not-exist" } as const;

/** Offsets of Helsinki at the beginning and the end of a day, in ms; kept, as a file repeats its days. */
const offsetsOfDays = new Map<string, readonly [number, number]>();

function offsetsOf(day: string): readonly [number, number] {
  const known = offsetsOfDays.get(day);
  if (known !== undefined) return known;
  if (offsetsOfDays.size > 5000) offsetsOfDays.clear();
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offsets = [
    midnight - startOfDay(day).getTime(),
    midnight + 86_400_000 - startOfNextDay(day).getTime(),
  ] as const;
  offsetsOfDays.set(day, offsets);
  return offsets;
}

/** What the wall clock in Helsinki shows, as an instant. Summer time begins and ends at 01:00 UTC. */
function helsinkiInstant(wallClock: number): number {
  const [before, after] = offsetsOf(new Date(wallClock).toISOString().slice(0, 10));
  const instant = wallClock - before;
  const change = Math.floor(wallClock / 86_400_000) * 86_400_000 + 3_600_000;
  return before !== after && instant >= change ? wallClock - after : instant;
}

function instantOf(year: number, month: number, day: number, clock: readonly (string | undefined)[]): DateReading {
  const [hourText, minute, second, half, zone] = clock;
  let hour = Number(hourText ?? 0);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return notExisting;
    hour = (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  }
  if (hour > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return notExisting;
  const midnight = Date.UTC(year, month - 1, day);
  const read = new Date(midnight);
  if (month < 1 || month > 12 || day < 1 || read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day)
    return notExisting;
  if (midnight < earliest || midnight >= latest) return notExisting;
  const wallClock = midnight + hour * 3_600_000 + Number(minute ?? 0) * 60_000 + Number(second ?? 0) * 1000;
  if (zone === undefined) return { instant: new Date(helsinkiInstant(wallClock)) };
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? [];
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return { instant: new Date(wallClock - offset) };
}

/** Two digits: 70–99 are of the 1900s. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year >= 70 ? 1900 + year : 2000 + year;
}

/**
 * Reads a date, with or without a time. Without a zone it is Helsinki's; without a time the day's beginning there.
 * A date that begins with a four-digit year is read as such under every order but the epochs.
 */
export function readDate(cell: string, order: DateOrder): DateReading {
  const text = cell.trim();
  if (order === "epoch_seconds" || order === "epoch_milliseconds") {
    if (!/^\d{1,15}(?:\.0*)?$/u.test(text)) return unreadable;
    const milliseconds = Number(text) * (order === "epoch_seconds" ? 1000 : 1);
    return milliseconds < latest ? { instant: new Date(milliseconds) } : notExisting;
  }
  const first = yearFirst.exec(text) ?? compact.exec(text);
  if (first !== null) return instantOf(Number(first[1]), Number(first[2]), Number(first[3]), first.slice(4));
  if (order === "ymd") return unreadable;
  const last = yearLast.exec(text);
  if (last === null) return unreadable;
  const [, one = "", other = "", year = ""] = last;
  const [day, month] = order === "dmy" ? [one, other] : [other, one];
  return instantOf(fullYear(year), Number(month), Number(day), last.slice(4));
}
