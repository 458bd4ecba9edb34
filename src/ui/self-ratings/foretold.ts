import type { SelfRating } from '../../engine/judging/calibration.ts';
import { reaches } from '../../engine/measure/measure.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { RatedTake } from '../../features/self-ratings/contract.ts';

/** A take of which it was said beforehand how sure the learner was. */
export type Foretold = SelfRating & { readonly attemptId: string; readonly value: number };

/** Takes that came, with a score and a target to hold it against: the target under which each was made. In the order of time. */
export function foretoldTakes(
  ratings: readonly RatedTake[],
  payoffs: readonly Payoff[],
): readonly Foretold[] {
  const targets = new Map(payoffs.map(({ id, target }) => [id, target]));
  // Of two words on one take the later is what the learner went into it with.
  const latest = new Map<string, Foretold & { readonly at: number }>();
  for (const { take, sure } of ratings) {
    if (take === null || take.value === null || sure === null) continue;
    const target = targets.get(take.payoffId);
    if (target === undefined || (target.low === null && target.high === null)) continue;
    const { attemptId, value } = take;
    const cameOff = reaches(target, value);
    latest.set(attemptId, { attemptId, value, confidence: sure, cameOff, at: Date.parse(take.startedAt) });
  }
  return [...latest.values()].sort((a, b) => a.at - b.at).map(({ at: _, ...foretold }) => foretold);
}
