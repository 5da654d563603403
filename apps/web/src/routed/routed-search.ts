import { routingClasses } from "@kuultu/domain/feedback/triage-status";

import { anId, oneOf, readSearch, type SearchOf, truth } from "#app/search-part";

const parts = { routingClass: oneOf(routingClasses), settled: truth, item: anId };

/** What stands in the URL of the registrar's room. A value that makes no sense is left out. */
export const readRoutedSearch = readSearch(parts);
export type RoutedSearch = SearchOf<typeof parts>;
