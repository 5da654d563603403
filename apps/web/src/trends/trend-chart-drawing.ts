import type { Plugin } from "chart.js";

import type { LineChart } from "#ui/Chart";
import { type ChartInk, chartFont } from "#ui/chart-ink";

import { bracket, pennant, textOn, wrapped, zigzag } from "./chart-marks.ts";
import { drawBesideLine, type LineLook, lineDatasets, pointElements } from "./line-drawing.ts";
import type { RoundTick, TrendChartData } from "./trend-chart-data.ts";

/** What the chart says in words, made in the language of the screen. */
export interface TrendChartWords {
  readonly latest: string;
  readonly band: string;
  readonly bandShort: string;
  /** In the order of the breaks; the short one for narrow charts. */
  readonly breaks: readonly string[];
  readonly breakShort: string;
  readonly figure: (value: number) => string;
  readonly base: (n: number | null) => string;
}

const narrowBelow = 520;
const small = `400 12px ${chartFont}`;
const strong = `500 12px ${chartFont}`;

/** "2021-2" under a narrow axis: its number, its base, and the year under the middle round of each year. */
export function tickLines(
  ticks: readonly RoundTick[],
  index: number,
  narrow: boolean,
  base: (n: number | null) => string,
): string[] {
  const tick = ticks[index];
  if (tick === undefined) return [];
  const [, year, number] = /^(\d{4})-(.+)$/.exec(tick.round) ?? [];
  if (!narrow || year === undefined || number === undefined) return [tick.round, base(tick.n)];
  const sameYear = ticks.map((one, at) => ({ at, of: one.round })).filter((one) => one.of.startsWith(`${year}-`));
  const middle = sameYear[Math.floor((sameYear.length - 1) / 2)]?.at === index;
  return [number, base(tick.n).replace(/^n\s*/, ""), ...(middle ? [year] : [])];
}

/** The chart of one unsplit series, ready to be drawn in the given colours. */
export function trendChart(data: TrendChartData, words: TrendChartWords): (ink: ChartInk) => LineChart {
  return (ink) => {
    const look: LineLook = { colour: ink.data[0] ?? ink.text, shape: "circle", radius: 5.5, whisker: 10, width: 2 };
    const every = Math.ceil(data.ticks.length / 14);
    return {
      type: "lineWithErrorBars",
      data: { datasets: lineDatasets(data.stretches, look) },
      options: {
        animation: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { top: 26, right: 44, left: 0, bottom: 0 } },
        elements: pointElements(data.stretches, look, ink),
        scales: {
          x: {
            type: "linear",
            min: data.from - paddingOf(data),
            max: data.to + paddingOf(data) / (data.from === data.to ? 1 : 4),
            grid: { display: false },
            border: { color: ink.edge },
            afterBuildTicks: (axis) => {
              axis.ticks = data.ticks
                .filter((_, index) => (data.ticks.length - 1 - index) % every === 0)
                .map((tick) => ({ value: tick.x }));
            },
            ticks: {
              autoSkip: false,
              maxRotation: 0,
              color: ({ tick }) => (data.points.some((point) => point.x === tick.value) ? ink.text : ink.text3),
              font: { family: chartFont, size: 12, weight: 500 },
              callback(value) {
                const index = data.ticks.findIndex((tick) => tick.x === Number(value));
                return tickLines(data.ticks, index, this.chart.width < narrowBelow, words.base);
              },
            },
          },
          y: {
            min: data.scale.min,
            max: data.scale.max,
            grid: { color: ink.line, drawTicks: false },
            border: { display: false },
            ticks: {
              stepSize: data.scale.step,
              padding: 10,
              color: ink.text3,
              font: { family: chartFont, size: 12 },
              callback: (value) => words.figure(Number(value)),
            },
          },
        },
        plugins: { annotation: { clip: false, annotations: annotationsOf(data, ink) } },
      },
      plugins: [marks(data, words, ink, look)],
    };
  };
}

/** Half the smallest distance between rounds would waste a wide axis: a fixed part of the whole keeps the first point off the scale. */
function paddingOf(data: TrendChartData): number {
  return Math.max(20, (data.to - data.from) * 0.05);
}

