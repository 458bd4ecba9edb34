import { halfWidth, judgeForecasts, noteForecasts, startCalibration, trust } from './calibration.ts';
import {
  type CurveAttempt,
  type CurveOptions,
  type CurveState,
  cloneStarted,
  type Started,
} from './curve-state.ts';
import { DEFAULT_TABLE } from './default-prior.ts';
import { feedBank, noiseVariance, startBank } from './filter-bank.ts';
import { MODEL_WEIGHTS } from './learning-models.ts';
import { meanShift } from './mean-shift.ts';
import { type MeasureScale, measureScale, scaleName } from './measure-scale.ts';
import { correctionOf, type PriorTable } from './prior.ts';
import { costAt, enter, learnCost, startWarmUp } from './warm-up.ts';
import { type Window, type WindowMoments, windowMoments } from './window-moments.ts';

/** Without others' curves, one's own first five are needed to begin. */
export const FEWEST_ALONE = 5;
/** The diffuse beginning: ten standard deviations of the noise. */
const DIFFUSE_NOISE_SDS = 10;
/** From the mean absolute deviation about the median to a standard deviation, if normal. */
const MAD_TO_SD = 1.4826;
const LEAST_SHARE = 1e-3;
/** Scores that are all alike still may differ next time. */
const LEAST_NOISE = 1e-6;
const RECENT_WEIGHT = 0.3;
/** Slips are brought in to so many predictive standard deviations before they enter means. */
const WIDEST = 3;

export type TooFewAttempts = {
  readonly kind: 'too-few-attempts';
  readonly have: number;
  readonly need: number;
};

/**
 * Of the mean of the attempts in the window, in the measure's own unit. `mean` is the middle of what is
 * predicted: of one attempt its median, of several about where the mean of their values lies.
 */
export type WindowForecast = Window & {
  readonly kind: 'forecast';
  readonly mean: number;
  readonly lower50: number;
  readonly upper50: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number;
  readonly upper95: number;
};

export function startCurve(options: CurveOptions): CurveState {
  return { options, n: 0, waiting: [], started: null };
}

export function withAttempt(state: CurveState, attempt: CurveAttempt): CurveState {
  if (state.started !== null) {
    const started = cloneStarted(state.started);
    take(started, tableOf(state.options), attempt);
    return { ...state, n: state.n + 1, started };
  }
  const waiting = [...state.waiting, attempt];
  const { prior } = state.options;
  if (prior === undefined && waiting.length < FEWEST_ALONE) return { ...state, n: state.n + 1, waiting };
  const started = begin(state.options, waiting);
  for (const first of waiting) take(started, tableOf(state.options), first);
  return { ...state, n: state.n + 1, waiting: [], started };
}

/** The same as one attempt after the other, faster. */
export function curveOf(options: CurveOptions, attempts: readonly CurveAttempt[]): CurveState {
  return followCurve(options, attempts).state;
}

/** A curve, and how far each attempt lay from what was forecast of it. */
export type FollowedCurve = {
  readonly state: CurveState;
  /** In predictive standard deviations, positive where it was better than forecast; 0 where it was not forecast yet. */
  readonly residuals: readonly number[];
};

export function followCurve(options: CurveOptions, attempts: readonly CurveAttempt[]): FollowedCurve {
  const fewest = options.prior === undefined ? FEWEST_ALONE : 1;
  let state = startCurve(options);
  for (const attempt of attempts.slice(0, fewest)) state = withAttempt(state, attempt);
  const residuals = attempts.map(() => 0);
  if (state.started === null) return { state, residuals };
  const table = tableOf(options);
  for (let i = fewest; i < attempts.length; i += 1) {
    const attempt = attempts[i];
    if (attempt !== undefined) residuals[i] = take(state.started, table, attempt);
  }
  return { state: { ...state, n: attempts.length }, residuals };
}

export function tableOf({ prior }: CurveOptions): PriorTable {
  return prior?.table ?? DEFAULT_TABLE;
}

export function begin({ kind, better, prior }: CurveOptions, first: readonly CurveAttempt[]): Started {
  const values = first.map(({ value }) => value);
  const scale = measureScale(kind, better, prior?.scale ?? scaleName(kind, values));
  const { level, levelSd, noiseSd, at } =
    prior === undefined
      ? alone(scale, values)
      : {
          level: prior.level.median,
          levelSd: prior.level.sd,
          noiseSd: prior.noiseSd,
          at: 1,
        };
  const logWeights = Float64Array.from(prior?.weights ?? MODEL_WEIGHTS, Math.log);
  return {
    scale,
    floorVar: (LEAST_SHARE * noiseSd) ** 2,
    logWeights,
    bank: startBank({ level, levelSd, noiseSd, at }, logWeights),
    calibration: startCalibration(),
    warmUp: startWarmUp(noiseSd),
    held: { mean: 0, recent: 0 },
  };
}

