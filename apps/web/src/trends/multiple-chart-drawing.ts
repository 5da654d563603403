import type { Plugin } from "chart.js";

import type { LineChart } from "#ui/Chart";
import { type ChartInk, chartFont } from "#ui/chart-ink";

import { zigzag } from "./chart-marks.ts";
import { drawBesideLine, type LineLook, lineDatasets, pointElements, seriesShapes } from "./line-drawing.ts";
import type { Multiple, MultiplesData } from "./multiples-data.ts";

/** One small chart among its like: the same scale and time axis in all, years at the ends of the axis. */
export function multipleChart(
  data: MultiplesData,
  one: Multiple,
  figure: (value: number) => string,
): (ink: ChartInk) => LineChart {
  return (ink) => {
    const look: LineLook = {
      colour: ink.data[one.colour] ?? ink.text,
      shape: seriesShapes[one.colour] ?? "circle",
      radius: 4,
      whisker: 7,
      width: 1.75,
    };
    const middle = (data.scale.min + data.scale.max) / 2;
    const padding = Math.max(20, (data.to - data.from) * 0.06);
    return {
      type: "lineWithErrorBars",
      data: { datasets: lineDatasets(one.stretches, look) },
      options: {
        animation: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { top: 8, right: 2 } },
        elements: pointElements(one.stretches, look, ink),
        scales: {
          x: {
            type: "linear",
            min: data.from - padding,
            max: data.to + padding,
            grid: { display: false },
            border: { color: ink.edge },
            afterBuildTicks: (axis) => {
              axis.ticks = data.from === data.to ? [{ value: data.to }] : [{ value: data.from }, { value: data.to }];
            },
            ticks: {
              autoSkip: false,
              maxRotation: 0,
              align: "inner",
              color: ink.text3,
              font: { family: chartFont, size: 12 },
              callback: (value) => yearOf(Number(value)),
            },
          },
          y: {
            min: data.scale.min,
            max: data.scale.max,
            grid: { color: ink.line, drawTicks: false },
            border: { display: false },
            afterBuildTicks: (axis) => {
              axis.ticks = [data.scale.min, middle, data.scale.max].map((value) => ({ value }));
            },
            ticks: {
              padding: 8,
              color: ink.text3,
              font: { family: chartFont, size: 12 },
              callback: (value) => figure(Number(value)),
            },
          },
        },
      },
      plugins: [marks(one, ink, look)],
    };
  };
}

function yearOf(dayNumber: number): string {
  return String(new Date(dayNumber * 86_400_000).getUTCFullYear());
}

function marks(one: Multiple, ink: ChartInk, look: LineLook): Plugin<"lineWithErrorBars"> {
  return {
    id: "multipleMarks",
    beforeDatasetsDraw: ({ ctx, scales: { x, y }, chartArea }) => {
      if (x === undefined || y === undefined) return;
      drawBesideLine(ctx, one, { x, y, area: chartArea }, ink, { ...look, hatchHalf: 7, dashLift: 4 });
    },
    afterDatasetsDraw: ({ ctx, scales: { x }, chartArea }) => {
      if (x === undefined) return;
      for (const each of one.breaks) zigzag(ctx, x.getPixelForValue(each.x), chartArea.top, chartArea.bottom, ink.edge);
    },
  };
}
