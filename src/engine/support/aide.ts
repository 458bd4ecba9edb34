import { hasBetter, type Measure } from '../measure/measure.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import { findMet } from '../picture/met.ts';
import type { AttemptFact } from '../picture/picture.ts';
import { groupSessions } from '../picture/sessions.ts';
import {
  compareSides,
  type Difference,
  FEWEST_SESSIONS_A_SIDE,
  isEnough,
  type Side,
  sessionLevel,
} from './with-and-without.ts';

/** Of a take: whether an aide-memoire was looked at for it. */
export const AIDE_CONDITION = 'aide';
export const AIDE_LEVELS = ['with aide', 'without aide'] as const;
export type AideLevel = (typeof AIDE_LEVELS)[number];

/** A take of which it is known. */
export type AidedTake = AttemptFact & { readonly aide: AideLevel };

/** What aides-memoire do, and whether it is time to go without. */
export type AideStanding = {
  readonly sessionsWith: number;
  readonly sessionsWithout: number;
  /** Null before there are enough on either side, and where no value is better than another. */
  readonly difference: Difference | null;
  /** Days on which sessions without it held the target; null without one. */
  readonly heldDaysWithout: number | null;
  /**
   * `gather`: too few sessions with it. `try-without`: enough to ask for one without. `compare`: both are there, and more will tell.
   * `fade`: without it the target held on three days, so it can be put aside.
   */
  readonly next: 'gather' | 'try-without' | 'compare' | 'fade';
};

const LATEST_SESSIONS = 60;

/**
 * Sessions in which most takes were made with an aide against those in which most were made without, oldest first, by the method
 * of `withAndWithout`: what differs, and no cause. Half and half counts as with.
 */
export function aideStanding(measure: Measure, takes: readonly AidedTake[]): AideStanding {
  const ordered = takes.toSorted((a, b) => a.at - b.at);
  const present: Side[] = [];
  const absent: Side[] = [];
  const without: AidedTake[] = [];
  for (const [place, session] of groupSessions(ordered).slice(-LATEST_SESSIONS).entries()) {
    const own = session.indexes.flatMap((index) => ordered[index] ?? []);
    const isWith = 2 * own.filter(({ aide }) => aide === 'with aide').length >= own.length;
    const level = sessionLevel(
      measure,
      own.map(({ value }) => value),
    );
    (isWith ? present : absent).push({ place, level });
    if (!isWith) without.push(...own.filter(({ aide }) => aide === 'without aide'));
  }
  const { low, high } = measure.target;
  const heldDaysWithout = low === null && high === null ? null : findMet(measure.target, without).daysHeld;
  const [sessionsWith, sessionsWithout] = [present.length, absent.length];
  return {
    sessionsWith,
    sessionsWithout,
    difference:
      hasBetter(measure) && isEnough({ present, absent }) ? compareSides({ present, absent }, 1) : null,
    heldDaysWithout,
    next: nextOf(sessionsWith, sessionsWithout, heldDaysWithout ?? 0),
  };
}

function nextOf(sessionsWith: number, sessionsWithout: number, heldDays: number): AideStanding['next'] {
  if (heldDays >= DAYS_TO_MEET) return 'fade';
  if (sessionsWith < FEWEST_SESSIONS_A_SIDE) return 'gather';
  return sessionsWithout < FEWEST_SESSIONS_A_SIDE ? 'try-without' : 'compare';
}
