import type { Language } from "@kuultu/domain/language";
import { inLanguage } from "@kuultu/domain/language";
import type { TrendPoint, TrendPool, TrendView } from "@kuultu/domain/trends/trend-view";

import { dayNumber } from "./trend-chart-data.ts";

/** A row of the table beside the chart. A suppressed row carries no number, a collecting one only how many have answered. */
export type TrendTableRow =
  | { readonly kind: "collecting"; readonly point: TrendPoint }
  | { readonly kind: "empty"; readonly point: TrendPoint; readonly reason: "suppressed" | "not-asked" }
  | { readonly kind: "figure"; readonly point: TrendPoint; readonly newest: boolean; readonly afterBreak: boolean }
  | { readonly kind: "break"; readonly key: string; readonly comparable: boolean; readonly note: string }
  | { readonly kind: "pool"; readonly pool: TrendPool };

/** Newest round first, a row for each break between the rounds that it parts, and the compared year last. */
export function trendTableData(view: TrendView, language: Language): TrendTableRow[] {
  const points = view.points
    .filter((point) => point.by === null)
    .toSorted((one, other) => dayNumber(other.on) - dayNumber(one.on));
  const newest = points.find((point) => point.mean !== null && point.state !== "collecting");
  const rows = points.flatMap((point): TrendTableRow[] => {
    const edge = view.edges.find((one) => one.to === point.round && one.kind !== "comparable");
    const after: TrendTableRow[] =
      edge === undefined
        ? []
        : [
            {
              kind: "break",
              key: `${edge.from} ${edge.to}`,
              comparable: edge.kind === "break",
              note: inLanguage(edge.notes, language),
            },
          ];
    return [rowOf(point, point === newest, edge !== undefined), ...after];
  });
  const pool = view.pools.find((one) => one.label === view.comparison?.b);
  return pool === undefined ? rows : [...rows, { kind: "pool", pool }];
}

function rowOf(point: TrendPoint, newest: boolean, afterBreak: boolean): TrendTableRow {
  if (point.state === "collecting") return { kind: "collecting", point };
  if (point.state === "suppressed" || point.state === "not-asked") return { kind: "empty", point, reason: point.state };
  return { kind: "figure", point, newest, afterBreak };
}
