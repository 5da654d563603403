/**
 * Which rows of the list are chosen. `anchor` is where an extension begins; `base` is what was chosen before it began, so that
 * an extension which turns back lets go of what it had taken.
 */
export interface RowChoice {
  readonly ids: readonly string[];
  readonly base: readonly string[];
  readonly anchor: string | null;
  /** Not only the chosen rows: everything that the filter matches. */
  readonly allThatMatch: boolean;
}

export const nothingChosen: RowChoice = { ids: [], base: [], anchor: null, allThatMatch: false };

/** One row more or less; the next extension begins from it. */
export function toggled(choice: RowChoice, id: string): RowChoice {
  const ids = choice.ids.includes(id) ? choice.ids.filter((each) => each !== id) : [...choice.ids, id];
  return { ids, base: ids, anchor: id, allThatMatch: false };
}

/** From the anchor to `id`, in the order of the list; `from` is the anchor where there is none yet. */
export function extended(choice: RowChoice, order: readonly string[], from: string, id: string): RowChoice {
  const known = choice.anchor !== null && order.includes(choice.anchor);
  const anchor = known && choice.anchor !== null ? choice.anchor : from;
  const base = known ? choice.base : choice.ids;
  const [start, end] = [order.indexOf(anchor), order.indexOf(id)].toSorted((a, b) => a - b);
  if (start === undefined || end === undefined || start < 0) return choice;
  const ids = [...new Set([...base, ...order.slice(start, end + 1)])];
  return { ids, base, anchor, allThatMatch: false };
}

/** Every row that has been fetched. */
export function wholly(order: readonly string[]): RowChoice {
  return { ids: order, base: order, anchor: null, allThatMatch: false };
}

/** What is left of a choice when rows have gone from the list; the same object where none has. */
export function stillListed(choice: RowChoice, order: readonly string[]): RowChoice {
  if (choice.ids.length === 0 && !choice.allThatMatch) return choice;
  const listed = new Set(order);
  if (choice.allThatMatch ? listed.size === 0 : !choice.ids.some((id) => listed.has(id))) return nothingChosen;
  if (choice.ids.every((id) => listed.has(id))) return choice;
  const ids = choice.ids.filter((id) => listed.has(id));
  return { ...choice, ids, base: choice.base.filter((id) => listed.has(id)) };
}
