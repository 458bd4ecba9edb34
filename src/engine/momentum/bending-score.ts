import { type Probability, probability } from '../units.ts';

/** How a day on which practice was expected went; a day in reserve asks nothing, and a paused one is not among them. */
export type ExpectedDay = 'kept' | 'reserve' | 'missed';

/** `n`: days that moved it, days in reserve not among them. */
export type BendingScore = { readonly score: Probability; readonly n: number };

/** A single miss takes at most so much of the score, whenever it comes. */
export const MOST_A_MISS_COSTS = 0.05;

/**
 * s becomes s + 0.05 (1 - s) with a day that was kept and s - 0.05 s with one that was missed, from 1, since whoever has begun
 * has kept the first. It bends and never breaks: no number of days makes one miss cost more, and each day kept brings some of it
 * back. A description of what was, not an estimate of what comes. Days in order, oldest first.
 */
export function bendingScore(days: readonly ExpectedDay[]): BendingScore {
  let [score, n] = [1, 0];
  for (const day of days) {
    if (day === 'reserve') continue;
    score += MOST_A_MISS_COSTS * ((day === 'kept' ? 1 : 0) - score);
    n += 1;
  }
  return { score: probability(score), n };
}
