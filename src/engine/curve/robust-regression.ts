import { choleskyFactor, choleskySolve } from '../linear/cholesky.ts';

/**
 * Coefficients b that make the sum of |y_i - x_i b| / scale + ridge Σ b² small: least absolute deviations by
 * iterated reweighted least squares. `rows`: values of the terms one row after the other, `terms` a row. The
 * ridge is in rows' worth of a term of size one scale, so a handful of learners moves little.
 */
export function robustRegression(
  rows: Float64Array,
  actual: Float64Array,
  terms: number,
  ridge: number,
): Float64Array {
  const count = actual.length;
  const weights = new Float64Array(count).fill(1);
  let solution: Float64Array = new Float64Array(terms);
  for (let round = 0; round < ROUNDS; round += 1) {
    solution = weightedLeastSquares(rows, actual, weights, terms, ridge);
    let total = 0;
    for (let i = 0; i < count; i += 1) {
      let error = actual[i] ?? 0;
      for (let j = 0; j < terms; j += 1) error -= (rows[i * terms + j] ?? 0) * (solution[j] ?? 0);
      weights[i] = Math.abs(error);
      total += Math.abs(error);
    }
    const scale = Math.max(total / count, Number.MIN_VALUE);
    for (let i = 0; i < count; i += 1) weights[i] = 1 / Math.max((weights[i] ?? 0) / scale, NEAREST);
  }
  return solution;
}

const ROUNDS = 12;
/** Errors nearer than this share of the mean error count as so near. */
const NEAREST = 0.5;

function weightedLeastSquares(
  rows: Float64Array,
  actual: Float64Array,
  weights: Float64Array,
  terms: number,
  ridge: number,
): Float64Array {
  const matrix = new Float64Array(terms * terms);
  const right = new Float64Array(terms);
  for (let i = 0; i < actual.length; i += 1) {
    const w = weights[i] ?? 0;
    for (let j = 0; j < terms; j += 1) {
      const wx = w * (rows[i * terms + j] ?? 0);
      right[j] = (right[j] ?? 0) + wx * (actual[i] ?? 0);
      for (let k = 0; k <= j; k += 1)
        matrix[j * terms + k] = (matrix[j * terms + k] ?? 0) + wx * (rows[i * terms + k] ?? 0);
    }
  }
  for (let j = 0; j < terms; j += 1) matrix[j * terms + j] = (matrix[j * terms + j] ?? 0) + ridge;
  const factor = choleskyFactor(matrix, terms);
  // Only without a ridge could there be none.
  return factor === null ? right.fill(0) : choleskySolve(factor, terms, right);
}
