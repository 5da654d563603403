/** How the values of a facet stand: a closed list as it is, an open one by how many items each would leave. */
export type FacetOrder = "fixed" | "by-count";

/** As many values stand in sight before the rest is asked for. */
const shownAtFirst = 8;
/** So few values are all there always, those that nothing has dimmed. */
const wholeUpTo = 5;

interface Counted<V extends string> {
  readonly values: readonly V[];
  readonly countOf: (value: V) => number;
}

/** Where the values of a facet stand while one works with one list. */
export interface Arrangement<V extends string> {
  readonly order: readonly V[];
  readonly inSight: readonly V[];
}

export const isFew = (values: readonly unknown[]): boolean => values.length <= wholeUpTo;

/** The values as they will stand until another list is asked for; in sight are those that items have, the most frequent of many. */
export function arranged<V extends string>({ values, countOf }: Counted<V>, order: FacetOrder): Arrangement<V> {
  const byCount = values.toSorted((a, b) => countOf(b) - countOf(a));
  return {
    order: order === "fixed" ? [...values] : byCount,
    inSight: isFew(values) ? [...values] : byCount.filter((value) => countOf(value) > 0).slice(0, shownAtFirst),
  };
}

/** The arrangement with the counts of now: nothing moves or goes; what is new or chosen meanwhile comes into sight where there is room. */
export function keptInPlace<V extends string>(
  { order, inSight }: Arrangement<V>,
  { values, countOf }: Counted<V>,
  chosen: V | undefined,
): Arrangement<V> {
  const there = new Set(values);
  const known = new Set(order);
  const now = [...order.filter((value) => there.has(value)), ...values.filter((value) => !known.has(value))];
  const seen = new Set(inSight);
  const room = Math.max(0, shownAtFirst - seen.size);
  const more = now.filter((value) => !seen.has(value) && countOf(value) > 0).slice(0, room);
  return { order: now, inSight: now.filter((value) => seen.has(value) || more.includes(value) || value === chosen) };
}
