import { parseArgs } from "node:util";

import { openBenchWorld } from "#testing/bench-world";
import type { BenchWorld } from "#testing/bench-world";
import type { Comparison, Wanted } from "#testing/comparison";

/** What a feature measures: comparisons whose names begin with the feature. What is not wanted it need not measure. */
type Bench = (world: BenchWorld, sizes: readonly number[], wanted: Wanted) => AsyncGenerator<Comparison>;

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  feedback: async () => (await import("#feedback/feedback.bench")).benchFeedback,
  intake: async () => (await import("#intake/intake.bench")).benchIntake,
  screen: async () => (await import("#testing/screen.bench")).benchScreen,
  trends: async () => (await import("#trends/trends.bench")).benchTrends,
};

const { values, positionals } = parseArgs({
  /** Which comparisons, by how their names begin: `feedback`, `feedback.counts`; all where none is named. */
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    /** Numbers of items, with commas between; smaller ones for a quick look. */
    sizes: { type: "string", default: "100000,1000000" },
    /** With 10 000 000 items too: some 15 GB of disk and half an hour. */
    huge: { type: "boolean", default: false },
  },
});
const sizes = [...values.sizes.split(",").map(Number), ...(values.huge ? [10_000_000] : [])];
const wanted: Wanted = (name) =>
  positionals.length === 0 || positionals.some((only) => name.startsWith(only) || only.startsWith(`${name}.`));

const figure = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

function line({ name, size, ours, plain, unit, ratio, limit, wanted: side, runs, min, max }: Comparison): string {
  const met = side === "at most" ? ratio <= limit : ratio >= limit;
  return [
    met ? "met   " : "missed",
    name.padEnd(44),
    figure.format(size).padStart(9),
    `ours ${figure.format(ours)} ${unit} (${figure.format(min)}–${figure.format(max)}, ${runs} runs)`,
    `plain ${figure.format(plain)} ${unit}`,
    `ratio ${figure.format(ratio)}, wanted ${side} ${limit}`,
  ].join("  ");
}

for (const [feature, load] of Object.entries(benches)) {
  if (!wanted(feature)) continue;
  const world = await openBenchWorld();
  try {
    for await (const comparison of (await load())(world, sizes, wanted)) {
      if (!wanted(comparison.name)) continue;
      console.log(values.json ? JSON.stringify(comparison) : line(comparison));
    }
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await world.dispose();
  }
}
