/** The part of a scale that a chart shows, with the distance of its grid lines. */
export interface ShownScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The chart shows less than the whole scale, which must be said in words. */
  readonly cut: boolean;
}

const units = [0.1, 0.5, 1, 5, 10];
const steps = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** Whole units around the values, never outside the scale. One scale serves all charts that are read side by side. */
export function shownScale(values: readonly number[], scaleMin: number, scaleMax: number): ShownScale {
  if (values.length === 0) return { min: scaleMin, max: scaleMax, step: stepOf(scaleMax - scaleMin), cut: false };
  const unit = units.findLast((candidate) => candidate <= (scaleMax - scaleMin) / 8) ?? 0.1;
  let min = Math.max(scaleMin, wholeUnits(Math.floor, Math.min(...values), unit));
  let max = Math.min(scaleMax, wholeUnits(Math.ceil, Math.max(...values), unit));
  if (max - min < 2 * unit) {
    if (max + unit <= scaleMax) max = wholeUnits(Math.round, max + unit, unit);
    else min = Math.max(scaleMin, wholeUnits(Math.round, min - unit, unit));
  }
  return { min, max, step: stepOf(max - min), cut: min > scaleMin || max < scaleMax };
}

function stepOf(span: number): number {
  return steps.find((candidate) => span / candidate <= 6.000_001) ?? span;
}

/** 0.1 has no exact double: rounding to thousandths keeps 0.30000000000000004 off the axis. */
function wholeUnits(towards: (value: number) => number, value: number, unit: number): number {
  return Math.round(towards(Math.round((value / unit) * 1e9) / 1e9) * unit * 1000) / 1000;
}
