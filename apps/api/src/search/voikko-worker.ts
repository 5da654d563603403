// A thread of its own: Voikko takes microseconds for a word, and an import has a hundred thousand of them.
import { parentPort, workerData } from "node:worker_threads";

import type { VoikkoReply, VoikkoRequest, VoikkoSetting } from "#search/voikko-thread";
import type { VoikkoAnalysis } from "#search/voikko-lexemes";

type Analyse = (word: string) => VoikkoAnalysis[];

/** Words that are longer, Voikko does not look at. */
const longestWord = 255;

class NoDictionary extends Error {}

async function openVoikko({ libraries, dictionaries, language = "fi" }: VoikkoSetting): Promise<Analyse> {
  const { default: koffi } = await import("koffi");
  const load = () => {
    let problem: unknown;
    for (const library of libraries) {
      try {
        return koffi.load(library);
      } catch (error) {
        problem = error;
      }
    }
    throw problem;
  };
  const library = load();
  const init = library.func("void *voikkoInit(_Out_ const char **error, const char *language, const char *path)");
  const analyseWord = library.func("void *voikkoAnalyzeWordCstr(void *handle, const char *word)");
  const freeAnalyses = library.func("void voikko_free_mor_analysis(void *analyses)");
  const valueOf = library.func("void *voikko_mor_analysis_value_cstr(void *analysis, const char *key)");
  const freeValue = library.func("void voikko_free_mor_analysis_value_cstr(void *value)");

  const problem: (string | null)[] = [null];
  const handle: unknown = init(problem, language, dictionaries);
  if (handle === null) throw new NoDictionary(problem[0] ?? "");

  const text = (analysis: unknown, key: string): string | null => {
    const value: unknown = valueOf(analysis, key);
    if (value === null) return null;
    const read: unknown = koffi.decode(value, "char", -1);
    freeValue(value);
    return typeof read === "string" ? read : null;
  };
  const pointer = koffi.sizeof("void *");
  return (word) => {
    const analyses: unknown = analyseWord(handle, word);
    if (analyses === null) return [];
    const read: VoikkoAnalysis[] = [];
    for (let index = 0; ; index += 1) {
      const analysis: unknown = koffi.decode(analyses, index * pointer, "void *");
      if (analysis === null) break;
      const baseForm = text(analysis, "BASEFORM");
      const structure = text(analysis, "STRUCTURE");
      if (baseForm !== null && structure !== null)
        read.push({ baseForm, structure, wordBases: text(analysis, "WORDBASES") });
    }
    freeAnalyses(analyses);
    return read;
  };
}

/** People write names without their capital, too. */
function withCapitals(analyse: Analyse): Analyse {
  return (word) => {
    if (word.length > longestWord) return [];
    const found = analyse(word);
    return found.length > 0 ? found : analyse(word.charAt(0).toUpperCase() + word.slice(1));
  };
}

const reply = (message: VoikkoReply) => parentPort?.postMessage(message, []);

try {
  const analyse = withCapitals(await openVoikko(workerData as VoikkoSetting));
  parentPort?.on("message", ({ id, words }: VoikkoRequest) => {
    reply({ id, analyses: words.map(analyse) });
  });
  reply({ state: "ready" });
} catch (error) {
  reply({ state: error instanceof NoDictionary ? "no-dictionary" : "no-library" });
}
