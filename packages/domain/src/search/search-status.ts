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
