import type { FlowDay } from "@kuultu/domain/feedback/flow";

/** A day as it is drawn: `x` is days since 1970. */
export interface FlowPoint {
  readonly x: number;
  readonly day: string;
  readonly received: number;
  readonly processed: number;
}

export interface FlowChartData {
  readonly points: readonly FlowPoint[];
  /** The first day of each week that is shown, Mondays. */
  readonly ticks: readonly { readonly x: number; readonly day: string }[];
  readonly max: number;
  readonly step: number;
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** 0 to a round number above the most of a day, in at most five steps of whole items. */
export function flowChartData(days: readonly FlowDay[]): FlowChartData {
  const points = days.map(({ day, received, processed }) => ({ x: dayNumber(day), day, received, processed }));
  const most = Math.max(1, ...points.flatMap(({ received, processed }) => [received, processed]));
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1, 2].map((part) => Math.max(1, part * unit)).find((size) => size * 5 >= most) ?? 2 * unit;
  return {
    points,
    ticks: points.filter(({ x }) => (((x - 4) % 7) + 7) % 7 === 0).map(({ x, day }) => ({ x, day })),
    max: Math.ceil(most / step) * step,
    step,
  };
}
