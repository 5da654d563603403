import { type Dice, pick } from "./dice.ts";

/** Counts of ratings on one scale, by group. */
export interface RatingTable {
  readonly scaleMin: number;
  readonly groups: readonly (readonly number[])[];
}

const shapes = ["empty", "one", "tied", "small", "small", "skewed", "skewed", "even", "large"] as const;

/** Two to five groups on a scale of 2–11 ratings; small, skewed, tied and empty ones among them. */
export function ratingTable(dice: Dice): RatingTable {
  const size = 2 + dice(10);
  return {
    scaleMin: pick(dice, [0, 1, 1, 1, -3]),
    groups: Array.from({ length: 2 + dice(4) }, () => countsOf(dice, size)),
  };
}

function countsOf(dice: Dice, size: number): number[] {
  const at = dice(size);
  const steep = 2 + dice(4);
  switch (pick(dice, shapes)) {
    case "empty":
      return Array.from({ length: size }, () => 0);
    case "one":
      return Array.from({ length: size }, (_, rating) => Number(rating === at));
    case "tied":
      return Array.from({ length: size }, (_, rating) => (rating === at ? 2 + dice(60) : 0));
    case "small":
      return Array.from({ length: size }, () => dice(4));
    case "skewed":
      return Array.from({ length: size }, (_, rating) => dice(Math.ceil(800 / steep ** Math.abs(rating - at)) + 1));
    case "even":
      return Array.from({ length: size }, () => 20 + dice(120));
    case "large":
      return Array.from({ length: size }, () => dice(5000));
  }
}

/** A square table of two coders' categories, mostly alike. */
export function codingTable(dice: Dice): number[][] {
  const size = 2 + dice(4);
  const most = pick(dice, [1, 3, 40, 900]);
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_own, column) => dice(row === column ? 4 * most : most)),
  );
}

/** Ranks that 1–40 respondents gave to 2–8 options, with ties. */
export function rankTable(dice: Dice): number[][] {
  const options = 2 + dice(7);
  const different = 1 + dice(options + 2);
  return Array.from({ length: 1 + dice(40) }, () => Array.from({ length: options }, () => 1 + dice(different)));
}

/** Values of 2–5 coders for up to 20 units, some missing. */
export function codedUnits(dice: Dice): (number | null)[][] {
  const coders = 2 + dice(4);
  const values = 1 + dice(5);
  return Array.from({ length: 1 + dice(20) }, () => {
    const first = dice(values);
    return Array.from({ length: coders }, () => (dice(6) === 0 ? null : dice(3) === 0 ? dice(values) : first));
  });
}

/** A matrix of correlations that can be: that of random columns which share a part. */
export function correlationTable(dice: Dice): { drivers: number[][]; outcome: number[] } {
  const size = 1 + dice(8);
  const rows = Array.from({ length: 40 + dice(200) }, () => {
    const shared = dice(1000);
    return Array.from({ length: size + 1 }, () => dice(1000) + shared);
  });
  const centred = Array.from({ length: size + 1 }, (_, column) => {
    const mean = rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length;
    return rows.map((row) => (row[column] ?? 0) - mean);
  });
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  const all = centred.map((a) =>
    centred.map((b) => (a === b ? 1 : product(a, b) / Math.sqrt(product(a, a) * product(b, b)))),
  );
  return { drivers: all.slice(0, size).map((row) => row.slice(0, size)), outcome: (all[size] ?? []).slice(0, size) };
}
