import { type Better, measureScale, type ScaleName, scaleName } from '../curve/measure-scale.ts';
import { goodness, type MeasureKind } from '../measure/measure.ts';

/** A range is better the nearer it is. */
export type BetterOrRange = Better | { readonly low: number; readonly high: number };

/** The line on which gains are added up: more is better, `toLine` takes a value of the measure to it. */
export type PracticeLine = {
  readonly scale: ScaleName;
  readonly toLine: (value: number) => number;
  /** Null for a range: a distance from it does not say on which side. */
  readonly fromLine: ((z: number) => number) | null;
  /** Whether a value can be a typing error of any size; a rating, a pass or a proportion cannot. */
  readonly isOpen: boolean;
  /** What attempts usually scatter by; null: nothing is usual. */
  readonly usualNoise: number | null;
};

/** `first`: the first values, eight at most, which tell whether a score can have a logarithm. */
export function practiceLine(
  kind: MeasureKind,
  better: BetterOrRange,
  first: readonly number[],
): PracticeLine {
  const isOpen = kind !== 'rating' && kind !== 'pass' && kind !== 'proportion';
  if (typeof better === 'string') {
    const { name, toLine, fromLine, usualNoise } = measureScale(kind, better, scaleName(kind, first));
    return { scale: name, toLine, fromLine, isOpen, usualNoise };
  }
  const measure = { direction: 'within', target: better } as const;
  const usualNoise =
    kind === 'rating' || kind === 'pass' ? measureScale(kind, 'up', 'identity').usualNoise : null;
  return {
    scale: 'identity',
    toLine: (value) => goodness(measure, value),
    fromLine: null,
    isOpen,
    usualNoise,
  };
}
