import { useEffect, useRef, useState } from 'react';
import { leaveToQueue, record } from '../../ui/offline/record.ts';
import type { SupportChoice } from '../../ui/support/support-writes.ts';
import type { RunningSession } from './running-session.ts';

/** What was said to be in place before the first take is written down with that. */
export function useSupportChoice({ sessionId, takes }: RunningSession) {
  const [choice, setChoice] = useState<SupportChoice | null>(null);
  const underway = useRef<SupportChoice | null>(null);
  const takesMade = takes.length;
  useEffect(() => {
    if (choice === null || takesMade === 0 || underway.current === choice) return;
    underway.current = choice;
    keepChoice(sessionId, choice)
      .catch(leaveToQueue)
      .then(
        // Another may have been made while this one was being kept.
        () => setChoice((now) => (now === choice ? null : now)),
        () => {
          // What writes it down could not be fetched: it is said again with the next take.
          underway.current = null;
        },
      );
  }, [choice, takesMade, sessionId]);
  return { choice, setChoice };
}

async function keepChoice(sessionId: string, choice: SupportChoice): Promise<void> {
  const { supportWrites } = await import('../../ui/support/support-writes.ts');
  await record(supportWrites(sessionId, choice, new Date()));
}