function annotationsOf(
  data: TrendChartData,
  ink: ChartInk,
): NonNullable<NonNullable<NonNullable<LineChart["options"]>["plugins"]>["annotation"]>["annotations"] & object {
  const { band } = data;
  const over = paddingOf(data) * 0.4;
  return {
    ...(band !== null && {
      ...(band.low !== null &&
        band.high !== null && {
          band: {
            type: "box" as const,
            drawTime: "beforeDatasetsDraw" as const,
            xMin: band.from - over,
            xMax: band.to + over,
            yMin: band.low,
            yMax: band.high,
            backgroundColor: ink.track,
            borderWidth: 0,
          },
        }),
      mean: {
        type: "line" as const,
        drawTime: "beforeDatasetsDraw" as const,
        xMin: band.from - over,
        xMax: band.to + over,
        yMin: band.mean,
        yMax: band.mean,
        borderColor: ink.text2,
        borderWidth: 1.5,
        borderDash: [6, 4],
      },
    }),
    ...Object.fromEntries(
      data.flags.map((flag) => [
        `flag${flag.letter}`,
        {
          type: "line" as const,
          drawTime: "beforeDatasetsDraw" as const,
          xMin: flag.x,
          xMax: flag.x,
          borderColor: ink.text2,
          borderWidth: 1,
          borderDash: [2, 3],
        },
      ]),
    ),
  };
}

function marks(
  data: TrendChartData,
  words: TrendChartWords,
  ink: ChartInk,
  look: LineLook,
): Plugin<"lineWithErrorBars"> {
  return {
    id: "trendMarks",
    beforeDatasetsDraw: ({ ctx, scales: { x, y }, chartArea }) => {
      if (x === undefined || y === undefined) return;
      drawBesideLine(ctx, data, { x, y, area: chartArea }, ink, { ...look, hatchHalf: 9, dashLift: 5 });
    },
    afterDatasetsDraw: ({ ctx, width, scales: { x, y }, chartArea }) => {
      if (x === undefined || y === undefined) return;
      const narrow = width < narrowBelow;
      for (const [index, one] of data.breaks.entries()) {
        const at = x.getPixelForValue(one.x);
        zigzag(ctx, at, chartArea.top + (narrow ? 22 : 4), chartArea.bottom, ink.text2);
        if (narrow)
          textOn(
            ctx,
            words.breakShort,
            at,
            chartArea.top + 10,
            "center",
            { text: ink.text2, paper: ink.paper },
            strong,
          );
        else {
          const lines = wrapped(ctx, words.breaks[index] ?? words.breakShort, at - 20 - chartArea.left, strong);
          for (const [row, line] of lines.entries())
            textOn(
              ctx,
              line,
              at - 12,
              chartArea.top + 14 + row * 16,
              "right",
              { text: ink.text2, paper: ink.paper },
              strong,
            );
        }
      }
      for (const flag of data.flags)
        pennant(ctx, x.getPixelForValue(flag.x), chartArea.top - 26, flag.letter, ink, `600 12px ${chartFont}`);
      if (data.band !== null) {
        const over = paddingOf(data) * 0.4;
        const label = narrow ? words.bandShort : words.band;
        bracket(
          ctx,
          x.getPixelForValue(data.band.from - over),
          x.getPixelForValue(data.band.to + over),
          chartArea.bottom - 34,
          label,
          { text: ink.text2, paper: ink.paper },
          strong,
        );
      }
      const last = data.points.at(-1);
      if (last === undefined) return;
      ctx.save();
      ctx.font = `600 16px ${chartFont}`;
      ctx.fillStyle = ink.text;
      ctx.textBaseline = "middle";
      ctx.fillText(words.latest, x.getPixelForValue(last.x) + 13, y.getPixelForValue(last.y));
      ctx.restore();
      if (narrow && data.ticks.length > 0) {
        ctx.save();
        ctx.font = small;
        ctx.fillStyle = ink.text3;
        ctx.textAlign = "right";
        ctx.fillText("n", chartArea.left - 10, chartArea.bottom + 34);
        ctx.restore();
      }
    },
  };
}
