import type { ScaleName } from './measure-scale.ts';

/** What other learners' curves tell of a new one. Plain data, for JSON. Lengths on the line of `scale`. */
export type Prior = {
  readonly kind: 'prior';
  readonly scale: ScaleName;
  /** Learners, and attempts of theirs, that it was learnt from. */
  readonly learners: number;
  readonly attempts: number;
  /** Of first attempts: median and robust standard deviation. */
  readonly level: { readonly median: number; readonly sd: number };
  /** Standard deviation of one attempt about its learner's course. */
  readonly noiseSd: number;
  /** Probability of each model of `learning-models.ts`: the mean over learners of what their data said. */
  readonly weights: readonly number[];
  readonly table: PriorTable;
};

/**
 * By attempts seen (`ns`) and attempts ahead (`hs`), both ascending: `corrections`, five coefficients of what
 * to add to the forecast, and `spreads`, factors on the standard deviation for not knowing the course, at 50,
 * 80 and 95%; those of one attempt ahead are for the noise too. Row by row; between the knots interpolated on
 * log axes.
 */
export type PriorTable = {
  readonly ns: readonly number[];
  readonly hs: readonly number[];
  readonly corrections: readonly number[];
  readonly spreads: readonly number[];
  /** False: all corrections are zero. */
  readonly corrects: boolean;
  /**
   * What `mean` in `LearnerMeans` is measured from, and by: median and robust standard deviation of first attempts.
   */
  readonly level: { readonly median: number; readonly sd: number };
};

/**
 * What corrections are made of beside the forecast: the mean of all attempts so far and of the recent ones.
 */
export type LearnerMeans = { readonly mean: number; readonly recent: number };

export const CORRECTION_TERMS = 5;
/** Past so many standard deviations a level says no more than at them: nobody was there to learn from. */
const FARTHEST_SDS = 3;
export const SPREAD_TERMS = 3;

type Spot = { readonly index: number; readonly share: number };

function spot(knots: readonly number[], x: number): Spot {
  const last = knots.length - 1;
  if (last < 1 || x <= (knots[0] ?? 0)) return { index: 0, share: 0 };
  if (x >= (knots[last] ?? 0)) return { index: last - 1, share: 1 };
  let index = 0;
  while (index < last - 1 && (knots[index + 1] ?? 0) <= x) index += 1;
  const [low, high] = [knots[index] ?? 0, knots[index + 1] ?? 0];
  return { index, share: Math.log(x / low) / Math.log(high / low) };
}

function lookUp(
  table: PriorTable,
  cells: readonly number[],
  terms: number,
  term: number,
  n: Spot,
  h: Spot,
): number {
  const columns = table.hs.length;
  const at = (row: number, column: number) =>
    cells[(Math.min(row, table.ns.length - 1) * columns + Math.min(column, columns - 1)) * terms + term] ?? 0;
  const low = at(n.index, h.index) * (1 - h.share) + at(n.index, h.index + 1) * h.share;
  const high = at(n.index + 1, h.index) * (1 - h.share) + at(n.index + 1, h.index + 1) * h.share;
  return low * (1 - n.share) + high * n.share;
}

/**
 * What corrections are linear in: 1, d, d |d| / sd, e - r, m - r, with r the mean of all attempts, d how far
 * it lies from where people begin, e the mean of the recent ones, m the forecast. Written into `into` from
 * `at` on.
 */
export function correctionTerms(
  level: PriorTable['level'],
  told: LearnerMeans,
  forecast: number,
  into: Float64Array,
  at: number,
): void {
  const most = FARTHEST_SDS * level.sd;
  const distance = Math.min(most, Math.max(-most, told.mean - level.median));
  into[at] = 1;
  into[at + 1] = distance;
  into[at + 2] = (distance * distance) / level.sd;
  into[at + 3] = told.recent - told.mean;
  into[at + 4] = forecast - told.mean;
}

const TERMS = new Float64Array(CORRECTION_TERMS);

/**
 * What to add to `forecast`, `middle` attempts ahead of `n`. Past the last knot of `ns` it fades, and is gone
 * at twice as many attempts.
 */
export function correctionOf(
  table: PriorTable,
  told: LearnerMeans,
  n: number,
  middle: number,
  forecast: number,
): number {
  if (!table.corrects) return 0;
  const most = table.ns.at(-1) ?? 1;
  const kept = n <= most ? 1 : 1 - Math.log2(n / most);
  if (kept <= 0) return 0;
  const [row, column] = [spot(table.ns, n), spot(table.hs, middle)];
  correctionTerms(table.level, told, forecast, TERMS, 0);
  let sum = 0;
  for (let term = 0; term < CORRECTION_TERMS; term += 1) {
    sum += lookUp(table, table.corrections, CORRECTION_TERMS, term, row, column) * (TERMS[term] ?? 0);
  }
  return kept * sum;
}

/** Factor on a standard deviation, for the interval at LEVELS[level]. */
export function spreadOf(table: PriorTable, n: number, middle: number, level: number): number {
  return lookUp(table, table.spreads, SPREAD_TERMS, level, spot(table.ns, n), spot(table.hs, middle));
}
