import { useState } from 'react';
import { BASELINE_ATTEMPTS } from '../../engine/picture/baseline.ts';
import type { PracticePage } from '../practice/contract.ts';
import { coldTake, scoredTakes } from './cold-take.ts';
import type { RunningSession } from './running-session.ts';

/** Which of the takes that set the starting point is next; null once there is one. */
export function useColdTake(page: PracticePage, session: RunningSession): number | null {
  // Kept by an app of before, a card does not say it; then nothing is asked for.
  const now = Math.max(0, (page.card.startTakes ?? BASELINE_ATTEMPTS) - scoredTakes(session));
  const [before, setBefore] = useState(now);
  // From the first take on the session itself counts: home may be a take behind, or one ahead of an undo.
  if (session.takes.length === 0 && now !== before) setBefore(now);
  return coldTake(before, session);
}
