import { type Better, measureScale, scaleName } from '../curve/measure-scale.ts';
import type { MeasureKind } from '../measure/measure.ts';
import { shiftRank } from '../picture/gain.ts';
import { ascending, quantile } from '../picture/order-statistics.ts';
import { type Probability, probability } from '../units.ts';
import { shareDifference } from './share-difference.ts';

/** The fewest on either side with an exact interval at four in five. */
export const FEWEST_ATTEMPTS = 3;
/** What was long ago was another learner; it also bounds the work of the exact distribution. */
const LATEST_ATTEMPTS = 60;
/** "Four in five", as for everything that describes and does not judge. */
const LEVEL = 0.8;
/** Of a rating. */
const RATING_RANGE = 10;

export type PartMeasure = { readonly kind: MeasureKind; readonly better: Better };

/** A share: 0.1 is a tenth worse together than alone, below 0 is better together. */
export type DualCost =
  | {
      readonly kind: 'cost';
      readonly cost: number;
      readonly lower: number;
      readonly upper: number;
      readonly level: Probability;
      /** `ratio`: of what is done alone. `range`: of the whole range that the measure can take. */
      readonly of: 'ratio' | 'range';
      readonly alone: number;
      readonly together: number;
    }
  | {
      readonly kind: 'too-few-attempts';
      readonly alone: number;
      readonly together: number;
      readonly need: number;
    }
  /** A score that can be nought or below has neither a ratio nor a range. */
  | { readonly kind: 'no-scale' };

/**
 * What it costs a part to be done together with the other one. `alone` and `together`: its values, oldest first.
 *
 *     times, rates, counts, scores above zero    1 - e^d    d: shift of the logarithm, better upwards: 1 - together/alone
 *     ratings                                    -d / 10    d: shift of the rating
 *     proportions                                -d         d: shift of the proportion
 *     passes                                     share that held alone - share that held together
 *
 * d is the median of all differences, together less alone (Hodges & Lehmann 1963), its interval the exact one of Mann and
 * Whitney; of passes it is Newcombe's. Formula, sources, limits: docs/science/rub-pat.md.
 */
export function dualCost(
  { kind, better }: PartMeasure,
  allAlone: readonly number[],
  allTogether: readonly number[],
): DualCost {
  const [alone, together] = [allAlone.slice(-LATEST_ATTEMPTS), allTogether.slice(-LATEST_ATTEMPTS)];
  const counts = { alone: alone.length, together: together.length };
  if (Math.min(counts.alone, counts.together) < FEWEST_ATTEMPTS) {
    return { kind: 'too-few-attempts', ...counts, need: FEWEST_ATTEMPTS };
  }
  const told = { kind: 'cost', ...counts, level: probability(LEVEL) } as const;
  if (kind === 'pass') return { ...told, of: 'range', ...passCost(better, alone, together) };
  const line = lineOf({ kind, better }, [...alone, ...together]);
  if (line === null) return { kind: 'no-scale' };
  const { difference, low, high } = shiftBetween(alone.map(line.place), together.map(line.place));
  return {
    ...told,
    of: line.of,
    cost: line.costOf(difference),
    lower: line.costOf(high),
    upper: line.costOf(low),
  };
}

/**
 * The same share for one value against another, as `dualCost` has it for many: 0.1 is a tenth worse than `usual`. A pass is not
 * worse where it is the good one, and 1 worse where it is not. Null for a score that has neither a ratio nor a range.
 */
export function costBetween({ kind, better }: PartMeasure, usual: number, value: number): number | null {
  if (kind === 'pass') return (value === 1) === (better === 'up') ? 0 : 1;
  const line = lineOf({ kind, better }, [usual, value]);
  return line === null ? null : line.costOf(line.place(value) - line.place(usual));
}

type Line = {
  readonly of: 'ratio' | 'range';
  readonly place: (value: number) => number;
  readonly costOf: (shift: number) => number;
};

/** Nought is a cost of nought, and not of minus nought. */
const negative = (value: number) => (value === 0 ? 0 : -value);

function lineOf({ kind, better }: PartMeasure, values: readonly number[]): Line | null {
  const sign = better === 'up' ? 1 : -1;
  const range = kind === 'rating' ? RATING_RANGE : kind === 'proportion' ? 1 : null;
  if (range !== null) {
    return { of: 'range', place: (value) => sign * value, costOf: (shift) => negative(shift / range) };
  }
  const name = scaleName(kind, values);
  if (name !== 'log') return null;
  return {
    of: 'ratio',
    place: measureScale(kind, better, name).toLine,
    costOf: (shift) => negative(Math.expm1(shift)),
  };
}

function shiftBetween(alone: readonly number[], together: readonly number[]) {
  const shifts = ascending(together.flatMap((one) => alone.map((other) => one - other)));
  const rank = shiftRank(alone.length, together.length, LEVEL);
  const difference = quantile(shifts, 0.5);
  return {
    difference,
    low: shifts[rank - 1] ?? difference,
    high: shifts[shifts.length - rank] ?? difference,
  };
}

function passCost(better: Better, alone: readonly number[], together: readonly number[]) {
  const good = (values: readonly number[]) =>
    values.filter((value) => (value === 1) === (better === 'up')).length;
  const held = { successes: good(alone), n: alone.length };
  const heldTogether = { successes: good(together), n: together.length };
  const cost = held.successes / held.n - heldTogether.successes / heldTogether.n;
  return { cost, ...shareDifference(held, heldTogether, LEVEL) };
}
