/** What Voikko says of a word in one of its readings. `wordBases` is null where it does not say. */
export interface VoikkoAnalysis {
  readonly baseForm: string;
  /** "=" before each part of a compound, one letter for each of the word's: "=ppppp=ppppppppp=pppp". */
  readonly structure: string;
  /** "+luvan(lupa)+käsittel(käsitellä)+y(+y)+aika(aika)". */
  readonly wordBases: string | null;
}

const participle = /^\+[^+()]+\(([^()=]+)\)\+n\+[uy]t\(\+[uy]t\)$/u;

/** More would be a chain of nonsense, and runs grow with the square. */
const mostParts = 6;

/**
 * What a Finnish word is found by: its base form, and of a compound every run of its parts in base form:
 * luvankäsittelyajan → luvankäsittelyaika, käsittelyaika, luvankäsittely, lupa, käsittely, aika.
 */
export function voikkoLexemes(analyses: readonly VoikkoAnalysis[]): string[] {
  const cut = analyses.map((analysis) => ({ analysis, lengths: partLengths(analysis.structure) }));
  // A word that is whole in one reading is no compound by accident in another (asiakas is not asia + kas).
  const fewest = Math.min(...cut.map(({ lengths }) => lengths.length));
  const lexemes = new Set<string>();
  for (const { analysis, lengths } of cut) {
    if (lengths.length > fewest) continue;
    for (const run of runsOf(analysis, lengths)) lexemes.add(run.toLowerCase());
  }
  return [...lexemes];
}

/** The base forms alone: what a word that is searched for stands for. One that is itself a base form stands for itself only. */
export function voikkoBaseForms(word: string, analyses: readonly VoikkoAnalysis[]): string[] {
  const forms = [...new Set(analyses.map(({ baseForm }) => baseForm.toLowerCase()))];
  return forms.includes(word) ? [word] : forms;
}

function partLengths(structure: string): number[] {
  return structure
    .split("=")
    .map((part) => part.length)
    .filter((length) => length > 0);
}

function* runsOf(analysis: VoikkoAnalysis, lengths: readonly number[]): Generator<string> {
  yield analysis.baseForm;
  // en löytänyt: for Voikko an adjective, for people a form of löytää.
  const verb = participle.exec(analysis.wordBases ?? "")?.[1];
  if (verb !== undefined) yield verb;
  if (lengths.length < 2 || lengths.length > mostParts) return;
  const written = writtenParts(analysis.baseForm, lengths);
  const bases = baseParts(analysis, written);
  for (let from = 0; from < written.length; from += 1) {
    let before = "";
    for (let to = from; to < written.length; to += 1) {
      const run = `${before}${bases[to] ?? ""}`;
      if (run.length > 1) yield run;
      before += written[to] ?? "";
    }
  }
}

/** The parts as they stand in the base form: all but the last as they were written. Hyphens belong to no part. */
function writtenParts(baseForm: string, lengths: readonly number[]): string[] {
  let from = 0;
  return lengths.map((length, index) => {
    const part = baseForm.slice(from, index === lengths.length - 1 ? undefined : from + length);
    from += length;
    return part.replace(/^-|-$/gu, "");
  });
}

/** Each part in its own base form (luvan → lupa); as written where Voikko does not say. */
function baseParts({ wordBases }: VoikkoAnalysis, written: readonly string[]): string[] {
  const last = written.length - 1;
  const entries = entriesOf(wordBases ?? "");
  return written.map((part, index) => {
    if (index === last) return part;
    let joined = "";
    while (entries.length > 0 && joined.length < part.length) {
      const entry = entries.shift();
      if (entry === undefined) break;
      // One entry for several parts: maahanmuutto(maahan=muutto).
      if (joined === "" && entry.written.length > part.length && entry.base.includes("=")) {
        const [own = part, ...rest] = entry.base.split("=");
        entries.unshift({ written: entry.written.slice(part.length), base: rest.join("=") });
        return own;
      }
      joined += entry.written;
      // An ending that only lacks its beginning is no other form: neuvo-nta (+ta).
      if (joined.length === part.length && !entry.written.endsWith(entry.base))
        return part.slice(0, part.length - entry.written.length) + entry.base;
    }
    return part;
  });
}

interface Entry {
  readonly written: string;
  readonly base: string;
}

function entriesOf(wordBases: string): Entry[] {
  return [...wordBases.matchAll(/\+([^+()]+)(?:\(\+?([^()]*)\))?/gu)]
    .map(([, written = "", base]) => ({ written, base: base ?? written }))
    .filter(({ written }) => written !== "-");
}
