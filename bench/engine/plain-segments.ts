import { studentQuantile } from '../../src/engine/distributions/student.ts';
import { choleskyFactor, choleskySolve, inverseForm } from '../../src/engine/linear/cholesky.ts';
import type { ToldEffect } from './impact-panels.ts';

const COEFFICIENTS = 4;

/** Segmented regression as if neighbours were not alike: least squares with the usual standard error. */
export function plainSegments(series: readonly number[], before: number): ToldEffect {
  const middle = (before + series.length - 1) / 2;
  const rows = series.map((_, t) => {
    const post = t >= before ? 1 : 0;
    return [1, (t - before) / series.length, post, (post * (t - middle)) / series.length];
  });
  const matrix = new Float64Array(COEFFICIENTS ** 2);
  const right = new Float64Array(COEFFICIENTS);
  for (const [t, row] of rows.entries()) {
    for (const [i, value] of row.entries()) {
      right[i] = (right[i] ?? 0) + value * (series[t] ?? 0);
      for (const [j, other] of row.entries()) {
        matrix[i * COEFFICIENTS + j] = (matrix[i * COEFFICIENTS + j] ?? 0) + value * other;
      }
    }
  }
  const factor = choleskyFactor(matrix, COEFFICIENTS);
  if (factor === null) throw new Error('A start with periods on both sides leaves four columns apart.');
  const beta = choleskySolve(factor, COEFFICIENTS, right);
  const left = rows.reduce((sum, row, t) => {
    const fitted = row.reduce((part, value, i) => part + value * (beta[i] ?? 0), 0);
    return sum + ((series[t] ?? 0) - fitted) ** 2;
  }, 0);
  const freedom = series.length - COEFFICIENTS;
  const error = Math.sqrt((left / freedom) * inverseForm(factor, COEFFICIENTS, [0, 0, 1, 0]));
  const [estimate, reach] = [beta[2] ?? 0, studentQuantile(0.975, freedom) * error];
  return { estimate, lower: estimate - reach, upper: estimate + reach };
}
