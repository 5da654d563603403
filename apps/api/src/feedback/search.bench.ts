import { listFeedback } from "#feedback/feedback-list-queries";
import { WordAnalyser } from "#search/word-analyser";
import { benchWords } from "#testing/bench-texts";
import { type Comparison, contend, type Wanted } from "#testing/comparison";
import { finnishPairs } from "#testing/search-pairs";
import { searchQuality } from "#testing/search-quality";
import type { Scope } from "#trpc/scope";

const runs = 40;

/** Searches by how many texts have the word, newest 50 with their passages; and how well either engine finds Finnish words. */
export async function* benchSearch(
  { scope, size }: { readonly scope: Scope; readonly size: number },
  wanted: Wanted,
): AsyncGenerator<Comparison> {
  const searching = (search: string) => async () => {
    const { rows } = await listFeedback(scope, { filter: { search }, order: "newest", limit: 50 });
    if (rows.length === 0) throw new Error(`Nothing was found by ${search}`);
  };
  const { rare, middling, common } = benchWords;
  const against = [
    ["feedback.search.rare-to-middling", rare, middling, 3],
    ["feedback.search.common-to-rare", common, rare, 1],
  ] as const;
  for (const [name, ours, plain, limit] of against)
    if (wanted(name)) yield await contend({ name, size, limit, runs, ours: searching(ours), plain: searching(plain) });
  if (!wanted("feedback.search.quality")) return;
  yield* quality(scope, size, WordAnalyser.withoutVoikko(), { recall: 74, precision: 90 });
  const voikko = await WordAnalyser.open();
  if (voikko.engine === "voikko") yield* quality(scope, size, voikko, { recall: 95, precision: 95 });
  await voikko.stop();
}

/** Over our pairs of searches and texts, in per cent; `plain` is what finds all and nothing else. */
async function* quality(
  scope: Scope,
  size: number,
  analyser: WordAnalyser,
  limits: { readonly recall: number; readonly precision: number },
): AsyncGenerator<Comparison> {
  const measured = await scope.transaction((tx) => searchQuality(tx, analyser, "fi", finnishPairs));
  for (const name of ["recall", "precision"] as const) {
    const ours = 100 * measured[name];
    yield {
      name: `feedback.search.quality.${analyser.engine}.${name}`,
      size,
      ours,
      plain: 100,
      unit: "%",
      ratio: ours / 100,
      limit: limits[name] / 100,
      wanted: "at least",
      runs: finnishPairs.length,
      min: ours,
      max: ours,
    };
  }
}
