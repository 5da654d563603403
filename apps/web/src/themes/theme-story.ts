import type { MeasureView, ThemeDetail } from "@kuultu/domain/themes/theme-view";

type Mentioned = ThemeDetail["mentionsByRound"][number];
type Measurement = MeasureView["measurements"][number];

/** Where a measure stands between its first figure and its target. `way`: 0–1 of the way, null where it cannot be said. */
export interface MeasureStand {
  readonly first: Measurement | null;
  readonly latest: Measurement | null;
  readonly change: number | null;
  readonly way: number | null;
}

/** The newest round with a number that may be shown; one that still collects only where there is no other. */
export function latestMention(
  theme: Pick<ThemeDetail, "mentionsByRound">,
  collecting: ReadonlySet<string>,
): Mentioned | null {
  const told = theme.mentionsByRound.filter((one) => one.count !== null && one.share !== null);
  return told.find((one) => !collecting.has(one.roundId)) ?? told[0] ?? null;
}

/** What rounds say of chance, by their intervals alone: apart where no pair of newest and oldest overlaps. */
export function mentionChange(theme: ThemeDetail): "apart" | "overlapping" | "single" {
  const told = theme.mentionsByRound.flatMap((one) => (one.share === null ? [] : [one.share]));
  const newest = told.at(0);
  const oldest = told.at(-1);
  if (newest === undefined || oldest === undefined || newest === oldest) return "single";
  return newest.low > oldest.high || oldest.low > newest.high ? "apart" : "overlapping";
}

export function measureStand(measure: MeasureView): MeasureStand {
  const inTime = measure.measurements.toSorted((one, other) => one.periodEnd.localeCompare(other.periodEnd));
  const first = inTime.at(0) ?? null;
  const latest = inTime.length > 1 ? (inTime.at(-1) ?? null) : null;
  if (first === null || latest === null) return { first, latest, change: null, way: null };
  const change = Number(latest.value) - Number(first.value);
  const whole = measure.targetValue === null ? 0 : Number(measure.targetValue) - Number(first.value);
  // A qualified figure ("almost 74") enters no arithmetic.
  const exact = first.qualifier === "exact" && latest.qualifier === "exact";
  return { first, latest, change: exact ? change : null, way: exact && whole !== 0 ? change / whole : null };
}

/** The ends of the scale on which all rounds of a theme are drawn: whole twentieths around the intervals. */
export function mentionScale(theme: ThemeDetail): { readonly from: number; readonly to: number } {
  const told = theme.mentionsByRound.flatMap((one) => (one.share === null ? [] : [one.share]));
  if (told.length === 0) return { from: 0, to: 0.5 };
  const twentieths = (value: number, towards: (value: number) => number): number =>
    towards(Math.round(value * 20e6) / 1e6) / 20;
  return {
    from: twentieths(Math.min(...told.map((one) => one.low)), Math.floor),
    to: twentieths(Math.max(...told.map((one) => one.high)), Math.ceil),
  };
}
