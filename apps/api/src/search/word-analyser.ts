import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { TextLanguage } from "@kuultu/domain/language";

import { finnishForms, otherGrades } from "#search/finnish-forms";
import { swedishForms } from "#search/swedish-forms";
import { type VoikkoAnalysis, voikkoBaseForms, voikkoLexemes } from "#search/voikko-lexemes";
import { type VoikkoAbsence, type VoikkoSetting, VoikkoThread } from "#search/voikko-thread";
import { WordCache } from "#search/word-cache";
import { WordStems } from "#search/word-stems";

/** What Finnish is read by. All other languages are stemmed. */
export type SearchEngine = "voikko" | "snowball";

/** Rises when the lexemes of a text change: what was indexed with an older one is to be indexed again. */
const lexemeVersion = 3;

/** What stands beside every vector: engine and version in one small number. */
export function vectorVersionOf(engine: SearchEngine): number {
  return lexemeVersion + (engine === "voikko" ? 100 : 0);
}

/** By what a vector was made. */
export function engineOf(vectorVersion: number): SearchEngine {
  return vectorVersion >= 100 ? "voikko" : "snowball";
}

/** What a word that is searched for is found by. Neither: a word that says nothing, such as "and". */
export interface SoughtWord {
  readonly lexemes: readonly string[];
  readonly prefixes: readonly string[];
}

/** In a vector of Voikko's: the stem of a word that it does not know, kept apart from base forms (kuusi is not kuu). */
const unknownStem = (stem: string) => `~${stem}`;

/** Stems from this length on also find the words that they begin: neuvont- finds neuvontapalvelu. */
export const prefixFrom = 6;
const remembered = 60_000;

/** Words and what they are found by. One for the process; what was looked up lately is remembered. */
export class WordAnalyser {
  readonly #stems = new WordStems();
  readonly #lexemes = new WordCache<readonly string[]>(remembered);

  private constructor(readonly voikko: VoikkoThread | null) {}

  /** With Voikko where it is installed; whether it is, is decided here, once. */
  static async open(setting?: VoikkoSetting): Promise<WordAnalyser> {
    return new WordAnalyser(await VoikkoThread.open(setting));
  }

  /** Stems alone. */
  static withoutVoikko(): WordAnalyser {
    return new WordAnalyser(null);
  }

  get engine(): SearchEngine {
    return this.voikko?.absence === null ? "voikko" : "snowball";
  }

  /** Why it is not Voikko; null where it is. */
  get voikkoAbsence(): VoikkoAbsence | null {
    return this.voikko === null ? "no-library" : this.voikko.absence;
  }

  get vectorVersion(): number {
    return vectorVersionOf(this.engine);
  }

  async stop(): Promise<void> {
    await this.voikko?.stop();
  }

  /** The lexemes under which each word of a text stands in its vector; none for words that say nothing. */
  async lexemes(
    tx: OrganisationTransaction,
    engine: SearchEngine,
    language: TextLanguage,
    words: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const known = new Map<string, readonly string[]>();
    const unknown: string[] = [];
    for (const word of words) {
      const lexemes = this.#lexemes.get(`${engine}:${language}:${word}`);
      if (lexemes === undefined) unknown.push(word);
      else known.set(word, lexemes);
    }
    if (unknown.length === 0) return known;
    const stems = await this.#stems.of(tx, language, unknown);
    const stemmed = unknown.filter((word) => stems.get(word) !== "");
    const analyses =
      engine === "voikko" && language === "fi" ? await this.#analysed(stemmed) : new Map<string, VoikkoAnalysis[]>();
    for (const word of unknown) {
      const stem = stems.get(word) ?? "";
      const lexemes = stem === "" ? [] : asIndexed(stem, analyses.get(word));
      known.set(word, lexemes);
      this.#lexemes.set(`${engine}:${language}:${word}`, lexemes);
    }
    return known;
  }

  /** What each word of a search is found by in texts of a language that were indexed by these engines. */
  async sought(
    tx: OrganisationTransaction,
    engines: readonly SearchEngine[],
    language: TextLanguage,
    words: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, SoughtWord>> {
    const forms = new Map([...words].map((word) => [word, formsIn(language, word)]));
    const stems = await this.#stems.of(tx, language, [...forms.values()].flat());
    const analyses =
      language === "fi" && engines.includes("voikko")
        ? await this.#analysed([...words])
        : new Map<string, VoikkoAnalysis[]>();
    const sought = new Map<string, SoughtWord>();
    for (const word of words) {
      const own = stems.get(word) ?? "";
      const all = own === "" ? [] : [own, ...(forms.get(word) ?? []).flatMap((form) => stems.get(form) ?? [])];
      if (own === "" || language !== "fi") {
        sought.set(word, { lexemes: [...new Set(all)].filter((stem) => stem !== ""), prefixes: [] });
        continue;
      }
      const found = { lexemes: new Set<string>(), prefixes: new Set<string>() };
      for (const stem of new Set([...all, ...otherGrades(own)].filter((one) => one === own || one.length > 1))) {
        if (engines.includes("snowball")) found[stem.length >= prefixFrom ? "prefixes" : "lexemes"].add(stem);
        if (engines.includes("voikko")) found.lexemes.add(unknownStem(stem));
      }
      if (engines.includes("voikko")) {
        const read = analyses.get(word) ?? [];
        // A word that Voikko does not know, or that it cannot be asked about, may be a base form or the part of a compound.
        for (const form of read.length > 0 ? voikkoBaseForms(word, read) : [word]) found.lexemes.add(form);
      }
      sought.set(word, { lexemes: [...found.lexemes], prefixes: [...found.prefixes] });
    }
    return sought;
  }

  async #analysed(words: readonly string[]): Promise<Map<string, VoikkoAnalysis[]>> {
    const analyses = new Map<string, VoikkoAnalysis[]>(words.map((word) => [word, []]));
    if (this.voikko === null) return analyses;
    const known = words.filter((word) => !/\d/u.test(word));
    for (const [index, found] of (await this.voikko.analyse(known)).entries()) {
      const word = known[index];
      if (word !== undefined) analyses.set(word, found);
    }
    return analyses;
  }
}

function formsIn(language: TextLanguage, word: string): readonly string[] {
  if (language === "fi") return finnishForms(word);
  return language === "sv" ? swedishForms(word) : [word];
}

/** `analyses` undefined: a vector without Voikko. */
function asIndexed(stem: string, analyses: readonly VoikkoAnalysis[] | undefined): readonly string[] {
  if (analyses === undefined) return [stem];
  return analyses.length > 0 ? voikkoLexemes(analyses) : [unknownStem(stem)];
}
