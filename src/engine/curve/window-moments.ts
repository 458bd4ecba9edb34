import type { FilterBank } from './filter-bank.ts';
import { COURSES, type Course, meanProgress, progress, SCATTERS } from './learning-models.ts';

/** Coming attempts, counted from the next one, 1; `to` at least `from`. */
export type Window = { readonly from: number; readonly to: number };

/** Of the mean of the attempts in a window, on the line: over models and over what each leaves open. */
export type WindowMoments = {
  mean: number;
  /** Variance that is left however well the course were known: the noise of the attempts themselves. */
  noise: number;
  /** Variance for not knowing the course. */
  course: number;
};

/**
 * E and Var of (z_(n+a) + ... + z_(n+b))/k, k = b - a + 1. For one model, with g the mean of φ^a ... φ^b, Δ
 * the mean progress of the course in the window from now, P the filter's covariance and q the wander:
 *   mean = level + gain Δ + u g
 *   variance = s² [ P_ll (1-g)² + 2 Δ (1-g) P_lb + Δ² P_bb + q (a + (k-1)(2k-1)/(6k)) + noise(φ, a, k) ],
 * so the level's own uncertainty does not shrink with k. Over models: mean of variances plus variance of
 * means.
 */
export function windowMoments(bank: FilterBank, { from, to }: Window, into: WindowMoments): void {
  const k = to - from + 1;
  const wandered = from + ((k - 1) * (2 * k - 1)) / (6 * k);
  let mean = 0;
  let square = 0;
  let unknown = 0;
  let noise = 0;
  const centre = bank.last[0] ?? 0;
  for (const [s, scatter] of SCATTERS.entries()) {
    ALIKE[s] = meanPower(scatter.likeness, from, k);
    WANDERED[s] = scatter.wander * wandered;
    NOISE[s] = meanNoise(scatter.likeness, from, k);
  }
  let j = 0;
  for (const course of COURSES) {
    const ahead = progressAhead(course, bank.n, from, to);
    for (let s = 0; s < SCATTERS.length; s += 1, j += 1) {
      const w = bank.weight[j] ?? 0;
      const alike = ALIKE[s] ?? 0;
      const l = 1 - alike;
      const gain = (bank.gain[j] ?? 0) * ahead;
      const m = (bank.level[j] ?? 0) * l + gain + (bank.last[j] ?? 0) * alike - centre;
      const cross = 2 * l * (bank.crossVar[j] ?? 0) + ahead * (bank.gainVar[j] ?? 0);
      const p = l * l * (bank.levelVar[j] ?? 0) + ahead * cross + (WANDERED[s] ?? 0);
      mean += w * m;
      square += w * m * m;
      const unit = (w * (bank.squares[j] ?? 0)) / bank.freedom;
      unknown += unit * p;
      noise += unit * (NOISE[s] ?? 0);
    }
  }
  into.mean = centre + mean;
  into.noise = noise;
  into.course = unknown + Math.max(0, square - mean * mean);
}

const ALIKE = new Float64Array(SCATTERS.length);
const WANDERED = new Float64Array(SCATTERS.length);
const NOISE = new Float64Array(SCATTERS.length);

function progressAhead(course: Course, n: number, from: number, to: number): number {
  const then = from === to ? progress(course, n + from) : meanProgress(course, n + from, n + to);
  return then - progress(course, n);
}

/** Mean of φ^h for the k attempts from `from` on. */
function meanPower(phi: number, from: number, k: number): number {
  return phi === 0 ? 0 : (phi ** from * (1 - phi ** k)) / ((1 - phi) * k);
}

/**
 * Variance of the mean of k values of an AR(1) process with unit innovations, `from` steps after its last
 * known value.
 */
function meanNoise(phi: number, from: number, k: number): number {
  if (phi === 0) return 1 / k;
  const block = (1 - phi ** k) / (1 - phi);
  const before = (block * block * phi * phi * (1 - phi ** (2 * (from - 1)))) / (1 - phi * phi);
  const within =
    (k - 2 * phi * block + (phi * phi * (1 - phi ** (2 * k))) / (1 - phi * phi)) / (1 - phi) ** 2;
  return (before + within) / (k * k);
}
