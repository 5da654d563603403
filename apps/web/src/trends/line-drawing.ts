import type { ChartInk } from "#ui/chart-ink";
import type { LineChart } from "#ui/Chart";

import { type Box, dottedInterval, hatch, notAsked } from "./chart-marks.ts";
import type { EmptyPlace, PlottedPoint } from "./trend-chart-data.ts";

export const seriesShapes = ["circle", "rectRot", "triangle", "rect", "circle", "rectRot", "triangle"] as const;
export type SeriesShape = (typeof seriesShapes)[number];

/** How the points of one line look. Lengths in CSS pixels. */
export interface LineLook {
  readonly colour: string;
  readonly shape: SeriesShape;
  readonly radius: number;
  readonly whisker: number;
  readonly width: number;
}

/** One dataset for each stretch: nothing spans a gap. The interval of an indicative point is drawn apart, dotted. */
export function lineDatasets(
  stretches: readonly (readonly PlottedPoint[])[],
  look: LineLook,
): LineChart["data"]["datasets"] {
  return stretches.map((stretch) => ({
    data: stretch.map((point) =>
      point.low === null || point.high === null || point.indicative
        ? { x: point.x, y: point.y }
        : { x: point.x, y: point.y, yMin: point.low, yMax: point.high },
    ) as LineChart["data"]["datasets"][number]["data"],
    borderColor: look.colour,
    borderWidth: look.width,
    tension: 0,
    // The outermost points stand on the edge of the chart area and keep their whole shape.
    clip: 10,
    segment: {
      borderDash: (part) =>
        stretch[part.p0DataIndex]?.indicative === true || stretch[part.p1DataIndex]?.indicative === true
          ? [4, 3]
          : undefined,
    },
    errorBarColor: look.colour,
    errorBarWhiskerColor: look.colour,
    errorBarLineWidth: look.width - 0.25,
    errorBarWhiskerLineWidth: look.width - 0.25,
    errorBarWhiskerSize: look.whisker,
    errorBarWhiskerRatio: 0,
  }));
}

/** Points are filled on a full base and hollow on an indicative one; a rim of paper lifts them off the line. */
export function pointElements(
  stretches: readonly (readonly PlottedPoint[])[],
  look: LineLook,
  ink: ChartInk,
): NonNullable<NonNullable<LineChart["options"]>["elements"]> {
  const hollow = (dataset: number, index: number): boolean => stretches[dataset]?.[index]?.indicative ?? false;
  return {
    pointWithErrorBar: {
      pointStyle: look.shape,
      radius: look.radius,
      hoverRadius: look.radius,
      borderWidth: ({ datasetIndex, dataIndex }) => (hollow(datasetIndex, dataIndex) ? 1.75 : 2),
      backgroundColor: ({ datasetIndex, dataIndex }) => (hollow(datasetIndex, dataIndex) ? ink.paper : look.colour),
      borderColor: ({ datasetIndex, dataIndex }) => (hollow(datasetIndex, dataIndex) ? look.colour : ink.paper),
    },
  };
}

/** Where the values of a chart stand, in CSS pixels. */
interface Places {
  readonly x: { getPixelForValue(value: number): number };
  readonly y: { getPixelForValue(value: number): number };
  readonly area: Box;
}

/** What a line cannot say: hatches where figures are suppressed, dashes where nobody asked, dotted intervals of indicative points. */
export function drawBesideLine(
  context: CanvasRenderingContext2D,
  line: { readonly empty: readonly EmptyPlace[]; readonly points: readonly PlottedPoint[] },
  { x, y, area }: Places,
  ink: ChartInk,
  look: Pick<LineLook, "whisker" | "colour"> & { readonly hatchHalf: number; readonly dashLift: number },
): void {
  for (const place of line.empty) {
    const at = x.getPixelForValue(place.x);
    if (place.reason === "suppressed") {
      const { top, bottom } = area;
      hatch(context, { left: at - look.hatchHalf, right: at + look.hatchHalf, top, bottom }, ink.edge);
    } else notAsked(context, at, area.bottom - look.dashLift, ink.text3);
  }
  for (const point of line.points) {
    if (!point.indicative || point.low === null || point.high === null) continue;
    const [high, low] = [y.getPixelForValue(point.high), y.getPixelForValue(point.low)];
    dottedInterval(context, x.getPixelForValue(point.x), high, low, look.whisker, look.colour);
  }
}
