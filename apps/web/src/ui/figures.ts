/** Numbers, days and ages as the language of the screen writes them. Every function takes the language tag first. */

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function kept<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const found = cache.get(key) as T | undefined;
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

/** Swedish as in Finland, and English with European dates: nobody here writes the month first. */
const tags: Readonly<Record<string, string>> = { sv: "sv-FI", en: "en-GB" };
const tag = (language: string): string => tags[language] ?? language;

/** 12 345 */
export function wholeNumber(language: string, value: number): string {
  return kept(`whole ${language}`, () => new Intl.NumberFormat(tag(language), { maximumFractionDigits: 0 })).format(
    value,
  );
}

/** 3,55: a decimal text of the server ("3.55") or a number, with exactly so many decimals. */
export function decimal(language: string, value: string | number, decimals = 2): string {
  return kept(
    `decimal ${language} ${decimals}`,
    () => new Intl.NumberFormat(tag(language), { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  ).format(Number(value));
}

/** +0,05 with a real minus sign; 0 has no sign. */
export function signedDecimal(language: string, value: string | number, decimals = 2): string {
  return kept(
    `signed ${language} ${decimals}`,
    () =>
      new Intl.NumberFormat(tag(language), {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: "exceptZero",
      }),
  )
    .format(Number(value))
    .replace("-", "−");
}

/** 28 % of a share 0–1. A share short of 1 never shows as 100 %: 371 of 372 is 99,7 %. */
export function share(language: string, value: number, decimals = 0): string {
  const shown = Math.round(value * 100 * 10 ** decimals) / 10 ** decimals;
  if ((shown >= 100 && value < 1) || (shown <= 0 && value > 0)) {
    if (decimals < 3) return share(language, value, decimals + 1);
  }
  return kept(
    `share ${language} ${decimals}`,
    () =>
      new Intl.NumberFormat(tag(language), {
        style: "percent",
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  ).format(value);
}

const noonOf = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

/** 5.12.2021 from YYYY-MM-DD. */
export function day(language: string, value: string): string {
  return kept(
    `day ${language}`,
    () =>
      new Intl.DateTimeFormat(tag(language), { day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" }),
  ).format(noonOf(value));
}

/** 5.12. from YYYY-MM-DD. */
function dayOfMonth(language: string, value: string): string {
  return kept(
    `month-day ${language}`,
    () => new Intl.DateTimeFormat(tag(language), { day: "numeric", month: "numeric", timeZone: "UTC" }),
  ).format(noonOf(value));
}

/** 5.12. in the year of today, 5.12.2021 in any other. Both YYYY-MM-DD. */
export function dayNear(language: string, value: string, today: string): string {
  return value.slice(0, 4) === today.slice(0, 4) ? dayOfMonth(language, value) : day(language, value);
}

/** "pe 10.12.": the weekday and the day, with the year where it is another than that of today. Both YYYY-MM-DD. */
export function weekdayNear(language: string, value: string, today: string): string {
  const weekday = kept(
    `weekday ${language}`,
    () => new Intl.DateTimeFormat(tag(language), { weekday: "short", timeZone: "UTC" }),
  ).format(noonOf(value));
  return `${weekday} ${dayNear(language, value, today)}`;
}

/** 9.14 from an ISO instant, on the clock of Helsinki. */
export function timeOfDay(language: string, instant: string): string {
  return kept(
    `time ${language}`,
    () => new Intl.DateTimeFormat(tag(language), { hour: "numeric", minute: "2-digit", timeZone: "Europe/Helsinki" }),
  ).format(new Date(instant));
}

/** YYYY-MM-DD in Helsinki of an ISO instant. */
export function dayOfInstant(instant: string): string {
  return kept(
    "iso-day",
    () => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Europe/Helsinki" }),
  ).format(new Date(instant));
}

/** Whole calendar days from one YYYY-MM-DD to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / 86_400_000);
}

/** "4 pv", "3 kk", "2 v": how old something is, in the largest unit that is at least two (a day where younger). */
export function age(language: string, from: string, today: string): string {
  return ageInDays(language, daysBetween(from, today));
}

/** The same of so many days. */
export function ageInDays(language: string, days: number): string {
  const [value, unit] =
    days < 60
      ? [Math.max(0, days), "day"]
      : days < 730
        ? [Math.floor(days / 30.44), "month"]
        : [Math.floor(days / 365.25), "year"];
  return kept(
    `age ${language} ${unit}`,
    () => new Intl.NumberFormat(tag(language), { style: "unit", unit, unitDisplay: "short" }),
  ).format(value);
}

/** "suomi", "svenska" …: the name of a language, as the language of the screen calls it. */
export function languageName(language: string, code: string): string {
  return new Intl.DisplayNames([tag(language)], { type: "language" }).of(code) ?? code;
}

/** Puts names in the order of the language of the screen. */
export function inOrder<T>(language: string, rows: readonly T[], name: (row: T) => string): T[] {
  const collator = new Intl.Collator(tag(language), { numeric: true });
  return rows.toSorted((a, b) => collator.compare(name(a), name(b)));
}
