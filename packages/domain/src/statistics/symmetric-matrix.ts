/** Rows of a square matrix. */
export type Matrix = readonly (readonly number[])[];

/** Eigenvalues from the largest, and to each its vector of length 1, as rows. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: Matrix;
}

const mostSweeps = 100;

/**
 * C. G. J. Jacobi's rotations (1846; the classical cyclic form of Golub and Van Loan, "Matrix Computations", § 8.5), for the small symmetric
 * matrices of correlations: n up to some dozens, to about machine precision. RangeError for a matrix that is not square and symmetric.
 */
export function eigenOf(matrix: Matrix): Eigen {
  const size = matrix.length;
  const at = (row: number, column: number) => matrix[row]?.[column] ?? Number.NaN;
  if (matrix.some((row, r) => row.length !== size || row.some((value, c) => Math.abs(value - at(c, r)) > 1e-9)))
    throw new RangeError("not a symmetric matrix");
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, row) => Float64Array.from(matrix, (_own, column) => Number(row === column)));
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > Number.MIN_VALUE; sweep += 1)
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q);
  const order = a.map((row, index) => ({ value: row[index] ?? 0, index })).toSorted((x, y) => y.value - x.value);
  return {
    values: order.map(({ value }) => value),
    vectors: order.map(({ index }) => v.map((row) => row[index] ?? 0)),
  };
}

/** Sum of what still stands beside the diagonal, squared. */
function offDiagonal(a: readonly Float64Array[]): number {
  return a.reduce((sum, row, r) => sum + row.reduce((so, value, c) => (r === c ? so : so + value * value), 0), 0);
}

/** Turns the plane (p, q) so that a[p][q] becomes 0; `v` gathers the turns. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const rowP = a[p];
  const rowQ = a[q];
  if (rowP === undefined || rowQ === undefined || rowP[q] === 0) return;
  const tau = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * (rowP[q] ?? 1));
  const tangent = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (const row of [...a, ...v]) turn(row, p, q, cosine, sine);
  for (let column = 0; column < a.length; column += 1) {
    const [x, y] = [rowP[column] ?? 0, rowQ[column] ?? 0];
    rowP[column] = cosine * x - sine * y;
    rowQ[column] = sine * x + cosine * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
}

function turn(row: Float64Array, p: number, q: number, cosine: number, sine: number): void {
  const [x, y] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}
