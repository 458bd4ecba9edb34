import type { MeasureKind } from '../measure/measure.ts';
import { type Calibration, cloneCalibration } from './calibration.ts';
import { cloneBank, type FilterBank } from './filter-bank.ts';
import type { Better, MeasureScale } from './measure-scale.ts';
import type { Prior } from './prior.ts';
import type { WarmUp } from './warm-up.ts';

/** One attempt; `at` in milliseconds since 1970, where known: without it sessions and gaps are not seen. */
export type CurveAttempt = { readonly value: number; readonly at?: number };

export type CurveOptions = {
  readonly kind: MeasureKind;
  readonly better: Better;
  /** What others of the same or like skills have shown, by `learnPrior`. */
  readonly prior?: Prior;
};

/**
 * Everything that attempts have told. Not to be changed by whoever holds one: `withAttempt` makes the next.
 */
export type CurveState = {
  readonly options: CurveOptions;
  /** Attempts so far. */
  readonly n: number;
  /** The first attempts, as long as they wait for enough of them to begin with. */
  readonly waiting: readonly CurveAttempt[];
  readonly started: Started | null;
};

export type Started = {
  readonly scale: MeasureScale;
  readonly floorVar: number;
  readonly logWeights: Float64Array;
  readonly bank: FilterBank;
  readonly calibration: Calibration;
  readonly warmUp: WarmUp;
  /** Mean of all attempts and of the latest (weight 0.3 for the last), slips brought in. */
  readonly held: { mean: number; recent: number };
};

export function cloneStarted(started: Started): Started {
  return {
    ...started,
    bank: cloneBank(started.bank),
    calibration: cloneCalibration(started.calibration),
    warmUp: { ...started.warmUp },
    held: { ...started.held },
  };
}
