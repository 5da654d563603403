import { z } from "zod";

import { searchSchema } from "#feedback/feedback-filter";
import type { TextSpan } from "#feedback/feedback-view";
import { idSchema } from "#identifier";

/** What Finnish is searched by: base forms and parts of compounds, or stems. */
export type SearchEngineName = "voikko" | "snowball";

/** How search stands in an organisation. */
export interface SearchStatus {
  readonly engine: SearchEngineName;
  /** Why it is not Voikko; null where it is. */
  readonly voikkoAbsence: "no-library" | "no-dictionary" | "broken" | null;
  /** Texts looked at of those there were at the start; null while none is under way. */
  readonly indexing: { readonly done: number; readonly total: number } | null;
  /** When all were last indexed anew, ISO 8601; null where they never had to be. */
  readonly indexedAt: string | null;
}

/** Where the open item holds what was searched for. */
export const itemHitsSchema = z.object({ itemId: idSchema, search: searchSchema });
export type ItemHitsInput = z.infer<typeof itemHitsSchema>;

/** Offsets into the masked title and body. */
export interface ItemHits {
  readonly title: readonly TextSpan[];
  readonly body: readonly TextSpan[];
}
