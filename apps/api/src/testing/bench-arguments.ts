import { parseArgs } from "node:util";

import { z } from "zod";

import type { Wanted } from "#testing/comparison";

/** What is measured, by feature and part; the names of all comparisons begin with these. */
const partsOfFeatures = {
  feedback: ["page", "list", "counts", "duplicates", "step", "bulk", "search"],
  intake: ["import"],
  screen: ["first-row-and-verbatim", "key-to-next-verbatim", "200-decisions", "heap"],
  trends: ["unsplit"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type BenchFeature = keyof typeof partsOfFeatures;

export const benchUsage =
  "Usage: npm run bench -- [<feature>[.<part>]] … [--sizes 100000,1000000] [--huge] [--json]; features: " +
  Object.entries(partsOfFeatures)
    .map(([feature, parts]) => `${feature} (${parts.join(", ")})`)
    .join(", ");

export interface BenchArguments {
  readonly help: boolean;
  readonly json: boolean;
  /** Numbers of items. */
  readonly sizes: readonly number[];
  readonly wanted: Wanted;
}

const sizeSchema = z
  .string()
  .regex(/^[1-9]\d{2,7}$/u)
  .transform(Number);

/** What a person asked to be measured, or one line that says what of it is not understood. */
export function readBenchArguments(given: readonly string[]): BenchArguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      /** Which comparisons, by how their names begin: `feedback`, `feedback.counts`; all where none is named. */
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        json: { type: "boolean", default: false },
        /** With commas between; smaller ones for a quick look. */
        sizes: { type: "string", default: "100000,1000000" },
        /** With 10 000 000 items too: some 15 GB of disk and half an hour. */
        huge: { type: "boolean", default: false },
      },
    });
    const unknown = positionals.find((name) => !isMeasured(name));
    if (unknown !== undefined) return `Nothing that is measured is called "${unknown}".`;
    const sizes = z.array(sizeSchema).safeParse(values.sizes.split(","));
    if (!sizes.success) return `--sizes are numbers of items from 100 up, with commas between, not "${values.sizes}".`;
    return {
      help: values.help,
      json: values.json,
      sizes: [...sizes.data, ...(values.huge ? [10_000_000] : [])],
      wanted: (name) =>
        positionals.length === 0 || positionals.some((only) => name.startsWith(only) || only.startsWith(`${name}.`)),
    };
  } catch (error) {
    // The first sentence names the option; what follows tells how to pass a positional of that look.
    if (error instanceof TypeError) return `${error.message.split(/\.\s/u, 1)[0]?.replace(/\.$/u, "") ?? ""}.`;
    throw error;
  }
}

function isMeasured(name: string): boolean {
  const [feature = "", part] = name.split(".");
  const parts = Object.entries(partsOfFeatures).find(([known]) => known === feature)?.[1];
  return parts !== undefined && (part === undefined || parts.some((known) => known === part));
}
