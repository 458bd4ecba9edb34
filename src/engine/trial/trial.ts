import { type Better, measureScale, scaleName } from '../curve/measure-scale.ts';
import type { MeasureKind } from '../measure/measure.ts';
import { addTo, type Comparison, type Effect, effectOf, startComparison } from './comparison.ts';
import { LEAST_PROBABILITY } from './design.ts';
import { shareBetting } from './share-betting.ts';
import { shiftBetting } from './shift-betting.ts';

export const VERDICTS = ['better', 'worse', 'no-difference', 'not-enough'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type TrialOptions = {
  readonly kind: MeasureKind;
  /** A range is better the nearer it is. */
  readonly better: Better | { readonly low: number; readonly high: number };
  /** All levels that can be drawn, two or more, the one that the others are held against first. */
  readonly levels: readonly string[];
  /** The smallest difference that matters, on the working scale; null: none was said, and "no difference" is never found. */
  readonly smallest: number | null;
  /** Probability of a wrong claim over the whole trial, shared over its comparisons. */
  readonly alpha?: number;
  /** Of more than two levels: none was ever drawn more rarely. 0.1 unless told; the higher, the sooner an effect is found. */
  readonly floor?: number;
};

export type TrialAttempt = {
  readonly value: number;
  readonly level: string;
  /** Of its own level, when it was drawn: above 0, below 1. */
  readonly probability: number;
};

/** `estimate`, `lower` and `upper` are on the working scale, positive where `level` is better. */
export type Finding = Effect & {
  readonly level: string;
  readonly against: string;
  readonly verdict: Verdict;
};

export type Trial = {
  readonly options: TrialOptions;
  /** By level, without the first. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  readonly toLine: (value: number) => number;
  readonly scale: string;
  /** The probability with which each level was drawn last. */
  readonly seen: Map<string, number>;
  /** The least of them so far, or the floor where none was below it. */
  rarest: number;
};

const ALPHA = 0.05;

/** `first`: values by which a score without a sign is known to have a logarithm; other kinds need none. */
export function startTrial(options: TrialOptions, first: readonly number[] = []): Trial {
  const { kind, better, levels, alpha = ALPHA, floor = LEAST_PROBABILITY } = options;
  const { name, toLine, usualNoise } = workingScale(kind, better, first);
  const others = levels.slice(1);
  const isPass = kind === 'pass' && typeof better === 'string';
  const shared = {
    alpha: alpha / Math.max(1, others.length),
    betting: isPass ? shareBetting : shiftBetting,
    usualSd: usualNoise,
    largestShift: isPass ? 1 : null,
  };
  return {
    options,
    comparisons: new Map(others.map((level) => [level, startComparison(shared)])),
    toLine,
    scale: name,
    seen: new Map(),
    rarest: floor,
  };
}

function workingScale(kind: MeasureKind, better: TrialOptions['better'], first: readonly number[]) {
  if (typeof better === 'string') return measureScale(kind, better, scaleName(kind, first));
  const { low, high } = better;
  return {
    name: 'distance',
    // Nothing is better than inside.
    toLine: (value: number) => -Math.max(0, low - value, value - high),
    usualNoise: null,
  };
}

/** Changes the trial: one attempt more. Levels that are not of the trial are left out. */
export function addAttempt(trial: Trial, attempt: TrialAttempt): void {
  const { options, comparisons, toLine, seen } = trial;
  const { value, level, probability: own } = attempt;
  const { levels } = options;
  const [first = ''] = levels;
  if (!levels.includes(level)) return;
  const line = toLine(value);
  for (const [other, comparison] of comparisons) {
    if (level !== first && level !== other) continue;
    const isOther = level === other;
    const drawn = { value: line, level: isOther ? 1 : 0 } as const;
    if (levels.length === 2) {
      addTo(comparison, { ...drawn, probability: isOther ? own : 1 - own });
      continue;
    }
    // Of the other levels only what earlier rows told is known, and nothing of this row may choose the stake.
    const [a, b] = [seen.get(first) ?? 1 / levels.length, seen.get(other) ?? 1 / levels.length];
    const among = { own, weight: (a * b) / (a + b), most: FULLEST * trial.rarest };
    addTo(comparison, { ...drawn, probability: b / (a + b), among });
  }
  seen.set(level, own);
  trial.rarest = Math.min(trial.rarest, own);
}

/** So that the least probable draw leaves something of the evidence. */
const FULLEST = 0.95;

/** May be asked after every attempt: the intervals hold at every look at once. */
export function findingsOf({ options, comparisons }: Trial): readonly Finding[] {
  const [against = ''] = options.levels;
  return [...comparisons].map(([level, comparison]) => {
    const effect = effectOf(comparison);
    return { ...effect, level, against, verdict: verdictOf(effect, options.smallest) };
  });
}

export function verdictOf(
  { lower, upper }: Pick<Effect, 'lower' | 'upper'>,
  smallest: number | null,
): Verdict {
  const isSmall =
    smallest !== null && lower !== null && upper !== null && lower > -smallest && upper < smallest;
  if (isSmall) return 'no-difference';
  if (lower !== null && lower > 0) return 'better';
  return upper !== null && upper < 0 ? 'worse' : 'not-enough';
}
