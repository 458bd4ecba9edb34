import type { FilterBank } from './filter-bank.ts';
import { LEVELS, studentWidth } from './interval-levels.ts';
import { correctionOf, type LearnerMeans, type PriorTable, spreadOf } from './prior.ts';
import { type Window, type WindowMoments, windowMoments } from './window-moments.ts';

/**
 * What a learner's own past forecasts showed, apart for near and far: whether intervals were too wide or too
 * narrow (adaptive conformal inference on the logarithm of their width; Gibbs & Candès 2021, NeurIPS 34), and
 * whether what others' curves add to the forecast helped. Bands longer than one attempt are looked at every
 * few attempts only.
 */
export type Band = Window & { readonly every: number };

const NEXT: Band = { from: 1, to: 1, every: 1 };

export const BANDS: readonly Band[] = [
  NEXT,
  { from: 1, to: 10, every: 5 },
  { from: 21, to: 30, every: 10 },
  { from: 91, to: 100, every: 10 },
];
function bandAt(band: number): Band {
  return BANDS[band] ?? NEXT;
}

/** All bands but the first are as long. */
const BAND_LENGTH = 10;
const SLOTS = BANDS.map(({ to, every }) => to / every);
const FIELDS = 4;
const OFFSETS = SLOTS.map((_, band) => FIELDS * SLOTS.slice(0, band).reduce((sum, slots) => sum + slots, 0));
const PENDING = FIELDS * SLOTS.reduce((sum, slots) => sum + slots, 0);

/** How fast widths follow; the far bands' errors come ten at a time and tell the same ten times. */
const RATES = [0.03, 0.05, 0.05, 0.05] as const;
const MOST_LOG_WIDTH = 1.5;
const LOSS_KEPT = 0.95;
/**
 * Others' curves may have been worse by so many mean errors in all; past that, each more takes 40% of their
 * say.
 */
const PATIENCE = 2;
const DOUBT = 0.5;

export type Calibration = {
  /** Logarithm of the factor on interval widths: by band, then by level. */
  readonly logWidth: Float64Array;
  /** By band: discounted absolute errors without and with the correction, and their number. */
  readonly loss: Float64Array;
  /** Forecasts still to come true: mean, correction, variances of noise and course for each. */
  readonly pending: Float64Array;
  /** The latest attempts, on the line, in a ring. */
  readonly latest: Float64Array;
};

export function startCalibration(): Calibration {
  return {
    logWidth: new Float64Array(BANDS.length * LEVELS.length),
    loss: new Float64Array(BANDS.length * 3),
    pending: new Float64Array(PENDING),
    latest: new Float64Array(BAND_LENGTH),
  };
}

export function cloneCalibration(calibration: Calibration): Calibration {
  return {
    logWidth: calibration.logWidth.slice(),
    loss: calibration.loss.slice(),
    pending: calibration.pending.slice(),
    latest: calibration.latest.slice(),
  };
}

const MOMENTS: WindowMoments = { mean: 0, noise: 0, course: 0 };

/**
 * The place of one band and the next around a window's middle, and how near it is to the second, on a
 * logarithmic axis.
 */
function between(middle: number): readonly [number, number] {
  const at = Math.log(middle);
  for (let band = 1; band < BANDS.length; band += 1) {
    const [low, high] = [MIDDLES[band - 1] ?? 0, MIDDLES[band] ?? 0];
    if (at <= high) return [band - 1, Math.max(0, (at - low) / (high - low))];
  }
  return [BANDS.length - 2, 1];
}

const MIDDLES = BANDS.map(({ from, to }) => Math.log((from + to) / 2));

/** What the half-width of an interval depends on, beside the learner's own record. */
export type WidthBasis = {
  readonly noise: number;
  readonly course: number;
  readonly freedom: number;
  /** Attempts seen, and from now to the middle of the window. */
  readonly n: number;
  readonly middle: number;
};

/**
 * Half-width of the interval at LEVELS[level], on the line. The record of one step ahead speaks for the
 * noise, that of windows as far ahead for the course.
 */
export function halfWidth(
  calibration: Calibration,
  table: PriorTable,
  basis: WidthBasis,
  level: number,
): number {
  const { noise, course, freedom, n, middle } = basis;
  const ofNoise = Math.exp(calibration.logWidth[level] ?? 0) * spreadOf(table, n, 1, level);
  if (course === 0) return ofNoise * Math.sqrt(noise) * studentWidth(level, freedom);
  const ofCourse = ownWidth(calibration, middle, level) * spreadOf(table, n, middle, level);
  return Math.sqrt(ofNoise * ofNoise * noise + ofCourse * ofCourse * course) * studentWidth(level, freedom);
}

function ownWidth(calibration: Calibration, middle: number, level: number): number {
  const [band, share] = between(middle);
  const near = calibration.logWidth[band * LEVELS.length + level] ?? 0;
  const far = calibration.logWidth[(band + 1) * LEVELS.length + level] ?? 0;
  return Math.exp(near + share * (far - near));
}

