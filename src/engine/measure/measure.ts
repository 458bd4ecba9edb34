/**
 * What an attempt's number means: its kind, unit and which way is better.
 * Values are plain numbers in the kind's own unit: duration in seconds, rate per minute,
 * proportion 0 to 1, rating 0 to 10, pass 0 or 1, count and score as they are.
 */
export const MEASURE_KINDS = ['count', 'duration', 'proportion', 'rate', 'rating', 'pass', 'score'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const DIRECTIONS = ['up', 'down', 'within'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** `up` sets `low`, `down` sets `high`, `within` sets both. Both null: no target yet, so never "reached". */
export type Target = { readonly low: number | null; readonly high: number | null };

export type Measure = {
  readonly kind: MeasureKind;
  /** In the learner's words, singular or plural as they would say it: "catches", "listeners". */
  readonly unit: string;
  readonly direction: Direction;
  readonly target: Target;
};

export type Bounds = { readonly min: number; readonly max: number };

/** A day, in seconds: no single attempt of a micromastery is longer. */
const LONGEST_ATTEMPT_SECONDS = 86_400;
/** Above any count a person reaches in one attempt, below where a double stops counting in ones. */
const LARGEST_VALUE = 1e12;

/** The values that a kind can take at all; a value outside them is a typing error and is refused. */
export const BOUNDS: Readonly<Record<MeasureKind, Bounds>> = {
  count: { min: 0, max: LARGEST_VALUE },
  duration: { min: 0, max: LONGEST_ATTEMPT_SECONDS },
  proportion: { min: 0, max: 1 },
  rate: { min: 0, max: LARGEST_VALUE },
  rating: { min: 0, max: 10 },
  pass: { min: 0, max: 1 },
  score: { min: -LARGEST_VALUE, max: LARGEST_VALUE },
};

export type ValueFault = 'not-a-number' | 'below-bounds' | 'above-bounds' | 'not-whole';

/** Why `value` cannot be an attempt of this kind, or null if it can. Counts and passes are whole. */
export function valueFault(kind: MeasureKind, value: number): ValueFault | null {
  if (!Number.isFinite(value)) return 'not-a-number';
  const bounds = BOUNDS[kind];
  if (value < bounds.min) return 'below-bounds';
  if (value > bounds.max) return 'above-bounds';
  if ((kind === 'count' || kind === 'pass') && !Number.isInteger(value)) return 'not-whole';
  return null;
}

/** Whether one value satisfies the target. Without a target nothing is ever reached. */
export function reaches(target: Target, value: number): boolean {
  if (target.low === null && target.high === null) return false;
  return (target.low === null || value >= target.low) && (target.high === null || value <= target.high);
}

/** Whether one value can be better than another at all: a range that is not set yet has no better side. */
export function hasBetter(measure: Pick<Measure, 'direction' | 'target'>): boolean {
  return measure.direction !== 'within' || measure.target.low !== null || measure.target.high !== null;
}

/**
 * How good a value is, as a number in which more is better, for any direction.
 * `within`: minus the distance to the range, so everything inside it is equally good (0).
 */
export function goodness(measure: Pick<Measure, 'direction' | 'target'>, value: number): number {
  switch (measure.direction) {
    case 'up':
      return value;
    case 'down':
      return -value;
    case 'within': {
      const { low, high } = measure.target;
      if (low !== null && value < low) return -distance(measure.target, low - value);
      if (high !== null && value > high) return -distance(measure.target, value - high);
      return 0;
    }
    default:
      return measure.direction satisfies never;
  }
}

/** Twelve figures of the range: 30% and 80% lie equally far from 50% to 60%, and arithmetic alone would not say so. */
function distance({ low, high }: Target, outside: number): number {
  const scale = Math.max(Math.abs(low ?? 0), Math.abs(high ?? 0));
  if (scale === 0) return outside;
  const grain = 10 ** (12 - Math.ceil(Math.log10(scale)));
  return Math.round(outside * grain) / grain;
}
