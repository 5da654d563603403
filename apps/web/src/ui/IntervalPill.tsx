import classes from "./IntervalPill.module.css";

interface IntervalPillProps {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The ends of the scale, which is the same for all pills that are read together. */
  readonly from?: number;
  readonly to: number;
  /** A baseline under the pill, as on cards. */
  readonly track?: boolean;
}

/** An interval as a pill with a line at the estimate. The figures stand beside it: to a screen reader it says nothing. */
export function IntervalPill({ value, low, high, from = 0, to, track = false }: IntervalPillProps) {
  const at = (figure: number): number => Math.max(0, Math.min(100, ((figure - from) / (to - from)) * 100));
  return (
    <span className={classes.scale} data-track={track || undefined} aria-hidden="true">
      <span className={classes.pill} style={{ left: `${at(low)}%`, width: `${Math.max(1, at(high) - at(low))}%` }} />
      <span className={classes.value} style={{ left: `${at(value)}%` }} />
    </span>
  );
}
