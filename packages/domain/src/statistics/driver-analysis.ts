import { relativeWeights } from "./relative-weights.ts";

/** Ratings of those who answered alike on every driver and on the outcome; who left one out is not in. */
export interface CompleteAnswers {
  readonly drivers: readonly number[];
  readonly outcome: number;
  readonly count: number;
}

/** J. A. Martilla and J. C. James (1977): "Concentrate here", "Keep up the good work", "Low priority", "Possible overkill". */
export type Quadrant = "concentrate" | "keep-up" | "low-priority" | "possible-overkill";

export interface Driver {
  /** Relative weight; the weights add up to R². */
  readonly weight: number;
  /** The weight's part of R², 0–1: the importance. */
  readonly importance: number;
  /** Mean rating. */
  readonly performance: number;
  readonly quadrant: Quadrant;
}

/** What goes with the outcome, and how well it is done: association, not cause. */
export type DriverAnalysis =
  | { readonly state: "too-few"; readonly n: number; readonly needed: number }
  /** A driver or the outcome does not vary, a driver follows from the others, or nothing goes with the outcome. */
  | { readonly state: "undetermined"; readonly n: number }
  | { readonly state: "shown"; readonly n: number; readonly rSquared: number; readonly drivers: readonly Driver[] };

/** At least 100 complete answers, and 10 for each driver. */
export function neededForDrivers(drivers: number): number {
  return Math.max(100, 10 * drivers);
}

/**
 * Johnson's relative weights beside the mean ratings. A driver is important, or done well, from the mean of all drivers upwards.
 * RangeError where answers have different numbers of drivers.
 */
export function driverAnalysis(answers: readonly CompleteAnswers[]): DriverAnalysis {
  const size = answers[0]?.drivers.length ?? 0;
  if (answers.some((answer) => answer.drivers.length !== size)) throw new RangeError("all rate the same drivers");
  const n = answers.reduce((sum, { count }) => sum + count, 0);
  if (n < neededForDrivers(size)) return { state: "too-few", n, needed: neededForDrivers(size) };
  const columns = [...Array.from({ length: size }, (_, driver) => driver), size];
  const valueOf = (answer: CompleteAnswers, column: number) =>
    column === size ? answer.outcome : (answer.drivers[column] ?? 0);
  const means = columns.map((c) => answers.reduce((sum, answer) => sum + valueOf(answer, c) * answer.count, 0) / n);
  const products = columns.map((a) => columns.map((b) => crossProduct(answers, valueOf, means, a, b)));
  const spread = columns.map((c) => Math.sqrt(products[c]?.[c] ?? 0));
  if (size === 0 || spread.includes(0)) return { state: "undetermined", n };
  const correlations = products.map((row, a) =>
    row.map((value, b) => (a === b ? 1 : value / ((spread[a] ?? 1) * (spread[b] ?? 1)))),
  );
  const found = relativeWeights(
    correlations.slice(0, size).map((row) => row.slice(0, size)),
    (correlations[size] ?? []).slice(0, size),
  );
  if (found === null || found.rSquared === 0) return { state: "undetermined", n };
  return { state: "shown", n, rSquared: found.rSquared, drivers: placed(found.weights, found.rSquared, means) };
}

/** Σ (x_a − x̄_a)(x_b − x̄_b) over the answers. */
function crossProduct(
  answers: readonly CompleteAnswers[],
  valueOf: (answer: CompleteAnswers, column: number) => number,
  means: readonly number[],
  a: number,
  b: number,
): number {
  return answers.reduce(
    (sum, answer) =>
      sum + answer.count * (valueOf(answer, a) - (means[a] ?? 0)) * (valueOf(answer, b) - (means[b] ?? 0)),
    0,
  );
}

function placed(weights: readonly number[], rSquared: number, means: readonly number[]): Driver[] {
  const ordinary = weights.reduce((sum, _, driver) => sum + (means[driver] ?? 0), 0) / weights.length;
  return weights.map((weight, driver) => {
    const importance = weight / rSquared;
    const performance = means[driver] ?? 0;
    return {
      weight,
      importance,
      performance,
      quadrant: quadrantOf(importance >= 1 / weights.length, performance >= ordinary),
    };
  });
}

function quadrantOf(important: boolean, doneWell: boolean): Quadrant {
  if (important) return doneWell ? "keep-up" : "concentrate";
  return doneWell ? "possible-overkill" : "low-priority";
}
