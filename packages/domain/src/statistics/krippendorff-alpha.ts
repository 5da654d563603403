/** What a difference between two values means: they differ at all; how many values lie between; how far apart they are. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval";

export interface KrippendorffAlpha {
  /** 1 all alike, 0 as by chance, below 0 worse than chance. */
  readonly alpha: number;
  /** Units with at least two values, and the values in them. */
  readonly units: number;
  readonly values: number;
}

/**
 * K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): α = 1 − (n−1)·Σ o_ck δ²_ck / Σ n_c n_k δ²_ck from coincidences.
 * `units`: for each unit the value of every coder, null where there is none; nominal values are numbers that stand for categories.
 * Null where fewer than two values can be paired, or all that can be are alike.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  level: MeasurementLevel,
): KrippendorffAlpha | null {
  const pairable = units.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length > 1);
  const scale = [...new Set(pairable.flat())].toSorted((a, b) => a - b);
  const place = new Map(scale.map((value, index) => [value, index]));
  const counts = pairable.map((unit) => countsOf(unit, place));
  const frequencies = scale.map((_, index) => counts.reduce((sum, count) => sum + (count[index] ?? 0), 0));
  const n = frequencies.reduce((sum, frequency) => sum + frequency, 0);
  const distance = squaredDistance(level, scale, frequencies);
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < scale.length; c += 1)
    for (let k = c + 1; k < scale.length; k += 1) {
      observed += distance(c, k) * coincidences(counts, c, k);
      expected += distance(c, k) * (frequencies[c] ?? 0) * (frequencies[k] ?? 0);
    }
  if (expected === 0) return null;
  return { alpha: 1 - ((n - 1) * observed) / expected, units: pairable.length, values: n };
}

/** o_ck: pairs of values c and k within the units, each unit's pairs divided by its number of values less one. */
function coincidences(counts: readonly (readonly number[])[], c: number, k: number): number {
  return counts.reduce((sum, count) => {
    const values = count.reduce((so, own) => so + own, 0);
    return sum + ((count[c] ?? 0) * (count[k] ?? 0)) / (values - 1);
  }, 0);
}

function squaredDistance(level: MeasurementLevel, scale: readonly number[], frequencies: readonly number[]) {
  const ends = (c: number, k: number) => ((frequencies[c] ?? 0) + (frequencies[k] ?? 0)) / 2;
  switch (level) {
    case "nominal":
      return () => 1;
    case "ordinal":
      return (c: number, k: number) =>
        (frequencies.slice(c, k + 1).reduce((sum, frequency) => sum + frequency, 0) - ends(c, k)) ** 2;
    case "interval":
      return (c: number, k: number) => ((scale[c] ?? 0) - (scale[k] ?? 0)) ** 2;
  }
}

function countsOf(unit: readonly number[], place: ReadonlyMap<number, number>): number[] {
  const counts = Array.from(place, () => 0);
  for (const value of unit) {
    const index = place.get(value) ?? 0;
    counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
