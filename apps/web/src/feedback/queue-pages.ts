import type { InfiniteData } from "@tanstack/react-query";

interface Page {
  readonly rows: readonly { readonly id: string }[];
}
type RowOf<P extends Page> = P["rows"][number];

/** The list with one row changed; pages and rows that it does not touch stay the same objects. */
export function withChangedRow<P extends Page>(
  list: InfiniteData<P>,
  id: string,
  change: (row: RowOf<P>) => RowOf<P>,
): InfiniteData<P> {
  const at = list.pages.findIndex((page) => page.rows.some((row) => row.id === id));
  const page = list.pages[at];
  if (page === undefined) return list;
  const rows = page.rows.map((row) => (row.id === id ? change(row) : row));
  return { ...list, pages: list.pages.with(at, { ...page, rows }) };
}

/**
 * The list without one row. A page that is left empty goes too, and the one after it begins where the empty one began: between
 * them nothing matches any more. So a day of decisions leaves no trail of empty pages, and a refetch asks for what is there.
 */
export function withoutRow<P extends Page>(list: InfiniteData<P>, id: string): InfiniteData<P> {
  const at = list.pages.findIndex((page) => page.rows.some((row) => row.id === id));
  const page = list.pages[at];
  if (page === undefined) return list;
  const rows = page.rows.filter((row) => row.id !== id);
  if (rows.length > 0 || at === list.pages.length - 1) {
    return { ...list, pages: list.pages.with(at, { ...page, rows }) };
  }
  return { pages: list.pages.toSpliced(at, 1), pageParams: list.pageParams.toSpliced(at + 1, 1) };
}
