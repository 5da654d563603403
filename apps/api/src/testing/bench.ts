import { type BenchArguments, type BenchFeature, benchUsage, readBenchArguments } from "#testing/bench-arguments";
import type { BenchWorld } from "#testing/bench-world";
import type { Comparison, Wanted } from "#testing/comparison";

/** What a feature measures: comparisons whose names begin with the feature. What is not wanted it need not measure. */
type Bench = (world: BenchWorld, sizes: readonly number[], wanted: Wanted) => AsyncGenerator<Comparison>;

const benches: Readonly<Record<BenchFeature, () => Promise<Bench>>> = {
  feedback: async () => (await import("#feedback/feedback.bench")).benchFeedback,
  intake: async () => (await import("#intake/intake.bench")).benchIntake,
  screen: async () => (await import("#testing/screen.bench")).benchScreen,
  trends: async () => (await import("#trends/trends.bench")).benchTrends,
};

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

async function measure({ json, sizes, wanted }: BenchArguments): Promise<void> {
  const { openBenchWorld } = await import("#testing/bench-world");
  let measured = 0;
  for (const [feature, load] of Object.entries(benches)) {
    if (!wanted(feature)) continue;
    const world = await openBenchWorld();
    try {
      for await (const comparison of (await load())(world, sizes, wanted)) {
        if (!wanted(comparison.name)) continue;
        measured += 1;
        console.log(json ? JSON.stringify(comparison) : line(comparison));
      }
    } catch (error) {
      console.error(error);
      process.exitCode = 1;
    } finally {
      await world.dispose();
    }
  }
  if (measured > 0 || process.exitCode !== undefined) return;
  console.error("No comparison has a name that begins so.");
  process.exitCode = 2;
}

const asked = readBenchArguments(process.argv.slice(2));
if (typeof asked === "string") {
  console.error(`${asked} ${benchUsage}`);
  process.exitCode = 2;
} else if (asked.help) console.log(benchUsage);
else await measure(asked);
