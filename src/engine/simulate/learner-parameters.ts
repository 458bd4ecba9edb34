import type { Random } from '../random.ts';

/**
 * One learner, as the model of docs/science/simulated-learners.md knows them. Lengths without a unit are on the scale of the
 * measure, more is better; for a measure that is best within a range they are logarithms of the distance to its middle.
 */
export type LearnerParameters = {
  /** Where practice leads in the end. */
  readonly asymptote: number;
  /** From the very start to the asymptote; 0 for a learner who does not learn. */
  readonly gain: number;
  /** Takes until all but 1/e of the gain is learnt. */
  readonly learningTakes: number;
  /** Standard deviation of good and bad days. */
  readonly sessionSd: number;
  /** Standard deviation of a take's noise around its session. */
  readonly noiseSd: number;
  /** Correlation of a take's noise with that of the take before, 0 to below 1. */
  readonly likeness: number;
  /** Variance of a count as a share of its mean, beside the noise: few mistakes vary by more than many do. */
  readonly dispersion: number;
  /** What the first take of a session costs. */
  readonly warmUp: number;
  /** The share of that cost that is left with each take, 0 to below 1. */
  readonly warmUpKept: number;
  /** The share of takes in which something goes wrong, or seldom right, by far. */
  readonly outlierShare: number;
  /** How far, in standard deviations of the noise. */
  readonly outlierSize: number;
  /** Days without practice after which half of what was learnt is gone. */
  readonly halfLifeDays: number;
  /** Takes until all but 1/e of what was forgotten is back. */
  readonly relearningTakes: number;
  /** The share of planned sittings that are missed, beside those that follow a missed one. */
  readonly missedShare: number;
  /** The share of sittings that are the two-minute version. */
  readonly floorShare: number;
  /** The share of takes of which the learner says how they felt. */
  readonly feelShare: number;
};

type Range = readonly [low: number, high: number];

/** `distance` serves every measure that is best within a range. */
export type RangeName = 'log' | 'logit' | 'rating' | 'linear' | 'distance';

type ScaledRanges = Readonly<Record<'gain' | 'sessionSd' | 'noiseSd' | 'warmUp', Range>>;

/** Orders of magnitude, stated and not fitted: docs/science/simulated-learners.md says where each comes from. */
const SCALED: Readonly<Record<RangeName, ScaledRanges>> = {
  log: { gain: [0.4, 1.4], sessionSd: [0.02, 0.08], noiseSd: [0.05, 0.15], warmUp: [0.02, 0.1] },
  logit: { gain: [0.8, 2.4], sessionSd: [0.1, 0.4], noiseSd: [0.3, 0.7], warmUp: [0.1, 0.4] },
  rating: { gain: [1.5, 4.5], sessionSd: [0.2, 0.6], noiseSd: [0.5, 1.2], warmUp: [0.1, 0.5] },
  linear: { gain: [0.3, 1], sessionSd: [0.03, 0.1], noiseSd: [0.08, 0.2], warmUp: [0.02, 0.1] },
  distance: { gain: [0.8, 1.8], sessionSd: [0.1, 0.3], noiseSd: [0.3, 0.7], warmUp: [0.05, 0.2] },
};

/** Where the asymptote lies beyond the target, as a share of the gain: most learners get there, and some do not. */
const BEYOND_TARGET: Range = [-0.2, 0.4];
/** Minutes of doing, not takes: an attempt of a quarter of an hour teaches more than a burst of fifteen seconds. */
const LEARNING_MINUTES: Range = [30, 240];
/** Whatever an attempt takes, nobody has learnt it in fewer. */
const FEWEST_LEARNING_TAKES = 6;

const COMMON = {
  likeness: [0.1, 0.5],
  dispersion: [0.1, 0.4],
  warmUpKept: [0.4, 0.7],
  outlierShare: [0.005, 0.03],
  outlierSize: [3, 6],
  halfLifeDays: [195, 395],
  relearningTakes: [3, 8],
  missedShare: [0.05, 0.3],
  floorShare: [0.03, 0.12],
  feelShare: [0.2, 0.8],
} as const satisfies Readonly<Record<string, Range>>;

/** `reference`: the target's place, in the unit that abilities have. */
export function drawParameters(
  chance: Random,
  name: RangeName,
  reference: number,
  attemptMinutes: number,
): LearnerParameters {
  const between = ([low, high]: Range) => low + (high - low) * chance.uniform();
  const scaled = SCALED[name];
  const gain = between(scaled.gain);
  return {
    asymptote: reference + between(BEYOND_TARGET) * gain,
    gain,
    learningTakes: Math.max(FEWEST_LEARNING_TAKES, between(LEARNING_MINUTES) / attemptMinutes),
    sessionSd: between(scaled.sessionSd),
    noiseSd: between(scaled.noiseSd),
    warmUp: between(scaled.warmUp),
    likeness: between(COMMON.likeness),
    dispersion: between(COMMON.dispersion),
    warmUpKept: between(COMMON.warmUpKept),
    outlierShare: between(COMMON.outlierShare),
    outlierSize: between(COMMON.outlierSize),
    halfLifeDays: between(COMMON.halfLifeDays),
    relearningTakes: between(COMMON.relearningTakes),
    missedShare: between(COMMON.missedShare),
    floorShare: between(COMMON.floorShare),
    feelShare: between(COMMON.feelShare),
  };
}
