import { readSearch } from "#app/search-part";

import { feedbackParts } from "./feedback-search.ts";

const { roundId, source, serviceId } = feedbackParts;

/** What stands in the URL of the flow: what it is narrowed to. A value that makes no sense is left out. */
export const readFlowSearch = readSearch({ roundId, source, serviceId });