/** Factor on the standard deviation for not knowing the course, as its 80% interval has it. */
export function courseWidth(calibration: Calibration, table: PriorTable, n: number, middle: number): number {
  return ownWidth(calibration, middle, 1) * spreadOf(table, n, middle, 1);
}

/** How much of others' correction to take: 1 until the learner's own record speaks against it. */
export function trust(calibration: Calibration, middle: number): number {
  const [band, share] = between(middle);
  return (1 - share) * bandTrust(calibration, band) + share * bandTrust(calibration, band + 1);
}

function bandTrust({ loss }: Calibration, band: number): number {
  const without = loss[band * 3] ?? 0;
  const withIt = loss[band * 3 + 1] ?? 0;
  const count = loss[band * 3 + 2] ?? 0;
  if (count === 0 || without + withIt === 0) return 1;
  const excess = (withIt - without) / ((without + withIt) / (2 * count));
  return excess <= PATIENCE ? 1 : Math.exp(DOUBT * (PATIENCE - excess));
}

/**
 * Judges what was expected of this attempt and all forecasts that end with it. Call after the bank was fed.
 */
export function judgeForecasts(
  calibration: Calibration,
  bank: FilterBank,
  table: PriorTable,
  correction: number,
  z: number,
): void {
  const { n, freedom } = bank;
  calibration.latest[n % BAND_LENGTH] = z;
  if (n > 1) {
    const basis = { noise: bank.expectedVar, course: 0, freedom, n: n - 1, middle: 1 };
    settle(calibration, 0, table, basis, { actual: z, mean: bank.expected, correction });
  }
  for (let band = 1; band < BANDS.length; band += 1) {
    const { from, to, every } = bandAt(band);
    const origin = n - to;
    if (origin < 1 || origin % every !== 0) continue;
    const at = place(band, origin);
    const noise = calibration.pending[at + 2] ?? 0;
    // Nothing was forecast from before the beginning.
    if (noise === 0) continue;
    let sum = 0;
    for (let i = 0; i < BAND_LENGTH; i += 1) sum += calibration.latest[i] ?? 0;
    const basis = {
      noise,
      course: calibration.pending[at + 3] ?? 0,
      freedom,
      n: origin,
      middle: (from + to) / 2,
    };
    settle(calibration, band, table, basis, {
      actual: sum / BAND_LENGTH,
      mean: calibration.pending[at] ?? 0,
      correction: calibration.pending[at + 1] ?? 0,
    });
  }
}

/** Notes the forecasts that start here. Call last, when everything knows of the attempt. */
export function noteForecasts(
  calibration: Calibration,
  bank: FilterBank,
  table: PriorTable,
  told: LearnerMeans,
): void {
  for (let band = 1; band < BANDS.length; band += 1) {
    const window = bandAt(band);
    if (bank.n % window.every !== 0) continue;
    windowMoments(bank, window, MOMENTS);
    const at = place(band, bank.n);
    calibration.pending[at] = MOMENTS.mean;
    calibration.pending[at + 1] = correctionOf(
      table,
      told,
      bank.n,
      (window.from + window.to) / 2,
      MOMENTS.mean,
    );
    calibration.pending[at + 2] = MOMENTS.noise;
    calibration.pending[at + 3] = MOMENTS.course;
  }
}

function place(band: number, origin: number): number {
  const slots = SLOTS[band] ?? 0;
  const { every } = bandAt(band);
  return (OFFSETS[band] ?? 0) + FIELDS * ((origin / every) % slots);
}

type Outcome = { readonly actual: number; readonly mean: number; readonly correction: number };

function settle(
  calibration: Calibration,
  band: number,
  table: PriorTable,
  basis: WidthBasis,
  outcome: Outcome,
): void {
  const { actual, mean, correction } = outcome;
  const { logWidth, loss } = calibration;
  const error = Math.abs(actual - mean - correction * bandTrust(calibration, band));
  const rate = RATES[band] ?? 0;
  for (let level = 0; level < LEVELS.length; level += 1) {
    const i = band * LEVELS.length + level;
    const missed = error > halfWidth(calibration, table, basis, level) ? 1 : 0;
    const moved = (logWidth[i] ?? 0) + rate * (missed - (1 - (LEVELS[level] ?? 0)));
    logWidth[i] = Math.min(MOST_LOG_WIDTH, Math.max(-MOST_LOG_WIDTH, moved));
  }
  if (!table.corrects) return;
  const [plain, corrected] = [Math.abs(actual - mean), Math.abs(actual - mean - correction)];
  loss[band * 3] = LOSS_KEPT * (loss[band * 3] ?? 0) + plain;
  loss[band * 3 + 1] = LOSS_KEPT * (loss[band * 3 + 1] ?? 0) + corrected;
  loss[band * 3 + 2] = LOSS_KEPT * (loss[band * 3 + 2] ?? 0) + 1;
}
