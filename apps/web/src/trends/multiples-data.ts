import type { Language } from "@kuultu/domain/language";
import type { TrendEdge, TrendPoint } from "@kuultu/domain/trends/trend-view";

import {
  breaksOf,
  dayNumber,
  emptyPlaces,
  type EmptyPlace,
  extentOf,
  type PlottedPoint,
  plottedPoints,
  stretchesOf,
  type TrendBreak,
} from "./trend-chart-data.ts";
import { type ShownScale, shownScale } from "./trend-scale.ts";

/** One value of a facet, or one question of a battery, before it is prepared. */
export interface MultipleInput {
  readonly key: string;
  readonly name: string;
  readonly points: readonly TrendPoint[];
  readonly edges: readonly TrendEdge[];
}

export interface Multiple {
  readonly key: string;
  readonly name: string;
  /** Place in the order of the data colours and shapes, which does not follow the order on the screen. */
  readonly colour: number;
  readonly points: readonly PlottedPoint[];
  readonly stretches: readonly (readonly PlottedPoint[])[];
  readonly empty: readonly EmptyPlace[];
  readonly breaks: readonly TrendBreak[];
  /** The state of the newest round on the axis, for those without a figure there. */
  readonly latest: PlottedPoint | null;
  readonly newest: TrendPoint["state"] | null;
}

export interface MultiplesData {
  readonly multiples: readonly Multiple[];
  readonly scale: ShownScale;
  readonly from: number;
  readonly to: number;
}

const dataColours = 7;

/** Small multiples on one scale and one time axis, highest latest figure first, those without a figure last. */
export function multiplesData(
  inputs: readonly MultipleInput[],
  language: Language,
  scale: { readonly min: number; readonly max: number },
): MultiplesData {
  const rounds = [
    ...new Map(inputs.flatMap((input) => input.points).map((point) => [point.round, point])).values(),
  ].filter((point) => point.state !== "collecting");
  const days = rounds.map((point) => dayNumber(point.on));
  const multiples = inputs.map((input, index) =>
    multiple(input, inputs.length > dataColours ? 0 : index, rounds, language),
  );
  return {
    multiples: multiples.toSorted((one, other) => (other.latest?.y ?? -Infinity) - (one.latest?.y ?? -Infinity)),
    scale: shownScale(
      multiples.flatMap((one) => extentOf(one.points)),
      scale.min,
      scale.max,
    ),
    from: days.length === 0 ? 0 : Math.min(...days),
    to: days.length === 0 ? 0 : Math.max(...days),
  };
}

function multiple(input: MultipleInput, colour: number, rounds: readonly TrendPoint[], language: Language): Multiple {
  const asked = new Set(input.points.map((point) => point.round));
  const absent = rounds
    .filter((round) => !asked.has(round.round))
    .map((round): EmptyPlace => ({ x: dayNumber(round.on), round: round.round, reason: "not-asked" }));
  const points = plottedPoints(input.points);
  const empty = [...emptyPlaces(input.points), ...absent];
  const breaks = breaksOf(rounds, input.edges, language);
  const newest = input.points
    .filter((point) => point.state !== "collecting")
    .toSorted((one, other) => dayNumber(other.on) - dayNumber(one.on))[0];
  return {
    key: input.key,
    name: input.name,
    colour,
    points,
    empty,
    breaks,
    stretches: stretchesOf(points, empty, breaks),
    latest: newest?.state === "suppressed" ? null : (points.at(-1) ?? null),
    newest: newest?.state ?? null,
  };
}
