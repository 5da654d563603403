/** Reads one part of what stands behind the ? of an address; undefined where it makes no sense. */
export type SearchPart<T> = (value: unknown) => T | undefined;

/**
 * What a screen reads of its address: a part that makes no sense is left out, and so is what nobody asked for. Plain
 * functions instead of the schemas of the domain, which would weigh on the first load of every room.
 */
export function readSearch<Parts extends Readonly<Record<string, SearchPart<unknown>>>>(
  parts: Parts,
): (search: Readonly<Record<string, unknown>>) => SearchOf<Parts> {
  return (search) =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, read]) => {
        const value = read(search[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as SearchOf<Parts>;
}

/** What comes out of the reading of such parts. */
export type SearchOf<Parts extends Readonly<Record<string, SearchPart<unknown>>>> = {
  [Name in keyof Parts]?: ReturnType<Parts[Name]>;
};

export function oneOf<const T extends string>(values: readonly T[]): SearchPart<T> {
  return (value) => values.find((each) => each === value);
}

export function either<A, B>(one: SearchPart<A>, other: SearchPart<B>): SearchPart<A | B> {
  return (value) => one(value) ?? other(value);
}

/** A text of 1 to so many signs, without the spaces around it. */
export function textUpTo(most: number): SearchPart<string> {
  return (value) => {
    const text = typeof value === "string" ? value.trim() : "";
    return text.length > 0 && text.length <= most ? text : undefined;
  };
}

export function textLike(pattern: RegExp): SearchPart<string> {
  return (value) => (typeof value === "string" && pattern.test(value) ? value : undefined);
}

export const truth: SearchPart<boolean> = (value) => (typeof value === "boolean" ? value : undefined);

/** As the domain's `idSchema`: a UUID of any version. */
export const anId = textLike(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu);

/** As the domain's `daySchema`: a day that there is in the calendar, YYYY-MM-DD, from 1900 to 2199. */
export const aDay: SearchPart<string> = (value) => {
  if (typeof value !== "string" || !/^(?:19|2[01])\d\d-\d\d-\d\d$/u.test(value)) return undefined;
  const instant = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== value ? undefined : value;
};
