/** Rises when `vectorSql` changes: rows with an older one are to be indexed again. Stored beside every vector. */
export const vectorVersion = 1;

const configurations = { fi: "finnish", sv: "swedish", en: "english", ru: "russian", und: "simple" } as const;

/** Longer texts are found by their beginning: PostgreSQL refuses a vector over 1 MB. */
const indexedCharacters = 100_000;

/**
 * The vector of a text as an SQL expression. The arguments are SQL expressions: the language code (`fi`, …, `und`), title and body.
 * No unaccent: Finnish and Swedish stemmers need their letters.
 */
export function vectorSql(language: string, title: string, body: string): string {
  const cases = Object.entries(configurations)
    .map(([code, configuration]) => `WHEN '${code}' THEN 'pg_catalog.${configuration}'::regconfig`)
    .join(" ");
  const configuration = `CASE ${language} ${cases} ELSE 'pg_catalog.simple'::regconfig END`;
  const vectorOf = (text: string) => `to_tsvector(${configuration}, left(${text}, ${indexedCharacters}))`;
  return `(setweight(${vectorOf(title)}, 'A') || setweight(${vectorOf(body)}, 'B'))`;
}

/** What is searched for, apart from what must not occur: the two parameters of `searchQuerySql`. */
export interface SearchTerms {
  readonly wanted: string;
  readonly unwanted: string;
}

const isUnwanted = (term: string) => term.length > 1 && term.startsWith("-");

/** Splits a search as typed: words and quoted phrases after a minus are unwanted, everything else is wanted. */
export function searchTerms(search: string): SearchTerms {
  const terms = search.match(/-?"[^"]*"?|\S+/gu) ?? [];
  return {
    wanted: terms.filter((term) => !isUnwanted(term)).join(" "),
    unwanted: terms
      .filter(isUnwanted)
      .map((term) => term.slice(1))
      .join(" or "),
  };
}

const inEveryLanguage = (text: string) =>
  Object.values(configurations)
    .map((configuration) => `websearch_to_tsquery('pg_catalog.${configuration}'::regconfig, ${text})`)
    .join(" || ");

/**
 * The query as an SQL expression over two text parameters (`$2`, `$3`). The words are stemmed in every language that a text may have;
 * a minus holds across languages, else the Swedish reading of a Finnish word would let its text through.
 */
export function searchQuerySql(wanted: string, unwanted: string): string {
  return `((${inEveryLanguage(wanted)}) && !!(${inEveryLanguage(unwanted)}))`;
}
