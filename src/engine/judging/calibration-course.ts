import { studentQuantile } from '../distributions/student.ts';
import { meanOf } from '../picture/order-statistics.ts';
import type { ShareEstimate } from '../picture/picture.ts';
import { estimateShare } from '../picture/share.ts';
import {
  type Calibration,
  calibrationOf,
  type Estimate,
  FEWEST_RATINGS,
  type SelfRating,
} from './calibration.ts';

const LEVEL = 0.95;
/** "Four in five", as for everything that describes and does not judge. */
const DESCRIBED = 0.8;

export type CourseVerdict = 'falling' | 'rising' | 'cannot-tell';

/** How knowing oneself went: the earlier half of the ratings against the later one. */
export type CalibrationCourse =
  | {
      readonly kind: 'course';
      readonly earlier: Calibration;
      readonly later: Calibration;
      /** How far what was said came nearer to what came off, in shares: above 0 nearer. */
      readonly fall: Estimate;
      readonly verdict: CourseVerdict;
    }
  | { readonly kind: 'too-few-ratings'; readonly have: number; readonly need: number };

/**
 * Whether the gap between confidence and result has fallen. `all`: oldest first.
 *
 *     r    = confidence - 1 where it came off, confidence where it did not
 *     fall = sign(mean r of the earlier half) * (mean r earlier - mean r later), Welch's t at 95% (Welch 1947, Biometrika 34)
 *
 * _Falling_ only where the interval lies above 0 and the later gap is the smaller one; _rising_ where it lies below 0. The sign is
 * taken from the ratings themselves, so that of learners whose gap did not change at most one in twenty is told anything.
 */
export function calibrationCourse(all: readonly SelfRating[]): CalibrationCourse {
  const ratings = all.filter(({ confidence }) => confidence >= 0 && confidence <= 1);
  const need = 2 * FEWEST_RATINGS;
  if (ratings.length < need) return { kind: 'too-few-ratings', have: ratings.length, need };
  const half = Math.floor(ratings.length / 2);
  const [first, second] = [ratings.slice(0, half), ratings.slice(half)];
  const [before, after] = [first.map(residual), second.map(residual)];
  const fall = fallOf(before, after);
  const isNearer = Math.abs(meanOf(after)) < Math.abs(meanOf(before));
  return {
    kind: 'course',
    earlier: calibrationOf(first),
    later: calibrationOf(second),
    fall,
    verdict: fall.lower > 0 && isNearer ? 'falling' : fall.upper < 0 ? 'rising' : 'cannot-tell',
  };
}

const residual = ({ confidence, cameOff }: SelfRating) => confidence - (cameOff ? 1 : 0);

function fallOf(before: readonly number[], after: readonly number[]): Estimate {
  const sign = meanOf(before) < 0 ? -1 : 1;
  const value = sign * (meanOf(before) - meanOf(after));
  const [a, b] = [errorOf(before), errorOf(after)];
  const freedom = (a.square + b.square) ** 2 / (a.square ** 2 / (a.n - 1) + b.square ** 2 / (b.n - 1));
  const reach = studentQuantile((1 + LEVEL) / 2, freedom) * Math.sqrt(a.square + b.square);
  return { value, lower: value - reach, upper: value + reach };
}

/** Squared error of a mean, never nought: what never varied in n times may yet (Laplace’s rule of succession). */
function errorOf(values: readonly number[]): { readonly n: number; readonly square: number } {
  const n = values.length;
  const mean = meanOf(values);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { n, square: Math.max((n + 1) / (n + 2) ** 2, variance) / n };
}

/** What can be said in a tap, as a probability. */
export const SURENESS = [0.1, 0.3, 0.5, 0.7, 0.9] as const;

export type CameOff = {
  /** Mean of what was said. */
  readonly confidence: number;
  /** Of those takes the share that came off, with its exact interval at four in five. */
  readonly came: ShareEstimate;
};

/** Of each answer that was given how often it came off, from the least sure on; what lies between two answers goes to the nearer. */
export function cameOffBySureness(all: readonly SelfRating[]): readonly CameOff[] {
  const ratings = all.filter(({ confidence }) => confidence >= 0 && confidence <= 1);
  return SURENESS.flatMap((_, place) => {
    const own = ratings.filter(({ confidence }) => Math.min(4, Math.floor(confidence * 5)) === place);
    if (own.length === 0) return [];
    return [
      {
        confidence: meanOf(own.map(({ confidence }) => confidence)),
        came: estimateShare(own.filter(({ cameOff }) => cameOff).length, own.length, DESCRIBED),
      },
    ];
  });
}

/** A sentence for the one who rated; what to try where the gap is plain and did not fall. Null: nothing can be told yet. */
export function courseSentence(course: CalibrationCourse): string | null {
  if (course.kind === 'too-few-ratings') return null;
  const { earlier, later, fall, verdict } = course;
  if (earlier.kind !== 'calibration' || later.kind !== 'calibration') return null;
  const [least, most] = [Math.abs(fall.lower), Math.abs(fall.upper)].toSorted((a, b) => a - b);
  const span = `by ${Math.floor(100 * (least ?? 0))} to ${Math.ceil(100 * (most ?? 0))} points in a hundred`;
  if (verdict === 'falling') return `What you say has come nearer to what happens, ${span}.`;
  const isPlain = later.verdict === 'over-confident' || later.verdict === 'under-confident';
  const advice = isPlain
    ? ' Before the next one, think of your last five takes and count how many held it: that count is a good first answer.'
    : '';
  if (verdict === 'rising')
    return `What you say lies further from what happens than it did, ${span}.${advice}`;
  return isPlain
    ? `The gap has not become smaller as far as can be told.${advice}`
    : 'Whether what you say has come nearer to what happens cannot be told yet.';
}
