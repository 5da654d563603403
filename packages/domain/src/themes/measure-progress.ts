import type { Day } from "#identifier";
import type { Qualifier } from "#trends/trend-view";

export interface MeasurementFacts {
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly periodStart: Day;
  /** The last day of the period. */
  readonly periodEnd: Day;
  readonly complete: boolean;
}

export interface MeasureFacts {
  readonly direction: "down" | "up";
  readonly measurements: readonly MeasurementFacts[];
  /** For a survey figure whose change since the baseline does not differ from chance. */
  readonly couldBeChance?: boolean;
}

/** What a measure can say about work that began and was delivered on given days. */
export interface MeasureProgress {
  readonly baseline: number | null;
  readonly afterwards: number | null;
  readonly moved: boolean;
}

const newestFirst = (a: MeasurementFacts, b: MeasurementFacts) => (a.periodEnd < b.periodEnd ? 1 : -1);

/**
 * Baseline: the newest completed period that ended before the start. Afterwards: the newest completed period that began on the day
 * of delivery or later, so that nothing from before the delivery is in it. Figures with a qualifier ("over", "about") prove nothing.
 */
export function measureProgress(
  measure: MeasureFacts,
  startedOn: Day | null,
  deliveredOn: Day | null,
  today: Day,
): MeasureProgress {
  const sound = measure.measurements
    .filter((found) => found.complete && found.qualifier === "exact" && found.periodEnd < today)
    .toSorted(newestFirst);
  const baseline = startedOn === null ? undefined : sound.find((found) => found.periodEnd < startedOn);
  const afterwards = deliveredOn === null ? undefined : sound.find((found) => found.periodStart >= deliveredOn);
  const change = baseline === undefined || afterwards === undefined ? 0 : afterwards.value - baseline.value;
  return {
    baseline: baseline?.value ?? null,
    afterwards: afterwards?.value ?? null,
    moved: measure.direction === "down" ? change < 0 : change > 0,
  };
}
