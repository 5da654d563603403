import type { ChartInk } from "#ui/chart-ink";
import type { LineChart } from "#ui/Chart";

import type { PlottedPoint } from "./trend-chart-data.ts";

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
