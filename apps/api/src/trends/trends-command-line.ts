import type { Command } from "commander";

import { languages } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { TrendPoint, TrendView } from "@kuultu/domain/trends/trend-view";

import { facetKeys } from "#trends/facet-keys";
import { trendFacets } from "#trends/trend-data";
import type { TrendFacet } from "#trends/trend-data";
import { listSeries, trendView } from "#trends/trends-queries";
import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext } from "#trpc/command-line";
import type { Scope } from "#trpc/scope";

interface TrendOptions {
  readonly organisation: string;
  readonly series: string;
  readonly by?: string;
  readonly round?: string;
  readonly compare?: string;
  readonly json?: boolean;
}

/** `trends`: the figures of the trend screen, suppressed alike. */
export function registerTrends(program: Command, context: CommandLineContext): void {
  program
    .command("trends")
    .description("the figures of a series by round")
    .requiredOption("--organisation <slug>", "which one")
    .requiredOption("--series <key>", "such as satisfaction-overall")
    .option("--by <facet>", `split by ${trendFacets.join(", ")}`)
    .option("--round <name>", "only this round")
    .option("--compare <A,B>", "two rounds or years, such as 2021-2,2020")
    .option("--json", "machine output")
    .action((options: TrendOptions) =>
      context.inOrganisation(options.organisation, async (scope) => {
        const by = facetNamed(options.by);
        const view = await viewOf(scope, options, by);
        const rounds = [...new Set(view.points.map(({ round }) => round))];
        if (options.round !== undefined && !rounds.includes(options.round))
          throw new UsageProblem(`The series has no round "${options.round}": choose of ${rounds.join(", ")}.`);
        const keys = by === undefined ? new Map<string, string>() : await facetKeys(scope, by);
        const points = view.points
          .filter((point) => options.round === undefined || point.round === options.round)
          .map((point) => ({ ...point, by: point.by === null ? null : (keys.get(point.by) ?? point.by) }));
        if (options.json) context.print(JSON.stringify(trendJson(view, points)));
        else for (const line of trendLines(view, points)) context.print(line);
        return 0;
      }),
    );
}

/** The figures; one line where the series, or what is to be compared, is not there. */
async function viewOf(scope: Scope, options: TrendOptions, by: TrendFacet | undefined): Promise<TrendView> {
  const { series, compare } = options;
  const known = (await listSeries(scope)).map(({ key }) => key);
  if (!known.includes(series)) throw new UsageProblem(`There is no series "${series}": choose of ${known.join(", ")}.`);
  return trendView(scope, { series, by, compare: comparisonNamed(compare) }).catch((error: unknown) => {
    const missing = error instanceof RuleViolation && error.code === "not-found" && compare !== undefined;
    throw missing ? new UsageProblem(`The series has no two rounds or years "${compare}".`) : error;
  });
}

function facetNamed(name: string | undefined): TrendFacet | undefined {
  if (name === undefined) return undefined;
  const facet = trendFacets.find((known) => known === name.replaceAll("-", "_"));
  if (facet === undefined) throw new UsageProblem(`There is no facet "${name}": choose of ${trendFacets.join(", ")}.`);
  return facet;
}

function comparisonNamed(text: string | undefined): { a: string; b: string } | undefined {
  if (text === undefined) return undefined;
  const [a, b, ...more] = text.split(",").map((part) => part.trim());
  if (!a || !b || more.length > 0)
    throw new UsageProblem("Give --compare two rounds or years with a comma between, such as 2021-2,2020.");
  return { a, b };
}

/** A figure from a report stands in `mean` too, where the state says that it is one. */
function pointJson(point: TrendPoint) {
  const { published, ...figures } = point;
  const mean = point.state === "published-figure" && published?.figure === "mean" ? published.value : point.mean;
  return { ...figures, mean, published };
}

function trendJson(view: TrendView, points: readonly TrendPoint[]) {
  return {
    series: view.series,
    names: view.names,
    points: points.map(pointJson),
    pools: view.pools,
    edges: view.edges.map(({ from, to, kind, notes }) => ({ from, to, kind, note: notes.en ?? notes.fi ?? "", notes })),
    comparison: view.comparison,
    sentence: Object.fromEntries(languages.map((language) => [language, sentenceIn(view, language)])),
    flags: view.flags,
  };
}

function sentenceIn(view: TrendView, language: (typeof languages)[number]): string {
  const { fact, judgement } = view.sentence[language];
  return [fact, judgement].filter((part) => part !== "").join(" ");
}

function* trendLines(view: TrendView, points: readonly TrendPoint[]): Generator<string> {
  yield sentenceIn(view, "en");
  for (const point of points) {
    const { round, by, state, n, mean, low, high } = pointJson(point);
    const figures = mean === null ? state : [mean, low === null ? state : `${low}–${high}`].join("  ");
    yield [round, by ?? "", n === null ? "" : `n ${n}`, figures].filter((part) => part !== "").join("  ");
  }
  for (const pool of view.pools)
    yield [pool.label, pool.n === null ? "" : `n ${pool.n}`, pool.mean ?? pool.state].join("  ");
}
