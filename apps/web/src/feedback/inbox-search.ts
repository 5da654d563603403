import { readSearch, truth } from "#app/search-part";

/** What stands in the address of the inbox. */
export const readInboxSearch = readSearch({ unread: truth });
