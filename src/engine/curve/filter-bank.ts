import { COURSES, GAIN, MODEL_COUNT, MODELS, progress, progressStep, SCATTERS } from './learning-models.ts';

/**
 * One Kalman filter for each model of `learning-models.ts`, over the state (level, gain):
 *   level_t = level_(t-1) + gain (f(t) - f(t-1)) + wander,   z_t = level_t + u_t,   u_t = φ u_(t-1) + noise,
 * observed through z_t - φ z_(t-1), and its posterior weight. Variances are in units of the noise's, which is
 * estimated with them (conjugate normal-gamma; West & Harrison 1997, Bayesian Forecasting and Dynamic Models,
 * section 4.5). Innovations are held at three standard deviations (Huber's psi), so that a slip of the
 * keyboard moves the level by little.
 */
export type FilterBank = {
  n: number;
  /** Attempts in a row that lay out on one side, signed. */
  streak: number;
  /** What was forecast of the last attempt, one step ahead, and with which variance: over all models. */
  expected: number;
  expectedVar: number;
  /** Degrees of freedom of the noise's estimate. */
  freedom: number;
  readonly level: Float64Array;
  readonly gain: Float64Array;
  readonly levelVar: Float64Array;
  readonly crossVar: Float64Array;
  readonly gainVar: Float64Array;
  /** Sum of squared standardised innovations: noise variance times freedom. */
  readonly squares: Float64Array;
  /** The last attempt as this filter holds it, slips brought in. */
  readonly last: Float64Array;
  /** Tempered and discounted log score. */
  readonly score: Float64Array;
  /** Product of the inverse likelihoods that the score has not taken in yet. */
  readonly unlikely: Float64Array;
  /** Posterior probability of each model; sums to 1. */
  readonly weight: Float64Array;
};

/** What is believed before the first attempt, on the line. */
export type BankStart = {
  readonly level: number;
  readonly levelSd: number;
  readonly noiseSd: number;
  readonly at: number;
};

const WIDEST_INNOVATION = 3;
/** A second attempt on the same far side is a leap, not a slip: the level may have moved by this variance. */
const LEAP_AFTER = 2;
const LEAP_VARIANCE = 4;
const START_FREEDOM = 4;
/** Noise is remembered for about a hundred attempts, scores for two hundred. */
const NOISE_KEPT = 0.99;
const SCORE_KEPT = 0.995;
/** No model is the truth, and errors of successive attempts are alike: evidence counts less than fully. */
const TEMPER = 0.4;
/** Attempts are scored by a Student density with five degrees of freedom. */
const STUDENT = 5;
/** However far off, an attempt counts against a model as this many of its (scaled) squared errors at most. */
const FARTHEST = 1e6;
/**
 * After so many attempts one more changes little: then weights are brought up to date every fourth attempt
 * only.
 */
const SETTLED_AFTER = 200;
const SETTLED_EVERY = 4;

const fresh = () => new Float64Array(MODEL_COUNT);

/** `logWeights`: log prior probability of each model. The level is believed about attempt `start.at`. */
export function startBank(start: BankStart, logWeights: Float64Array): FilterBank {
  const bank: FilterBank = {
    n: 0,
    streak: 0,
    expected: start.level,
    expectedVar: 0,
    freedom: START_FREEDOM,
    level: fresh(),
    gain: fresh(),
    levelVar: fresh(),
    crossVar: fresh(),
    gainVar: fresh(),
    squares: fresh(),
    last: fresh(),
    score: fresh(),
    unlikely: fresh().fill(1),
    weight: fresh(),
  };
  for (const [j, { course }] of MODELS.entries()) {
    const { mean, sd } = GAIN[course.kind];
    const gain = mean * start.noiseSd;
    bank.gain[j] = gain;
    bank.level[j] = start.level - gain * (progress(course, start.at) - progress(course, 0));
    bank.levelVar[j] = (start.levelSd / start.noiseSd) ** 2;
    bank.gainVar[j] = sd * sd;
    bank.squares[j] = start.noiseSd ** 2 * START_FREEDOM;
  }
  weigh(bank, logWeights);
  return bank;
}

export function cloneBank(bank: FilterBank): FilterBank {
  return {
    ...bank,
    level: bank.level.slice(),
    gain: bank.gain.slice(),
    levelVar: bank.levelVar.slice(),
    crossVar: bank.crossVar.slice(),
    gainVar: bank.gainVar.slice(),
    squares: bank.squares.slice(),
    last: bank.last.slice(),
    score: bank.score.slice(),
    unlikely: bank.unlikely.slice(),
    weight: bank.weight.slice(),
  };
}

/**
 * Takes one attempt into every filter, in place. `floor`: the least noise variance believed. `unrest`:
 * variance added to the level for time away, in units of the noise's.
 */
export function feedBank(
  bank: FilterBank,
  z: number,
  logWeights: Float64Array,
  floor: number,
  unrest: number,
): void {
  const t = bank.n + 1;
  const settled = t > SETTLED_AFTER;
  const weighs = !settled || t % SETTLED_EVERY === 0;
  STEP.z = z;
  STEP.floor = floor;
  STEP.added = unrest + (Math.abs(bank.streak) >= LEAP_AFTER ? LEAP_VARIANCE : 0);
  STEP.isBack = unrest > 0;
  STEP.alike = t === 1 ? 0 : 1;
  STEP.kept = !weighs ? 0 : settled ? SCORE_KEPT ** SETTLED_EVERY : SCORE_KEPT;
  STEP.centre = bank.last[0] ?? 0;
  STEP.mean = 0;
  STEP.square = 0;
  STEP.variance = 0;
  STEP.best = 0;
  STEP.side = 0;
  let j = 0;
  for (const course of COURSES) {
    const d = progressStep(course, t);
    for (let k = 0; k < SCATTERS.length; k += 1, j += 1) feedOne(bank, j, k, d, STEP);
  }
  bank.n = t;
  bank.expected = STEP.centre + STEP.mean;
  bank.expectedVar = STEP.variance + Math.max(0, STEP.square - STEP.mean * STEP.mean);
  bank.freedom = NOISE_KEPT * bank.freedom + 1;
  bank.streak =
    STEP.side === 0 ? 0 : Math.sign(bank.streak) === STEP.side ? bank.streak + STEP.side : STEP.side;
  if (weighs) weigh(bank, logWeights);
}

