import type { LineChart } from "#ui/Chart";
import { type ChartInk, chartFont } from "#ui/chart-ink";

import type { FlowChartData } from "./flow-chart-data.ts";

/** A count has no interval. */
const none: { readonly yMin?: number; readonly yMax?: number } = {};
const shapes = ["circle", "rectRot"] as const;

/** What came in and what went out, day by day, ready to be drawn in the given colours. */
export function flowChart(
  data: FlowChartData,
  words: { readonly day: (day: string) => string; readonly figure: (value: number) => string },
): (ink: ChartInk) => LineChart {
  return (ink) => ({
    type: "lineWithErrorBars",
    data: {
      datasets: (["received", "processed"] as const).map((what, series) => ({
        data: data.points.map((point) => ({
          x: point.x,
          y: point[what],
          ...none,
        })) as LineChart["data"]["datasets"][number]["data"],
        borderColor: ink.data[series] ?? ink.text,
        borderWidth: 1.75,
        tension: 0,
        clip: 10,
      })),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { top: 12, right: 16 } },
      elements: {
        pointWithErrorBar: {
          pointStyle: ({ datasetIndex }) => shapes[datasetIndex] ?? "circle",
          radius: 3.5,
          hoverRadius: 3.5,
          borderWidth: 1,
          backgroundColor: ({ datasetIndex }) => ink.data[datasetIndex] ?? ink.text,
          borderColor: ink.paper,
        },
      },
      scales: {
        x: {
          type: "linear",
          min: (data.points[0]?.x ?? 0) - 0.5,
          max: (data.points.at(-1)?.x ?? 1) + 0.5,
          grid: { display: false },
          border: { color: ink.edge },
          afterBuildTicks: (axis) => {
            axis.ticks = data.ticks.map(({ x }) => ({ value: x }));
          },
          ticks: {
            autoSkip: true,
            maxRotation: 0,
            color: ink.text3,
            font: { family: chartFont, size: 12 },
            callback: (value) => words.day(data.ticks.find(({ x }) => x === Number(value))?.day ?? ""),
          },
        },
        y: {
          min: 0,
          max: data.max,
          grid: { color: ink.line, drawTicks: false },
          border: { display: false },
          ticks: {
            stepSize: data.step,
            padding: 10,
            color: ink.text3,
            font: { family: chartFont, size: 12 },
            callback: (value) => words.figure(Number(value)),
          },
        },
      },
    },
  });
}
