import type { Comparison } from './comparison.ts';
import type { Weighed } from './evidence.ts';
import type { OwnEffect } from './pooled.ts';

/** One learner's effect for pooling, with the attempts that it rests on. */
export type OwnTrialEffect =
  | { readonly kind: 'too-few-attempts'; readonly have: number; readonly need: number }
  | ({ readonly kind: 'own-effect'; readonly n: number } & OwnEffect);

/** Fewer say next to nothing of how much they scatter, and a learner's weight rests on that. */
export const FEWEST_FOR_POOLING = 12;
/** Of either level. */
const FEWEST_OF_LEVEL = 4;
const HELD_BACK = 10;

/**
 * The effect of one level against another by the draw alone: the mean of z = (y - m)(A - p)/(p(1 - p)), whose mean given the past is the
 * effect at that attempt whatever m is, and its standard error. m is the forecast made before the draw with the shift known so far put in at
 * 1 - p, where z scatters least. Unlike the estimate of a confidence sequence it is unbiased at a number of attempts that was fixed;
 * where a learner stopped because of what they saw, it is off by a little. Among more than two levels a row tells the probability of its
 * own level only: see `ofWeighedMeans`.
 */
export function ownEffectOf({ weighed }: Comparison): OwnTrialEffect {
  const rows = weighed.slice(1);
  const n = rows.length;
  const ofLevel = rows.filter(({ level }) => level === 1).length;
  const isTooFew = n < FEWEST_FOR_POOLING || Math.min(ofLevel, n - ofLevel) < FEWEST_OF_LEVEL;
  if (isTooFew) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_POOLING };
  const effect = rows.some(({ among }) => among !== null) ? ofWeighedMeans(rows) : ofScores(rows);
  return { kind: 'own-effect', n, ...effect };
}

function ofScores(rows: readonly Weighed[]): OwnEffect {
  const scored: number[] = [];
  let sum = 0;
  for (const { value, level, probability: p, forecast, share } of rows) {
    const shift = sum / (scored.length + HELD_BACK);
    const m = forecast + shift * (1 - p - share);
    const score = ((value - m) * (level - p)) / (p * (1 - p));
    scored.push(score);
    sum += score;
  }
  const n = scored.length;
  const estimate = sum / n;
  const squares = scored.reduce((total, one) => total + (one - estimate) ** 2, 0);
  return { estimate, standardError: Math.sqrt(squares / (n * (n - 1))) };
}

/**
 * The difference of two means of y - m, each attempt weighed by 1 / its probability (Hájek's estimator), and its standard error by
 * linearisation: of either level sqrt( sum w^2 (y - m - mean)^2 ) / sum w. It needs no other level's probability, and its bias goes with 1/n.
 */
function ofWeighedMeans(rows: readonly Weighed[]): OwnEffect {
  const [reference, onTrial] = ([0, 1] as const).map((level) => {
    const own = rows.filter((row) => row.level === level);
    const weights = own.map(({ among, probability: p }) => 1 / (among?.own ?? (level === 1 ? p : 1 - p)));
    const residuals = own.map(({ value, forecast }) => value - forecast);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = weights.reduce((sum, weight, at) => sum + weight * (residuals[at] ?? 0), 0) / total;
    const squares = weights.reduce(
      (sum, weight, at) => sum + (weight * ((residuals[at] ?? 0) - mean)) ** 2,
      0,
    );
    // Of so few, the mean lies nearer to them than the truth does.
    return { mean, variance: (squares / total ** 2) * (own.length / (own.length - 1)) };
  });
  return {
    estimate: (onTrial?.mean ?? 0) - (reference?.mean ?? 0),
    standardError: Math.sqrt((onTrial?.variance ?? 0) + (reference?.variance ?? 0)),
  };
}
