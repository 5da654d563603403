/** What a chart finds that chance alone seldom does; positions within the whole row of values. */
export type ProcessSignal =
  | { readonly kind: "outside"; readonly at: number; readonly side: "above" | "below" }
  | { readonly kind: "run"; readonly from: number; readonly to: number; readonly side: "above" | "below" };

/** One stretch between breaks, in the unit of the values; positions are inclusive. */
export interface ProcessStretch {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  /** Mean of the moving ranges |x_i − x_(i−1)|; null for a single value, as are the limits. */
  readonly meanRange: number | null;
  /** Natural process limits, x̄ ∓ 2.66·mean moving range. Not clipped: they describe the process, not the scale. */
  readonly low: number | null;
  readonly high: number | null;
  /** Fewer than 12 values: "trial limits". */
  readonly trial: boolean;
  readonly signals: readonly ProcessSignal[];
}

/** 3/1.128: three standard deviations, estimated from moving ranges of two. */
const limitFactor = 2.66;
const trialBelow = 12;
/** Western Electric (1956), and D. J. Wheeler (1993) for charts of individual values; L. S. Nelson (1984) asks for nine. */
const runLength = 8;

/**
 * XmR chart of individual values (W. A. Shewhart; D. J. Wheeler, "Understanding Variation", 1993): signals are a point outside the limits and
 * eight in a row on one side of the mean, a value on the mean ending the run. `breaks`: positions at which a new stretch begins.
 */
export function processChart(values: readonly number[], breaks: readonly number[] = []): ProcessStretch[] {
  const starts = [...new Set([0, ...breaks])].filter((at) => at >= 0 && at < values.length).toSorted((a, b) => a - b);
  return starts.map((from, index) => stretchOf(values.slice(from, starts[index + 1]), from));
}

function stretchOf(values: readonly number[], from: number): ProcessStretch {
  const mean = meanOf(values);
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const meanRange = ranges.length === 0 ? null : meanOf(ranges);
  const reach = limitFactor * (meanRange ?? 0);
  return {
    from,
    to: from + values.length - 1,
    mean,
    meanRange,
    low: meanRange === null ? null : mean - reach,
    high: meanRange === null ? null : mean + reach,
    trial: values.length < trialBelow,
    signals: meanRange === null ? [] : [...pointsOutside(values, mean, reach, from), ...runs(values, mean, from)],
  };
}

/** Equal values and their computed mean may differ in the last bit: that is no distance. */
function sideOf(value: number, line: number): "above" | "below" | null {
  if (Math.abs(value - line) <= 1e-12 * Math.max(Math.abs(value), Math.abs(line))) return null;
  return value > line ? "above" : "below";
}

function pointsOutside(values: readonly number[], mean: number, reach: number, from: number): ProcessSignal[] {
  return values.flatMap((value, index): ProcessSignal[] => {
    if (sideOf(value, mean + reach) === "above") return [{ kind: "outside", at: from + index, side: "above" }];
    return sideOf(value, mean - reach) === "below" ? [{ kind: "outside", at: from + index, side: "below" }] : [];
  });
}

function runs(values: readonly number[], mean: number, from: number): ProcessSignal[] {
  const sides = values.map((value) => sideOf(value, mean));
  const found: ProcessSignal[] = [];
  let start = 0;
  for (let index = 1; index <= sides.length; index += 1) {
    const side = sides[start] ?? null;
    if (index < sides.length && sides[index] === side) continue;
    if (side !== null && index - start >= runLength)
      found.push({ kind: "run", from: from + start, to: from + index - 1, side });
    start = index;
  }
  return found;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
