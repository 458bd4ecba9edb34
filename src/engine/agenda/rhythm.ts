import type { AgendaPractice, Rhythm } from './plan.ts';

const DAYS_A_WEEK = 7;
/** Where neither the learner nor the design says: what the design review proposes for a design without a rhythm. */
export const ASSUMED_SITTINGS_A_WEEK = 3;
/**
 * What is kept alive comes round a quarter as often as its design says for learning it, unless the learner set it: months
 * and not days are what a stable skill takes to fade (Tatel & Ackerman; Arthur et al. 1998), and a quarter errs early.
 */
export const KEEP_ALIVE_STRETCH = 4;
/** More than one sitting a day would outbid everything else for ever where there is one plan a day. */
export const SHORTEST_INTERVAL_DAYS = 1;
/** For a wish of no fixed rhythm: sittings are known for as long. Also once a week times the stretch. */
export const LONGEST_INTERVAL_DAYS = 28;

/** `isWantedSoon`: by a day that is near, and so as often as its design says wherever it stands. */
export function rhythmOf(
  {
    place,
    sittingsAWeek,
    designSittingsAWeek,
  }: Pick<AgendaPractice, 'place' | 'sittingsAWeek' | 'designSittingsAWeek'>,
  isWantedSoon = false,
): Rhythm {
  if (sittingsAWeek !== null) return { from: 'learner', sittingsAWeek, isStretched: false };
  const isStretched = place === 'keep-alive' && !isWantedSoon;
  if (designSittingsAWeek === null) {
    return { from: 'assumed', sittingsAWeek: ASSUMED_SITTINGS_A_WEEK, isStretched };
  }
  return { from: 'design', sittingsAWeek: designSittingsAWeek, isStretched };
}

/** Days from one sitting to the next, 1 to 28; 28 for none a week. */
export function intervalDays({ sittingsAWeek, isStretched }: Rhythm): number {
  const days = (DAYS_A_WEEK / sittingsAWeek) * (isStretched ? KEEP_ALIVE_STRETCH : 1);
  return Math.min(LONGEST_INTERVAL_DAYS, Math.max(SHORTEST_INTERVAL_DAYS, days));
}
