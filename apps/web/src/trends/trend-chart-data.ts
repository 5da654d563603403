import type { Language } from "@kuultu/domain/language";
import { inLanguage } from "@kuultu/domain/language";
import type { TrendEdge, TrendPoint, TrendPool, TrendView } from "@kuultu/domain/trends/trend-view";

import { type ShownScale, shownScale } from "./trend-scale.ts";

/** A point that is drawn. `x` is a day number (days since 1970), `y` the mean. */
export interface PlottedPoint {
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly indicative: boolean;
  readonly round: string;
  readonly roundId: string;
  readonly n: number | null;
}

/** A place on the time axis that has no figure, and why. */
export interface EmptyPlace {
  readonly x: number;
  readonly round: string;
  readonly reason: "suppressed" | "not-asked";
}

export interface TrendBreak {
  readonly x: number;
  readonly kind: "break" | "not_comparable";
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

export interface YearBand {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly published: boolean;
}

export interface TrendFlag {
  readonly letter: string;
  readonly x: number;
  readonly on: string;
  readonly name: string;
  readonly themeId: string;
}

export interface RoundTick {
  readonly x: number;
  readonly round: string;
  readonly n: number | null;
}

export interface TrendChartData {
  readonly points: readonly PlottedPoint[];
  /** Runs of points that a line may join; a break or a suppressed round ends one. */
  readonly stretches: readonly (readonly PlottedPoint[])[];
  readonly empty: readonly EmptyPlace[];
  readonly breaks: readonly TrendBreak[];
  readonly band: YearBand | null;
  readonly flags: readonly TrendFlag[];
  readonly ticks: readonly RoundTick[];
  readonly from: number;
  readonly to: number;
  readonly scale: ShownScale;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A calendar day as a number of days, so that the time axis is linear. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** Everything that the chart of an unsplit series draws. Rounds still collecting stay out: they are a row of the table. */
export function trendChartData(view: TrendView, language: Language): TrendChartData {
  const rounds = view.points.filter((point) => point.by === null);
  const breaks = breaksOf(rounds, view.edges, language);
  const points = plottedPoints(rounds);
  const band = bandOf(view.pools, view.comparison?.b ?? null, rounds);
  const onAxis = rounds.filter((point) => point.state !== "collecting").map((point) => dayNumber(point.on));
  const from = Math.min(...onAxis);
  const to = Math.max(...onAxis);
  return {
    points,
    stretches: stretchesOf(points, emptyPlaces(rounds), breaks),
    empty: emptyPlaces(rounds),
    breaks,
    band,
    flags: flagsOf(view, from, to),
    ticks: rounds
      .filter((point) => point.state !== "collecting")
      .map((point) => ({ x: dayNumber(point.on), round: point.round, n: point.n })),
    from: onAxis.length === 0 ? 0 : from,
    to: onAxis.length === 0 ? 0 : to,
    scale: shownScale([...extentOf(points), ...(band === null ? [] : [band.mean])], view.scaleMin, view.scaleMax),
  };
}

/** Points with a figure, oldest first. A published figure without a base has no interval. */
export function plottedPoints(points: readonly TrendPoint[]): PlottedPoint[] {
  return points
    .flatMap((point) => {
      const figure = point.mean ?? (point.state === "published-figure" ? point.published?.value : undefined);
      if (figure === undefined || figure === null || point.state === "collecting") return [];
      return [
        {
          x: dayNumber(point.on),
          y: Number(figure),
          low: point.low,
          high: point.high,
          indicative: point.state === "indicative",
          round: point.round,
          roundId: point.roundId,
          n: point.n,
        },
      ];
    })
    .toSorted((one, other) => one.x - other.x);
}

export function emptyPlaces(points: readonly TrendPoint[]): EmptyPlace[] {
  return points.flatMap((point) =>
    point.state === "suppressed" || point.state === "not-asked"
      ? [{ x: dayNumber(point.on), round: point.round, reason: point.state }]
      : [],
  );
}

export function breaksOf(points: readonly TrendPoint[], edges: readonly TrendEdge[], language: Language): TrendBreak[] {
  const days = new Map(points.map((point) => [point.round, dayNumber(point.on)]));
  return edges.flatMap((edge) => {
    const from = days.get(edge.from);
    const to = days.get(edge.to);
    if (edge.kind === "comparable" || from === undefined || to === undefined) return [];
    return [
      { x: (from + to) / 2, kind: edge.kind, from: edge.from, to: edge.to, note: inLanguage(edge.notes, language) },
    ];
  });
}

/** No line crosses a break or a suppressed round; a round in which the question was not asked is passed over. */
export function stretchesOf(
  points: readonly PlottedPoint[],
  empty: readonly EmptyPlace[],
  breaks: readonly TrendBreak[],
): PlottedPoint[][] {
  const walls = [
    ...breaks.map((one) => one.x),
    ...empty.filter((place) => place.reason === "suppressed").map((place) => place.x),
  ];
  const stretches: PlottedPoint[][] = [];
  for (const point of points) {
    const current = stretches.at(-1);
    const before = current?.at(-1);
    if (current === undefined || before === undefined || walls.some((x) => x > before.x && x < point.x))
      stretches.push([point]);
    else current.push(point);
  }
  return stretches;
}

export function extentOf(points: readonly PlottedPoint[]): number[] {
  return points.flatMap((point) => [point.low ?? point.y, point.high ?? point.y]);
}

function bandOf(pools: readonly TrendPool[], label: string | null, points: readonly TrendPoint[]): YearBand | null {
  const pool = pools.find((one) => one.label === label);
  const mean = pool?.mean ?? pool?.published?.value ?? null;
  if (pool === undefined || mean === null) return null;
  const days = points.filter((point) => pool.rounds.includes(point.round)).map((point) => dayNumber(point.on));
  if (days.length === 0) return null;
  return {
    label: pool.label,
    from: Math.min(...days),
    to: Math.max(...days),
    mean: Number(mean),
    low: pool.low,
    high: pool.high,
    published: pool.published !== null,
  };
}

function flagsOf(view: TrendView, from: number, to: number): TrendFlag[] {
  return view.flags
    .map((flag) => ({ ...flag, x: dayNumber(flag.on) }))
    .filter((flag) => flag.x >= from && flag.x <= to)
    .toSorted((one, other) => one.x - other.x)
    .slice(-letters.length)
    .map((flag, index) => ({ ...flag, letter: letters.charAt(index) }));
}
