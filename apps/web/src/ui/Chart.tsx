import { useComputedColorScheme } from "@mantine/core";
import { Chart as Canvas, type ChartConfiguration, LinearScale, LineElement, PointElement } from "chart.js";
import { LineWithErrorBarsController, PointWithErrorBar } from "chartjs-chart-error-bars";
import Annotation from "chartjs-plugin-annotation";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";

import { type ChartInk, chartFontsLoaded, chartInk } from "./chart-ink.ts";
import classes from "./Chart.module.css";

Canvas.register(LineWithErrorBarsController, PointWithErrorBar, LineElement, PointElement, LinearScale, Annotation);

export type LineChart = ChartConfiguration<"lineWithErrorBars">;

/** A place that can be visited by pointer and keyboard. `x`, `y` in the units of the axes; `reading` says the figures. */
export interface ChartStop {
  readonly x: number;
  readonly y: number;
  readonly reading: string;
}

interface ChartProps {
  /** What the picture shows and where the same numbers stand as a table. */
  readonly name: string;
  readonly height: number;
  /** Keep its identity while nothing changes: a new one draws anew. */
  readonly draw: (ink: ChartInk) => LineChart;
  readonly stops?: readonly ChartStop[];
  /** The name of the control that moves from stop to stop. */
  readonly stopsName?: string;
  readonly onOpen?: ((index: number) => void) | undefined;
}

interface Visited {
  readonly index: number;
  readonly left: number;
  readonly top: number;
}

/** Owns the canvas: waits for the fonts, reads the colours, draws anew on a change of theme, and lets its points be visited. */
export function Chart({ name, height, draw, stops = [], stopsName, onOpen }: ChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Canvas<"lineWithErrorBars"> | null>(null);
  const scheme = useComputedColorScheme("light");
  const [visited, setVisited] = useState<Visited | null>(null);

  useEffect(() => {
    let left = false;
    void chartFontsLoaded().then(() => {
      if (left || canvas.current === null) return;
      // Says of which scheme the drawn colours are: another scheme draws anew.
      canvas.current.dataset["scheme"] = scheme;
      chart.current = new Canvas(canvas.current, draw(chartInk(canvas.current)));
    });
    return () => {
      left = true;
      chart.current?.destroy();
      chart.current = null;
    };
  }, [draw, scheme]);

  function visit(index: number): void {
    const stop = stops[index];
    const scales = chart.current?.scales;
    const x = scales?.["x"];
    const y = scales?.["y"];
    if (stop === undefined || x === undefined || y === undefined) return;
    setVisited({ index, left: x.getPixelForValue(stop.x), top: y.getPixelForValue(stop.y) });
  }

  function nearest(event: PointerEvent<HTMLElement>): number {
    const x = chart.current?.scales["x"];
    if (x === undefined) return -1;
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const distances = stops.map((stop) => Math.abs(x.getPixelForValue(stop.x) - at));
    return distances.indexOf(Math.min(...distances));
  }

  function onKeyDown(event: KeyboardEvent): void {
    const at = visited?.index ?? stops.length - 1;
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: stops.length - 1,
    }[event.key];
    if (to !== undefined) visit(Math.max(0, Math.min(stops.length - 1, to)));
    else if (event.key === "Enter" && onOpen !== undefined) onOpen(at);
    else return;
    event.preventDefault();
  }

  const shown = visited === null ? undefined : stops[visited.index];
  const spoken = stops[visited?.index ?? stops.length - 1];
  return (
    <div className={classes.frame} style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={name} />
      {stops.length > 0 && spoken !== undefined && (
        <div
          className={classes.stops}
          data-opens={onOpen !== undefined || undefined}
          role="slider"
          tabIndex={0}
          aria-label={stopsName}
          aria-valuemin={1}
          aria-valuemax={stops.length}
          aria-valuenow={(visited?.index ?? stops.length - 1) + 1}
          aria-valuetext={spoken.reading}
          onKeyDown={onKeyDown}
          onFocus={() => visit(visited?.index ?? stops.length - 1)}
          onBlur={() => setVisited(null)}
          onPointerMove={(event) => visit(nearest(event))}
          onPointerLeave={(event) => event.currentTarget !== document.activeElement && setVisited(null)}
          onClick={() => visited !== null && onOpen?.(visited.index)}
        />
      )}
      {visited !== null && shown !== undefined && (
        <>
          <span className={classes.ring} style={{ left: visited.left, top: visited.top }} />
          <span
            className={classes.reading}
            style={{ left: visited.left, top: visited.top }}
            data-side={visited.index * 2 < stops.length ? "right" : "left"}
            aria-hidden
          >
            {shown.reading}
          </span>
        </>
      )}
    </div>
  );
}
