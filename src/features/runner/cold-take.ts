import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import { type RunningSession, standingTakes } from './running-session.ts';

/**
 * Which of the first takes the next one is, from 1; null once there is a starting point. A part or a showing sets none.
 *
 * `before`: scored takes of the whole on record before this sitting; three or more are as good as three.
 */
export function coldTake(before: number, session: RunningSession): number | null {
  if (session.work !== 'whole') return null;
  const next = before + scoredTakes(session) + 1;
  return next <= BASELINE_ATTEMPTS ? next : null;
}

/** Takes of this sitting that set where one starts. */
export function scoredTakes(session: RunningSession): number {
  return standingTakes(session).filter(({ value }) => value !== null).length;
}
