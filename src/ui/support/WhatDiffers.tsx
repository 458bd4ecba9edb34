import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { withAndWithout } from '../../engine/support/with-and-without.ts';
import { slotSentence, withAndWithoutNote } from '../../engine/support/with-and-without-words.ts';
import type { SupportCheck } from '../../features/support/contract.ts';
import { historyQuery } from '../api/queries.ts';
import { usePracticePage } from '../api/use-kept.ts';
import { usePending } from '../offline/use-pending.ts';
import { RuledList } from '../parts/RuledList.tsx';
import { supportedSessions } from './supported-sessions.ts';

type WhatDiffersProps = { readonly practiceId: string; readonly checks: readonly SupportCheck[] };

/** Sessions with a thing in place beside those without; drawn from what this device knows, also offline. */
export function WhatDiffers({ practiceId, checks }: WhatDiffersProps) {
  const payoffs = usePracticePage(practiceId).value?.payoffs;
  const { data: history } = useQuery({ ...historyQuery(practiceId), enabled: checks.length > 0 });
  const pending = usePending();
  const [payoff] = payoffs ?? [];
  const found = useMemo(() => {
    if (payoff === undefined || payoffs === undefined || checks.length === 0) return null;
    const sessions = supportedSessions({ practiceId, payoffs, checks, history, pending });
    return sessions === null ? null : withAndWithout(payoff, sessions);
  }, [practiceId, payoff, payoffs, checks, history, pending]);
  if (payoff === undefined || found === null) return null;
  const note = withAndWithoutNote(found);
  return (
    <section aria-labelledby="support-differs" className="stack">
      <h3 id="support-differs">With and without</h3>
      {found.kind === 'no-target' && (
        <p className="small muted">No range is set yet, so no session is better than another.</p>
      )}
      {found.kind === 'too-few-sessions' && (
        <p className="small muted">
          No session with scored takes yet of which it is known what was in place.
        </p>
      )}
      {found.kind === 'compared' && (
        <RuledList label="Sessions with and without">
          {found.slots.map((slot) => (
            <li key={slot.slot} className="small">
              {slotSentence(payoff, slot)}
            </li>
          ))}
        </RuledList>
      )}
      {note !== null && <p className="cap">{note}</p>}
    </section>
  );
}
