import { studentCdf } from '../distributions/student.ts';
import { choleskyFactor, choleskySolve, inverseForm, logDeterminant } from '../linear/cholesky.ts';

export type StepEstimate = {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, of no step. */
  readonly p: number;
};

/** Level and slope before, the mean gap after, and the change of slope. */
const COEFFICIENTS = 4;
/** Likeness of neighbours that is reckoned with, each as likely as the others before the series is seen. */
const LIKENESSES = Array.from({ length: 20 }, (_, step) => step / 20);
/** The vector that takes the mean gap out of the coefficients. */
const GAP = [0, 0, 1, 0] as const;

/**
 * Segmented regression of a series with a start at the place `before` (0 < before < length, five values or more in all):
 *
 *     y_t = β₀ + β₁ t + β₂ post_t + β₃ post_t (t - t̄_post) + u_t        u_t = ρ u_(t-1) + e_t,  e_t ~ N(0, σ²)
 *
 * β₂ is the mean gap after the start between the series and what it was heading for. For each ρ it is estimated by generalised least
 * squares (Prais & Winsten 1954); the ρ are weighed by their restricted likelihood, so that the interval carries the doubt about
 * ρ too: a mixture of Student's t distributions with n - 4 degrees of freedom.
 */
export function segmentedRegression(series: readonly number[], before: number, level: number): StepEstimate {
  const rows = designRows(series.length, before);
  const fits = LIKENESSES.map((likeness) => fitAt(series, rows, likeness));
  const most = Math.max(...fits.map(({ logWeight }) => logWeight));
  const parts = fits.map(({ logWeight, ...fit }) => ({ ...fit, weight: Math.exp(logWeight - most) }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const freedom = series.length - COEFFICIENTS;
  const cdf = (value: number) =>
    parts.reduce(
      (sum, { gap, scale, weight }) => sum + weight * studentCdf((value - gap) / scale, freedom),
      0,
    ) / total;
  const estimate = parts.reduce((sum, { gap, weight }) => sum + weight * gap, 0) / total;
  const reach = Math.max(...parts.map(({ gap, scale }) => Math.abs(gap - estimate) + scale));
  const tail = (1 - level) / 2;
  return {
    estimate,
    lower: whereReached(cdf, tail, estimate, reach),
    upper: whereReached(cdf, 1 - tail, estimate, reach),
    p: Math.min(1, 2 * Math.min(cdf(0), 1 - cdf(0))),
  };
}

function designRows(length: number, before: number): readonly (readonly number[])[] {
  const middle = (before + length - 1) / 2;
  return Array.from({ length }, (_, t) => {
    const post = t >= before ? 1 : 0;
    // About the start, which keeps the columns from being alike.
    return [1, (t - before) / length, post, (post * (t - middle)) / length];
  });
}

type Fit = { readonly gap: number; readonly scale: number; readonly logWeight: number };

/** A series without any scatter would leave nothing to weigh by. */
const LEAST_SHARE = 1e-12;
const LEAST = 1e-200;

function fitAt(series: readonly number[], rows: readonly (readonly number[])[], likeness: number): Fit {
  const first = Math.sqrt(1 - likeness ** 2);
  const whiten = (value: number, previous: number | undefined) =>
    previous === undefined ? first * value : value - likeness * previous;
  const y = series.map((value, t) => whiten(value, series[t - 1]));
  const x = rows.map((row, t) => row.map((value, place) => whiten(value, rows[t - 1]?.[place])));
  const matrix = new Float64Array(COEFFICIENTS * COEFFICIENTS);
  const right = new Float64Array(COEFFICIENTS);
  x.forEach((row, t) => {
    row.forEach((value, i) => {
      right[i] = (right[i] ?? 0) + value * (y[t] ?? 0);
      row.forEach((other, j) => {
        const place = i * COEFFICIENTS + j;
        matrix[place] = (matrix[place] ?? 0) + value * other;
      });
    });
  });
  const factor = choleskyFactor(matrix, COEFFICIENTS);
  if (factor === null) return { gap: 0, scale: 1, logWeight: Number.NEGATIVE_INFINITY };
  const beta = choleskySolve(factor, COEFFICIENTS, right);
  const left = x.reduce((sum, row, t) => {
    const fitted = row.reduce((part, value, i) => part + value * (beta[i] ?? 0), 0);
    return sum + ((y[t] ?? 0) - fitted) ** 2;
  }, 0);
  const size = y.reduce((sum, value) => sum + value ** 2, 0);
  const squares = Math.max(left, LEAST_SHARE ** 2 * size, LEAST);
  const freedom = series.length - COEFFICIENTS;
  return {
    gap: beta[2] ?? 0,
    scale: Math.sqrt((squares / freedom) * inverseForm(factor, COEFFICIENTS, GAP)),
    logWeight:
      (Math.log(1 - likeness ** 2) - logDeterminant(factor, COEFFICIENTS) - freedom * Math.log(squares)) / 2,
  };
}

const DOUBLINGS = 60;
const HALVINGS = 60;

/** Where a rising function passes `goal`. */
function whereReached(rising: (value: number) => number, goal: number, from: number, reach: number): number {
  let span = reach;
  for (let step = 0; step < DOUBLINGS; step += 1) {
    if (rising(from - span) < goal && rising(from + span) > goal) break;
    span *= 2;
  }
  let [low, high] = [from - span, from + span];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < goal) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
