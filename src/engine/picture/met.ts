import { reaches, type Target } from '../measure/measure.ts';
import { DAYS_TO_MEET } from './days-to-meet.ts';
import { medianOf } from './order-statistics.ts';
import type { AttemptFact, Met } from './picture.ts';
import { groupSessions, type SessionAttempts } from './sessions.ts';

/**
 * Whether a session holds the payoff: the median of its attempts satisfies the target, be it one attempt or many, and so
 * do half of them at least, since a median can lie in a range that no attempt was in. The learner sets unit, direction and
 * target, and no number of attempts; why: docs/science/picture.md.
 */
export function holds(target: Target, session: SessionAttempts): boolean {
  const values = session.attempts.map((attempt) => attempt.value);
  const reached = values.filter((value) => reaches(target, value)).length;
  return 2 * reached >= values.length && reaches(target, medianOf(values));
}

/** Counted against the target as it is now; sessions of one day count once among the days. */
export function findMet(target: Target, attempts: readonly AttemptFact[]): Met {
  const days = new Set<string>();
  let sessionsHeld = 0;
  let metAt: number | null = null;
  for (const session of groupSessions(attempts)) {
    if (!holds(target, session)) continue;
    sessionsHeld += 1;
    days.add(session.dayKey);
    if (metAt === null && days.size >= DAYS_TO_MEET) metAt = session.attempts.at(-1)?.at ?? null;
  }
  return { sessionsHeld, daysHeld: days.size, daysNeeded: DAYS_TO_MEET, metAt };
}
