import { anId, either, oneOf, readSearch, type SearchOf } from "#app/search-part";

const parts = {
  view: oneOf(["board", "table"]),
  ownerId: anId,
  /** Mentions of this round; `all`: of every round; absent: of the newest round that has feedback. */
  round: either(oneOf(["all"]), anId),
};

/** What the themes screen shows, as it stands in the URL. */
export const readThemeSearch = readSearch(parts);
export type ThemeSearch = SearchOf<typeof parts>;
