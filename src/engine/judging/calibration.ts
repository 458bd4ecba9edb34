import { studentQuantile } from '../distributions/student.ts';
import { meanOf } from '../picture/order-statistics.ts';
import { estimateShare } from '../picture/share.ts';
import { type Probability, probability } from '../units.ts';

export const FEWEST_RATINGS = 10;
/** A difference of ten points in a hundred is what one would notice; ours. */
const SMALLEST_BIAS = 0.1;
const LEVEL = 0.95;

/** How sure somebody was beforehand, from 0 to 1, and whether it came off. */
export type SelfRating = { readonly confidence: number; readonly cameOff: boolean };

export type CalibrationVerdict = 'over-confident' | 'under-confident' | 'well-calibrated' | 'cannot-tell';

export type Estimate = { readonly value: number; readonly lower: number; readonly upper: number };

export type Calibration =
  | {
      readonly kind: 'calibration';
      readonly n: number;
      readonly level: Probability;
      readonly meanConfidence: number;
      readonly shareCameOff: number;
      /** Mean confidence less the share that came off: above 0 over-confident, below 0 under-confident. */
      readonly bias: Estimate;
      /** Rise of what came off for a rise of confidence: 1 as it should be, 0 where confidence tells nothing. Null: it never varied. */
      readonly slope: Estimate | null;
      /** Mean squared distance of confidence from what happened, 0 to 1: 0 is best, 0.25 is always saying one half. */
      readonly brier: Estimate;
      readonly verdict: CalibrationVerdict;
    }
  | { readonly kind: 'too-few-ratings'; readonly have: number; readonly need: number };

/**
 * Self-rating against what happened. Given the confidences, the share that came off has the exact interval of Clopper & Pearson,
 * which is too wide rather than too narrow where chances differ (Hoeffding 1956); the bias is the mean confidence less that.
 * Slope: least squares with HC3 standard errors (Long & Ervin 2000). Ratings outside 0 to 1 are left out. docs/science/judging.md.
 */
export function calibrationOf(all: readonly SelfRating[]): Calibration {
  const ratings = all.filter(({ confidence }) => confidence >= 0 && confidence <= 1);
  const n = ratings.length;
  if (n < FEWEST_RATINGS) return { kind: 'too-few-ratings', have: n, need: FEWEST_RATINGS };
  const meanConfidence = meanOf(ratings.map(({ confidence }) => confidence));
  const came = estimateShare(ratings.filter(({ cameOff }) => cameOff).length, n, LEVEL);
  const bias = {
    value: meanConfidence - came.share,
    lower: meanConfidence - came.high,
    upper: meanConfidence - came.low,
  };
  return {
    kind: 'calibration',
    n,
    level: probability(LEVEL),
    meanConfidence,
    shareCameOff: came.share,
    bias,
    slope: slopeOf(ratings, meanConfidence, came.share),
    brier: brierOf(ratings),
    verdict: verdictOf(bias),
  };
}

function verdictOf({ lower, upper }: Estimate): CalibrationVerdict {
  if (lower > -SMALLEST_BIAS && upper < SMALLEST_BIAS) return 'well-calibrated';
  if (lower > 0) return 'over-confident';
  return upper < 0 ? 'under-confident' : 'cannot-tell';
}

/** Variance of what has never turned out otherwise in n times, by Laplace's rule of succession: no error is taken to be nought. */
const leastVariance = (n: number) => (n + 1) / (n + 2) ** 2;

function outcome({ cameOff }: SelfRating): number {
  return cameOff ? 1 : 0;
}

/** Below it confidence is taken never to have varied. */
const ROUNDING = 1e-9;
const LEAST_FREEDOM = 0.01;

function slopeOf(ratings: readonly SelfRating[], meanX: number, meanY: number): Estimate | null {
  const n = ratings.length;
  const spread = ratings.reduce((sum, { confidence }) => sum + (confidence - meanX) ** 2, 0);
  if (spread < ROUNDING) return null;
  const product = ratings.reduce((sum, one) => sum + (one.confidence - meanX) * (outcome(one) - meanY), 0);
  const value = product / spread;
  const variance = ratings.reduce((sum, one) => {
    const away = one.confidence - meanX;
    const leverage = 1 / n + away ** 2 / spread;
    const left = outcome(one) - meanY - value * away;
    // One rating alone may carry the whole slope: its own miss then says nothing of its error.
    const square = (left / Math.max(LEAST_FREEDOM, 1 - leverage)) ** 2;
    return sum + away ** 2 * Math.max(leastVariance(n), square);
  }, 0);
  const reach = studentQuantile((1 + LEVEL) / 2, n - 2) * (Math.sqrt(variance) / spread);
  return { value, lower: value - reach, upper: value + reach };
}

/** Student's t about the mean, within what a Brier score can be. */
function brierOf(ratings: readonly SelfRating[]): Estimate {
  const n = ratings.length;
  const losses = ratings.map((one) => (one.confidence - outcome(one)) ** 2);
  const value = meanOf(losses);
  const variance = losses.reduce((sum, loss) => sum + (loss - value) ** 2, 0) / (n - 1);
  const reach = studentQuantile((1 + LEVEL) / 2, n - 1) * Math.sqrt(Math.max(leastVariance(n), variance) / n);
  return { value, lower: Math.max(0, value - reach), upper: Math.min(1, value + reach) };
}

const percent = (share: number) => Math.round(100 * share);

/** Two sentences for the one who rated; no judgement of the person. */
export function calibrationSentence(calibration: Calibration): string {
  if (calibration.kind === 'too-few-ratings') {
    return `Too early to say: ${calibration.have} of the ${calibration.need} ratings that it takes.`;
  }
  const { meanConfidence, shareCameOff, bias, n, verdict } = calibration;
  const told = `On average you were ${percent(meanConfidence)}% sure, and ${percent(shareCameOff)}% of ${n} came off.`;
  const [from, to] = [Math.floor(100 * bias.lower), Math.ceil(100 * bias.upper)];
  switch (verdict) {
    case 'over-confident':
      return `${told} That is surer than it turned out, by ${from} to ${to} points in a hundred.`;
    case 'under-confident':
      return `${told} That is less sure than it turned out, by ${-to} to ${-from} points in a hundred.`;
    case 'well-calibrated':
      return `${told} You know about how it will turn out: the difference is under ten points in a hundred.`;
    case 'cannot-tell':
      return `${told} Too few to say whether you are too sure or not sure enough (${from} to ${to} points in a hundred).`;
    default:
      return verdict satisfies never;
  }
}