/**
 * What is the same for all filters in one step, and what they add up to; kept, so that a step allocates
 * nothing.
 */
const STEP = {
  z: 0,
  floor: 0,
  /** Level variance that every model adds, in units of the noise's. */
  added: 0,
  /** The first attempt after a long time away. */
  isBack: false,
  /** 0 at the first attempt, which has none before it to be like. */
  alike: 0,
  /** Share of the score that is kept; 0 where scores wait. */
  kept: 0,
  centre: 0,
  mean: 0,
  square: 0,
  variance: 0,
  /** Weight of the likeliest model so far, and on which side of what it expected the attempt lay far out. */
  best: 0,
  side: 0,
};

/** Filter `j`, of scatter `k`, whose course goes on by `d`. */
function feedOne(bank: FilterBank, j: number, k: number, d: number, step: typeof STEP): void {
  const { level, gain, levelVar, crossVar, gainVar, squares, last } = bank;
  const phi = (LIKENESS[k] ?? 0) * step.alike;
  const g = gain[j] ?? 0;
  const vb = gainVar[j] ?? 0;
  const cross = (crossVar[j] ?? 0) + d * vb;
  const v = (levelVar[j] ?? 0) + d * ((crossVar[j] ?? 0) + cross) + (WANDER[k] ?? 0) + step.added;
  const m = (level[j] ?? 0) + g * d;
  // z_t - φ z_(t-1) = (1 - φ) level_t + φ d gain + noise.
  const hl = 1 - phi;
  const hb = phi * d;
  const ml = v * hl + cross * hb;
  const mb = cross * hl + vb * hb;
  const f = hl * ml + hb * mb + 1;
  const variance = f * Math.max(step.floor, (squares[j] ?? 0) / bank.freedom);
  const predicted = hl * m + hb * g + phi * (last[j] ?? 0);
  const error = step.z - predicted;
  const u2 = (error * error) / variance;
  let held = error;
  let side = 0;
  let gained = f;
  if (u2 > WIDEST_INNOVATION * WIDEST_INNOVATION) {
    side = error > 0 ? 1 : -1;
    held = side * WIDEST_INNOVATION * Math.sqrt(variance);
    // A level held loosely after time away would follow one slip, and be sure of it: it says as little as if it had been noise.
    if (step.isBack) gained = (f * u2) / (WIDEST_INNOVATION * WIDEST_INNOVATION);
  }
  tally(bank.weight[j] ?? 0, predicted - step.centre, variance, side, step);
  score(bank, j, variance, u2, step.kept);
  const kl = ml / gained;
  const kb = mb / gained;
  last[j] = predicted + held;
  level[j] = m + kl * held;
  gain[j] = g + kb * held;
  levelVar[j] = v - kl * ml;
  crossVar[j] = cross - kl * mb;
  gainVar[j] = vb - kb * mb;
  squares[j] = NOISE_KEPT * (squares[j] ?? 0) + (held * held) / f;
}

const LIKENESS = Float64Array.from(SCATTERS, (scatter) => scatter.likeness);
const WANDER = Float64Array.from(SCATTERS, (scatter) => scatter.wander);

function tally(weight: number, off: number, variance: number, side: number, step: typeof STEP): void {
  step.mean += weight * off;
  step.square += weight * off * off;
  step.variance += weight * variance;
  if (weight > step.best) {
    step.best = weight;
    step.side = side;
  }
}

/** The inverse likelihood is multiplied up while scores wait: one logarithm for four attempts. */
function score(bank: FilterBank, j: number, variance: number, u2: number, kept: number): void {
  const tail = 1 + Math.min(FARTHEST, u2) / STUDENT;
  const cubed = tail * tail * tail;
  const unlikely = (bank.unlikely[j] ?? 0) * variance * cubed * cubed;
  if (kept === 0) {
    bank.unlikely[j] = unlikely;
    return;
  }
  bank.score[j] = kept * (bank.score[j] ?? 0) - 0.5 * TEMPER * Math.log(unlikely);
  bank.unlikely[j] = 1;
}

/** One attempt's noise variance, over all models. */
export function noiseVariance({ weight, squares, freedom }: FilterBank): number {
  let sum = 0;
  for (let j = 0; j < MODEL_COUNT; j += 1) sum += (weight[j] ?? 0) * (squares[j] ?? 0);
  return sum / freedom;
}

function weigh(bank: FilterBank, logWeights: Float64Array): void {
  const { score, weight } = bank;
  let best = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < MODEL_COUNT; j += 1) {
    const points = (score[j] ?? 0) + (logWeights[j] ?? 0);
    if (points > best) best = points;
  }
  let sum = 0;
  for (let j = 0; j < MODEL_COUNT; j += 1) {
    const w = Math.exp((score[j] ?? 0) + (logWeights[j] ?? 0) - best);
    weight[j] = w;
    sum += w;
  }
  for (let j = 0; j < MODEL_COUNT; j += 1) weight[j] = (weight[j] ?? 0) / sum;
}
