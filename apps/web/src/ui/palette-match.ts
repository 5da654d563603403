export interface Match<T> {
  readonly entry: T;
  /** Where the words were found in the label, [start, end). */
  readonly spans: readonly (readonly [number, number])[];
}

const plain = (text: string): string => text.toLocaleLowerCase().normalize("NFC");

/** Entries whose label holds every word of the query, those that begin with it first; all of them for an empty query. */
export function matching<T extends { readonly label: string }>(query: string, entries: readonly T[]): Match<T>[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = entries.flatMap((entry) => {
    const label = plain(entry.label);
    const spans = words.map((word) => [label.indexOf(word), label.indexOf(word) + word.length] as const);
    return spans.every(([start]) => start >= 0) ? [{ entry, spans: spans.toSorted((a, b) => a[0] - b[0]) }] : [];
  });
  const rank = (match: Match<T>): number => (words.length === 0 || match.spans[0]?.[0] === 0 ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
