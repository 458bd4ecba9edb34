import type { Comparison } from './comparison.ts';
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
 * where a learner stopped because of what they saw, it is off by a little.
 */
export function ownEffectOf({ weighed }: Comparison): OwnTrialEffect {
  const scored: number[] = [];
  let [sum, ofLevel] = [0, 0];
  for (const { value, level, probability: p, forecast, share } of weighed.slice(1)) {
    const shift = sum / (scored.length + HELD_BACK);
    const m = forecast + shift * (1 - p - share);
    const score = ((value - m) * (level - p)) / (p * (1 - p));
    scored.push(score);
    sum += score;
    ofLevel += level;
  }
  const n = scored.length;
  const isTooFew = n < FEWEST_FOR_POOLING || Math.min(ofLevel, n - ofLevel) < FEWEST_OF_LEVEL;
  if (isTooFew) return { kind: 'too-few-attempts', have: n, need: FEWEST_FOR_POOLING };
  const estimate = sum / n;
  const squares = scored.reduce((total, one) => total + (one - estimate) ** 2, 0);
  return { kind: 'own-effect', n, estimate, standardError: Math.sqrt(squares / (n * (n - 1))) };
}
