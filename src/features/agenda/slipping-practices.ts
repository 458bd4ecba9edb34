import { type Ahead, aheadAt } from '../../engine/retention/retention.ts';
import { MILLISECONDS_PER_DAY } from '../../engine/units.ts';
import type { PracticeCard } from '../practice/contract.ts';
import type { PracticeStanding } from '../practice/standing-contract.ts';
import type { Place } from './contract.ts';

export type SlippingPractice = {
  readonly id: string;
  readonly title: string;
  readonly standing: PracticeStanding;
  /** Of the best level that was held, a first take today. */
  readonly share: Ahead;
};

/**
 * What is on the bench and can be told of, what has the soonest day to refresh first and then what has the least left. What is
 * parked may slip.
 */
export function slippingPractices(
  practices: readonly PracticeCard[],
  places: ReadonlyMap<string, Place>,
  now: number,
): readonly SlippingPractice[] {
  return practices
    .flatMap(({ id, title, standing }) => {
      if (standing?.retention?.kind !== 'known' || places.get(id) === 'parked') return [];
      const { cold, lastAt } = standing.retention;
      const share = cold === null ? null : aheadAt(cold, lastAt, now);
      return share === null ? [] : [{ id, title, standing, share, dueAt: dueAtOf(standing, lastAt) }];
    })
    .sort((a, b) => a.dueAt - b.dueAt || a.share.middle - b.share.middle)
    .map(({ dueAt: _, ...practice }) => practice);
}

/** Later than any, where it has no day. */
function dueAtOf({ holdsForDays }: PracticeStanding, lastAt: number): number {
  return holdsForDays === null ? Number.MAX_SAFE_INTEGER : lastAt + holdsForDays * MILLISECONDS_PER_DAY;
}
