/** One line of `npm run bench`: our path beside the plain alternative, measured in turns in one run. */
export interface Comparison {
  readonly name: string;
  readonly size: number;
  /** Medians in `unit`. */
  readonly ours: number;
  readonly plain: number;
  readonly unit: "ms" | "rows/s" | "MB" | "%";
  readonly ratio: number;
  /** The goal stated for the ratio, and on which side of it one wants to be. */
  readonly limit: number;
  readonly wanted: "at most" | "at least";
  readonly runs: number;
  /** Smallest and largest of our own runs. */
  readonly min: number;
  readonly max: number;
}

/** Whether comparisons of this name, or some whose names begin with it, are asked for. */
export type Wanted = (name: string) => boolean;

export interface Contest {
  readonly name: string;
  readonly size: number;
  readonly limit: number;
  readonly runs: number;
  /** Rounds that do not count, 5 where left out; fewer where each takes seconds. */
  readonly warm?: number;
  ours(): Promise<unknown>;
  plain(): Promise<unknown>;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs both sides in turns, after a few rounds that do not count, so that caches and the machine's mood treat them alike. */
export async function contend({ name, size, limit, runs, warm = 5, ours, plain }: Contest): Promise<Comparison> {
  for (let round = 0; round < warm; round += 1) {
    await ours();
    await plain();
  }
  const oursTimes: number[] = [];
  const plainTimes: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    oursTimes.push(await milliseconds(ours));
    plainTimes.push(await milliseconds(plain));
  }
  return {
    name,
    size,
    ours: median(oursTimes),
    plain: median(plainTimes),
    unit: "ms",
    ratio: median(oursTimes) / median(plainTimes),
    limit,
    wanted: "at most",
    runs,
    min: Math.min(...oursTimes),
    max: Math.max(...oursTimes),
  };
}
