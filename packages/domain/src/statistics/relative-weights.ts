import { type Matrix, eigenOf } from "./symmetric-matrix.ts";

export interface RelativeWeights {
  /** How much of the outcome's variance the drivers go with together, 0–1. */
  readonly rSquared: number;
  /** By driver, each ≥ 0; they add up to R². */
  readonly weights: readonly number[];
}

/** Below this an eigenvalue says that a driver follows from the others. */
const leastEigenvalue = 1e-8;

/**
 * J. W. Johnson (2000): with R = PΔP′ the correlations of the drivers and r theirs with the outcome, Λ = PΔ^½P′, β = Λ⁻¹r, and the weights are
 * Λ²β² element by element; R² = Σβ². Null where a driver follows from the others, so that no weights can be told apart.
 * RangeError where the sizes do not fit.
 */
export function relativeWeights(correlations: Matrix, withOutcome: readonly number[]): RelativeWeights | null {
  if (correlations.length !== withOutcome.length)
    throw new RangeError("one correlation with the outcome for each driver");
  const { values, vectors } = eigenOf(correlations);
  if (values.some((value) => !(value > leastEigenvalue))) return null;
  const power = (row: number, column: number, exponent: number) =>
    values.reduce(
      (sum, value, k) => sum + (vectors[k]?.[row] ?? 0) * value ** exponent * (vectors[k]?.[column] ?? 0),
      0,
    );
  const drivers = withOutcome.map((_, driver) => driver);
  const squares = drivers.map(
    (row) => drivers.reduce((sum, column) => sum + power(row, column, -0.5) * (withOutcome[column] ?? 0), 0) ** 2,
  );
  return {
    rSquared: squares.reduce((sum, square) => sum + square, 0),
    weights: drivers.map((row) =>
      drivers.reduce((sum, column) => sum + power(row, column, 0.5) ** 2 * (squares[column] ?? 0), 0),
    ),
  };
}
