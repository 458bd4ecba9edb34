import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { type RunningSession, standingTakes } from './running-session.ts';

/**
 * Which of the first takes the next one is, from 1; null once there is a starting point. A part or a showing sets none.
 *
 * `attemptsBefore`: those on record before this sitting.
 */
export function coldTake(attemptsBefore: number, session: RunningSession): number | null {
  if (session.work !== 'whole') return null;
  const next = attemptsBefore + standingTakes(session).length + 1;
  return next <= BASELINE_ATTEMPTS ? next : null;
}
