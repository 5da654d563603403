import { readSearch, textUpTo } from "#app/search-part";

/** Which section is open; none named: the first that one may see. */
export const readSettingsSearch = readSearch({ section: textUpTo(100) });
