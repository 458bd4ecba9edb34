import { measureScale, scaleName } from '../curve/measure-scale.ts';
import { type Measure, type MeasureKind, valueFault } from '../measure/measure.ts';
import { ascending, quantile } from './order-statistics.ts';
import type { AttemptFact } from './picture.ts';

/**
 * An attempt so far from those around it that a slip of the finger is likelier: a lap of 0.01 s, a 10 that was a 100. It is shown
 * to the learner, and counts like any other until they take it back.
 */
export type UnlikelyTake = {
  readonly index: number;
  /** To take it back by; left out where the attempt has none. */
  readonly id?: string;
  readonly number: number;
  readonly value: number;
  /** Where half of those around it lie. */
  readonly usual: { readonly low: number; readonly high: number };
  /** A value of this kind, ten or a hundred times larger or smaller, that would lie among them; null where none does. */
  readonly perhaps: number | null;
};

/** Before and after it, each. */
const NEIGHBOURS = 12;
const FEWEST_NEIGHBOURS = 6;
/** Robust standard deviations. One of ten thousand good attempts lies beyond four, and practice has its bad days. */
const FARTHEST = 7;
/** And by at least this factor, or so many times the spread where there is no ratio. */
const LEAST_FACTOR = 3;
const MAD_TO_SD = 1.4826;
const SHIFTS = [10, 100] as const;
/** Figures that anyone types: what arithmetic leaves behind them is no part of a value. */
const FIGURES = 12;
const MOST = 5;

/** The latest first, five at most. Ratings, passes and shares are never unlikely: their ends are within reach of anyone. */
export function unlikelyTakes(measure: Measure, attempts: readonly AttemptFact[]): readonly UnlikelyTake[] {
  const { kind } = measure;
  if (kind === 'rating' || kind === 'pass' || kind === 'proportion') return [];
  const first = attempts.slice(0, NEIGHBOURS).map(({ value }) => value);
  const scale = measureScale(kind, 'up', scaleName(kind, first));
  const line = attempts.map(({ value }) => scale.toLine(value));
  const found: UnlikelyTake[] = [];
  for (let index = attempts.length - 1; index >= 0 && found.length < MOST; index -= 1) {
    const around = ascending([
      ...line.slice(Math.max(0, index - NEIGHBOURS), index),
      ...line.slice(index + 1, index + 1 + NEIGHBOURS),
    ]);
    const { value = 0, number, id } = attempts[index] ?? {};
    if (around.length < FEWEST_NEIGHBOURS || !isFar(line[index] ?? 0, around, scale.name === 'log')) continue;
    const usual = {
      low: scale.fromLine(quantile(around, 0.25)),
      high: scale.fromLine(quantile(around, 0.75)),
    };
    const perhaps = shifted(kind, value).find(
      (one) => !isFar(scale.toLine(one), around, scale.name === 'log'),
    );
    found.push({
      index,
      ...(id === undefined ? {} : { id }),
      number: number ?? index + 1,
      value,
      usual,
      perhaps: perhaps ?? null,
    });
  }
  return found;
}

/** What was meant, if the point or a nought slipped: as far as the kind can take it. Nobody catches 74 and a half. */
function shifted(kind: MeasureKind, value: number): readonly number[] {
  if (value === 0) return [];
  return [...SHIFTS.map((shift) => value * shift), ...SHIFTS.map((shift) => value / shift)]
    .map((one) => Number(one.toPrecision(FIGURES)))
    .filter((one) => valueFault(kind, one) === null);
}

function isFar(z: number, around: readonly number[], isLog: boolean): boolean {
  const middle = quantile(around, 0.5);
  const spread = MAD_TO_SD * quantile(ascending(around.map((one) => Math.abs(one - middle))), 0.5);
  const away = Math.abs(z - middle);
  // Values that are all the same have no spread to go by, and a first change of them is no slip.
  return isLog
    ? away > Math.max(FARTHEST * spread, Math.log(LEAST_FACTOR))
    : spread > 0 && away > FARTHEST * spread;
}
