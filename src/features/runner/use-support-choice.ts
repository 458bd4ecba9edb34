import { useEffect, useState } from 'react';
import { record } from '../../ui/offline/record.ts';
import type { SupportChoice } from '../../ui/support/support-writes.ts';
import type { RunningSession } from './running-session.ts';

/** What was said to be in place before the first take is written down with that. */
export function useSupportChoice({ sessionId, takes }: RunningSession) {
  const [choice, setChoice] = useState<SupportChoice | null>(null);
  const hasTakes = takes.length > 0;
  useEffect(() => {
    if (choice === null || !hasTakes) return;
    setChoice(null);
    void import('../../ui/support/support-writes.ts').then(({ supportWrites }) =>
      record(supportWrites(sessionId, choice, new Date())),
    );
  }, [choice, hasTakes, sessionId]);
  return { choice, setChoice };
}
