import type { TrendView } from "@kuultu/domain/trends/trend-view";

import type { TrendFormat } from "./trend-format.ts";

/** Puts ◆ behind the figures of a sentence that were published in a report: the newest figure, and the one that it is compared with. */
export function withPublishedMarks(text: string, view: TrendView, format: TrendFormat): string {
  const points = view.points.filter(
    (point) => point.by === null && point.state !== "collecting" && (point.mean ?? point.published?.value) != null,
  );
  const told = view.comparison === null ? [points.at(-1)?.round] : [view.comparison.a, view.comparison.b];
  const published = [...points.map((point) => ({ ...point, label: point.round })), ...view.pools].filter(
    (one) => told.includes(one.label) && one.published !== null,
  );
  const figures = new Set(published.map((one) => format.figure(one.mean ?? one.published?.value ?? "")));
  return [...figures].reduce(
    (marked, figure) =>
      marked.replace(new RegExp(`(?<![\\d+−-])${figure.replaceAll(".", "\\.")}(?!\\d)`, "u"), `${figure}◆`),
    text,
  );
}
