import type { Person } from "@kuultu/domain/feedback/note";

/** A name that is being typed after "@": where the sign stands, and what follows it up to the caret. */
export interface TypedMention {
  readonly start: number;
  readonly query: string;
}

const longestQuery = 40;

/** The name being typed at the caret; an "@" inside a word, as in an e-mail address, names nobody. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const start = text.lastIndexOf("@", caret - 1);
  if (start === -1) return null;
  const query = text.slice(start + 1, caret);
  const begins = start === 0 || /[\s(,;]/u.test(text[start - 1] ?? "");
  if (!begins || query.length > longestQuery || /[\n@]/u.test(query) || query.startsWith(" ")) return null;
  return { start, query };
}

/** People whose name, or a later part of it, begins with what is typed; whoever is named whole already is not offered again. */
export function offeredPeople(people: readonly Person[], query: string): Person[] {
  const wanted = query.toLowerCase();
  return people
    .filter(({ name }) => {
      const known = name.toLowerCase();
      return known.startsWith(wanted) || known.includes(` ${wanted}`);
    })
    .slice(0, 6);
}

/** The text with the typed name completed, and where the caret then stands. */
export function withMention(
  text: string,
  caret: number,
  { start }: TypedMention,
  name: string,
): { readonly text: string; readonly caret: number } {
  const before = `${text.slice(0, start)}@${name} `;
  return { text: before + text.slice(caret).replace(/^ /u, ""), caret: before.length };
}

/** A part of a note; `personId`: it names somebody. */
export interface NotePart {
  readonly start: number;
  readonly text: string;
  readonly personId: string | null;
}

/** A note cut where people are named in it. The longest name wins: "@Demo Annala" does not name Demo Anna. */
export function noteParts(body: string, people: readonly Person[]): NotePart[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const parts: NotePart[] = [];
  let plainFrom = 0;
  for (let at = body.indexOf("@"); at !== -1; at = body.indexOf("@", at + 1)) {
    const named = byLength.find(
      ({ name }) => body.startsWith(name, at + 1) && !/^[\p{L}\p{N}]/u.test(body.slice(at + 1 + name.length)),
    );
    if (named === undefined) continue;
    if (at > plainFrom) parts.push({ start: plainFrom, text: body.slice(plainFrom, at), personId: null });
    const end = at + 1 + named.name.length;
    parts.push({ start: at, text: body.slice(at, end), personId: named.id });
    plainFrom = end;
  }
  if (plainFrom < body.length) parts.push({ start: plainFrom, text: body.slice(plainFrom), personId: null });
  return parts;
}

/** Ids of those who are named in a note, each once. */
export function peopleNamed(body: string, people: readonly Person[]): string[] {
  return [...new Set(noteParts(body, people).flatMap(({ personId }) => personId ?? []))];
}
