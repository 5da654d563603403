import { readSearch, type SearchOf, textLike, textUpTo } from "#app/search-part";

const parts = {
  /** Key of a series. */
  series: textUpTo(100),
  /** A facet, `battery-<prefix>`, or `none`; absent: the battery of the survey, if it has one. */
  by: textUpTo(100),
  /** "2021-2,2020": what is compared with what; absent: the usual comparison. */
  compare: textLike(/^[^,]+,[^,]+$/u),
};

/** What the trends screen shows, as it stands in the URL. Unknown or broken values are as if they were not there. */
export const readTrendSearch = readSearch(parts);
export type TrendSearch = SearchOf<typeof parts>;

/** The two sides of a comparison in the URL. */
export function comparedSides(compare: string | undefined): { readonly a: string; readonly b: string } | undefined {
  const [a, b] = compare?.split(",") ?? [];
  return a === undefined || b === undefined ? undefined : { a, b };
}
