import type { AgendaPractice, Rhythm } from './plan.ts';
import { intervalDays } from './rhythm.ts';

/** How long skills hold was never checked over longer gaps than these thirteen weeks. */
export const LONGEST_LOOK_AGAIN_DAYS = 91;

/** `isSlipping`: by the end of it a first take meets the target with under 80%; else it is looked at again all the same. */
export type LookAgain = { readonly days: number; readonly isSlipping: boolean };

/**
 * What is kept alive and was met comes round when it slips: neither before, nor more often than its design would have it,
 * nor after thirteen weeks. Null where the learner set a rhythm, and where nobody knows how long it holds.
 */
export function lookAgainOf(
  { place, sittingsAWeek, holdsForDays = null }: AgendaPractice,
  rhythm: Rhythm,
): LookAgain | null {
  const isRhythmSet = sittingsAWeek !== null && sittingsAWeek > 0;
  if (holdsForDays === null || place !== 'keep-alive' || isRhythmSet) return null;
  const soonest = intervalDays({ ...rhythm, isStretched: false });
  const days = Math.min(LONGEST_LOOK_AGAIN_DAYS, Math.max(soonest, holdsForDays));
  return { days, isSlipping: holdsForDays <= LONGEST_LOOK_AGAIN_DAYS };
}
