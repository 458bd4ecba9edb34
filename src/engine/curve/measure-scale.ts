import type { MeasureKind } from '../measure/measure.ts';

export const SCALE_NAMES = ['log', 'logit', 'identity'] as const;
export type ScaleName = (typeof SCALE_NAMES)[number];

/** Which end of the measure is the good one. */
export type Better = 'up' | 'down';

/**
 * Between values of a measure and the line on which practice is modelled, where more is better: sign(better)
 * times the logarithm of times, rates, counts and positive scores, the logit of proportions, and ratings,
 * passes and other scores as they are. A pass of 0 or 1 has no logit; its mean over a window is what is
 * forecast.
 */
export type MeasureScale = {
  readonly name: ScaleName;
  readonly toLine: (value: number) => number;
  readonly fromLine: (z: number) => number;
  /**
   * What attempts of such measures usually scatter by, as one standard deviation on the line; null: nothing
   * is usual.
   */
  readonly usualNoise: number | null;
};

/** A count of nothing has no logarithm; half of one is what rounds to it. */
const COUNT_OFFSET = 0.5;
/**
 * A proportion of none or all lies infinitely far out on the logit scale: two attempts in a hundred stand for
 * it.
 */
const OUTERMOST_SHARE = 0.02;
/** Below any time or rate that a person records. */
const SMALLEST_VALUE = 1e-6;
const LARGEST_LOG = 30;
/** First values that all lie within one order of magnitude above zero change by shares of themselves. */
const WIDEST_RATIO = 10;

/**
 * `first`: the first values of a score, which alone tell whether it can have a logarithm; other kinds need
 * none.
 */
export function scaleName(kind: MeasureKind, first: readonly number[]): ScaleName {
  switch (kind) {
    case 'count':
    case 'duration':
    case 'rate':
      return 'log';
    case 'proportion':
      return 'logit';
    case 'rating':
    case 'pass':
      return 'identity';
    case 'score': {
      const [low, high] = [Math.min(...first), Math.max(...first)];
      return first.length > 0 && low > 0 && high <= WIDEST_RATIO * low ? 'log' : 'identity';
    }
    default:
      return kind satisfies never;
  }
}

export function measureScale(kind: MeasureKind, better: Better, name: ScaleName): MeasureScale {
  const sign = better === 'up' ? 1 : -1;
  switch (name) {
    case 'log': {
      const offset = kind === 'count' ? COUNT_OFFSET : 0;
      return {
        name,
        toLine: (value) => sign * Math.log(Math.max(SMALLEST_VALUE, value + offset)),
        fromLine: (z) => Math.max(0, Math.exp(Math.min(LARGEST_LOG, sign * z)) - offset),
        usualNoise: 0.1,
      };
    }
    case 'logit':
      return {
        name,
        toLine: (value) => sign * logit(value),
        fromLine: (z) => share(sign * z),
        usualNoise: 0.4,
      };
    case 'identity': {
      const most = kind === 'rating' ? 10 : kind === 'pass' ? 1 : Number.POSITIVE_INFINITY;
      const least = kind === 'score' ? Number.NEGATIVE_INFINITY : 0;
      return {
        name,
        toLine: (value) => sign * value,
        fromLine: (z) => Math.min(most, Math.max(least, sign * z)),
        usualNoise: kind === 'rating' ? 0.8 : kind === 'pass' ? 0.4 : null,
      };
    }
    default:
      return name satisfies never;
  }
}

function logit(value: number): number {
  const held = Math.min(1 - OUTERMOST_SHARE, Math.max(OUTERMOST_SHARE, value));
  return Math.log(held / (1 - held));
}

function share(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