function alone(scale: MeasureScale, values: readonly number[]) {
  const line = values.map(scale.toLine).sort((a, b) => a - b);
  const level = medianOf(line);
  const away = medianOf(line.map((z) => Math.abs(z - level)).sort((a, b) => a - b)) * MAD_TO_SD;
  const usual = scale.usualNoise ?? Math.max(away, LEAST_SHARE * Math.abs(level), LEAST_NOISE);
  const noiseSd = Math.sqrt((away * away + usual * usual) / 2);
  return { level, levelSd: DIFFUSE_NOISE_SDS * noiseSd, noiseSd, at: (values.length + 1) / 2 };
}

function medianOf(sorted: readonly number[]): number {
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}

const MOMENTS: WindowMoments = { mean: 0, noise: 0, course: 0 };

/** Takes one attempt into everything, in place; gives how far it lay from its forecast, in predictive standard deviations. */
export function take(started: Started, table: PriorTable, attempt: CurveAttempt): number {
  const { bank, warmUp, held, calibration } = started;
  const unrest = enter(warmUp, attempt.at);
  const raw = started.scale.toLine(attempt.value);
  const cost = costAt(warmUp, 0);
  const z = raw - cost;
  const correction = nextCorrection(started, table);
  feedBank(bank, z, started.logWeights, started.floorVar, unrest);
  const sd = Math.sqrt(bank.expectedVar);
  const error = Math.min(WIDEST * sd, Math.max(-WIDEST * sd, z - bank.expected));
  learnCost(warmUp, error);
  const slipless = bank.expected + error;
  held.mean += (slipless - held.mean) / bank.n;
  held.recent += (bank.n === 1 ? 1 : RECENT_WEIGHT) * (slipless - held.recent);
  judgeForecasts(calibration, bank, table, correction, z);
  noteForecasts(calibration, bank, table, held);
  return (z - bank.expected) / sd;
}

function nextCorrection({ bank, held }: Started, table: PriorTable): number {
  if (!table.corrects || bank.n === 0) return 0;
  windowMoments(bank, NEXT, MOMENTS);
  return correctionOf(table, held, bank.n, 1, MOMENTS.mean);
}

const NEXT: Window = { from: 1, to: 1 };

/** On the line: centre, and half-widths at 50, 80 and 95%. */
export type LineForecast = { readonly centre: number; readonly halves: readonly [number, number, number] };

/** `unrest`: variance that a pause before the window adds to the course, in units of the noise's. */
export function forecastOnLine(
  started: Started,
  table: PriorTable,
  window: Window,
  unrest = 0,
): LineForecast {
  const { bank, calibration, held } = started;
  const middle = (window.from + window.to) / 2;
  windowMoments(bank, window, MOMENTS);
  const { mean, noise } = MOMENTS;
  const course = MOMENTS.course + (unrest === 0 ? 0 : unrest * noiseVariance(bank));
  const correction = correctionOf(table, held, bank.n, middle, mean);
  const basis = { noise, course, freedom: bank.freedom, n: bank.n, middle };
  const half = (level: number) => halfWidth(calibration, table, basis, level);
  const [inner, most] = [half(0), half(1)];
  // Each level learns apart; they must not cross.
  const second = Math.max(inner, most);
  return {
    centre: mean + correction * trust(calibration, middle),
    halves: [inner, second, Math.max(second, half(2))],
  };
}

/**
 * The mean of the attempts `from` to `to` from now, 1 the next, for each window: whole numbers, 1 <= from <=
 * to. `nextAt`: when the next session begins, in milliseconds since 1970; then its first attempts are
 * forecast as such.
 */
export function forecast(
  state: CurveState,
  windows: readonly Window[],
  nextAt?: number,
): readonly WindowForecast[] | TooFewAttempts {
  const { started, options, n } = state;
  const need = options.prior === undefined ? FEWEST_ALONE : 1;
  if (started === null) return { kind: 'too-few-attempts', have: n, need };
  const warmUp = { ...started.warmUp };
  const unrest = nextAt === undefined ? 0 : enter(warmUp, nextAt);
  return windows.map((window) => {
    const { centre, halves } = forecastOnLine(started, tableOf(options), window, unrest);
    const k = window.to - window.from + 1;
    // The middle of one attempt is where the line says; the mean of many lies where their mean does.
    let cost = (1 - 1 / k) * meanShift(started, centre);
    if (nextAt !== undefined) {
      for (let h = window.from; h <= window.to; h += 1) cost += costAt(warmUp, h - 1) / k;
    }
    const at = (z: number) => started.scale.fromLine(z + cost);
    const end = (away: number): readonly [number, number] => {
      const [a, b] = [at(centre - away), at(centre + away)];
      return a < b ? [a, b] : [b, a];
    };
    const [lower50, upper50] = end(halves[0]);
    const [lower80, upper80] = end(halves[1]);
    const [lower95, upper95] = end(halves[2]);
    return {
      kind: 'forecast',
      ...window,
      mean: at(centre),
      lower50,
      upper50,
      lower80,
      upper80,
      lower95,
      upper95,
    };
  });
}
