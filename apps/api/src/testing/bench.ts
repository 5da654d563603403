import { parseArgs } from "node:util";

import { openBenchWorld } from "#testing/bench-world";
import type { BenchWorld } from "#testing/bench-world";
import type { Comparison } from "#testing/comparison";

/** What a feature measures: comparisons whose names begin with the feature. */
type Bench = (world: BenchWorld, sizes: readonly number[]) => AsyncGenerator<Comparison>;

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  feedback: async () => (await import("#feedback/feedback.bench")).benchFeedback,
  intake: async () => (await import("#intake/intake.bench")).benchIntake,
  trends: async () => (await import("#trends/trends.bench")).benchTrends,
};

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    /** Numbers of items, with commas between; smaller ones for a quick look. */
    sizes: { type: "string", default: "100000,1000000" },
  },
});
const sizes = values.sizes.split(",").map(Number);

const figure = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

function line({ name, size, ours, plain, unit, ratio, limit, wanted, runs, min, max }: Comparison): string {
  const met = wanted === "at most" ? ratio <= limit : ratio >= limit;
  return [
    met ? "met   " : "missed",
    name.padEnd(44),
    figure.format(size).padStart(9),
    `ours ${figure.format(ours)} ${unit} (${figure.format(min)}–${figure.format(max)}, ${runs} runs)`,
    `plain ${figure.format(plain)} ${unit}`,
    `ratio ${figure.format(ratio)}, wanted ${wanted} ${limit}`,
  ].join("  ");
}

for (const [feature, load] of Object.entries(benches)) {
  if (!feature.startsWith(values.only) && !values.only.startsWith(feature)) continue;
  const world = await openBenchWorld();
  try {
    for await (const comparison of (await load())(world, sizes)) {
      if (!comparison.name.startsWith(values.only)) continue;
      console.log(values.json ? JSON.stringify(comparison) : line(comparison));
    }
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await world.dispose();
  }
}
