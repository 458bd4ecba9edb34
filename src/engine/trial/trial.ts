import { type Better, measureScale, scaleName } from '../curve/measure-scale.ts';
import type { MeasureKind } from '../measure/measure.ts';
import { addTo, type Comparison, type Effect, effectOf, startComparison } from './comparison.ts';
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
};

const ALPHA = 0.05;

/** `first`: values by which a score without a sign is known to have a logarithm; other kinds need none. */
export function startTrial(options: TrialOptions, first: readonly number[] = []): Trial {
  const { kind, better, levels, alpha = ALPHA } = options;
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
export function addAttempt({ options, comparisons, toLine }: Trial, attempt: TrialAttempt): void {
  const { value, level, probability } = attempt;
  const [first = ''] = options.levels;
  const line = toLine(value);
  for (const [other, comparison] of comparisons) {
    if (level !== first && level !== other) continue;
    const isOther = level === other;
    const own = betweenTwo(probability, options.levels.length);
    addTo(comparison, line, isOther ? 1 : 0, isOther ? own : 1 - own);
  }
}

/**
 * Of its own level among the two that are held against each other. Of two, it is the probability itself; of more, what is
 * left is taken to be shared by the others alike.
 */
function betweenTwo(own: number, levels: number): number {
  return own / (own + (1 - own) / (levels - 1));
}

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
