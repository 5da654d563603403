import type { TrendEdge } from "./trend-view.ts";

/** What stands between two rounds, by their names. Without an edge they are comparable. */
export type SeriesEdge = Pick<TrendEdge, "from" | "to" | "kind">;

/** Whether no break and no "not comparable" lies anywhere between two rounds. `rounds`: in the order of time. */
export function isComparable(
  rounds: readonly { readonly round: string }[],
  edges: readonly SeriesEdge[],
  a: string,
  b: string,
): boolean {
  const placeOf = (name: string) => rounds.findIndex((round) => round.round === name);
  const [first = 0, last = 0] = [placeOf(a), placeOf(b)].toSorted((x, y) => x - y);
  return !edges.some((edge) => {
    const from = placeOf(edge.from);
    const to = placeOf(edge.to);
    return (
      edge.kind !== "comparable" && from !== -1 && to !== -1 && Math.min(from, to) < last && Math.max(from, to) > first
    );
  });
}
