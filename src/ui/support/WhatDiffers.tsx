import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { SLOT_NAMES } from '../../engine/support/slots.ts';
import {
  type SlotDifference,
  type SlotTooFew,
  withAndWithout,
} from '../../engine/support/with-and-without.ts';
import { isSideTold, slotSentence, withAndWithoutNote } from '../../engine/support/with-and-without-words.ts';
import type { Payoff } from '../../features/practice/contract.ts';
import type { SupportCheck } from '../../features/support/contract.ts';
import { historyQuery } from '../api/queries.ts';
import { usePracticePage } from '../api/use-kept.ts';
import { usePending } from '../offline/use-pending.ts';
import { FoldedLine } from '../parts/FoldedLine.tsx';
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
  if (found.kind === 'compared')
    return <Compared payoff={payoff} slots={found.slots} note={withAndWithoutNote(found)} />;
  return (
    <p className="small muted">
      <b>With and without</b>:{' '}
      {found.kind === 'no-target'
        ? 'no range is set yet, so no session is better than another.'
        : 'no session with scored takes yet of which it is known what was in place.'}
    </p>
  );
}

type Slots = readonly (SlotDifference | SlotTooFew)[];
type ComparedProps = { readonly payoff: Payoff; readonly slots: Slots; readonly note: string | null };

/** What can be told; the rest in one line, which opens. */
function Compared({ payoff, slots, note }: ComparedProps) {
  const told = slots.filter((slot) => isSideTold(payoff, slot));
  const untold = slots.filter((slot) => !isSideTold(payoff, slot));
  const names = untold.map(({ slot }) => SLOT_NAMES[slot].toLowerCase()).join(', ');
  const caption = note !== null && <p className="cap">{note}</p>;
  return (
    <section aria-label="With and without">
      {told.length > 0 && (
        <>
          <h3>With and without</h3>
          <Sentences label="What differs" payoff={payoff} slots={told} />
          {caption}
        </>
      )}
      {untold.length > 0 && (
        <FoldedLine line={`With and without ${names}: nothing can be told yet`}>
          <Sentences label="What cannot be told yet" payoff={payoff} slots={untold} />
          {told.length === 0 && caption}
        </FoldedLine>
      )}
    </section>
  );
}

type SentencesProps = { readonly label: string; readonly payoff: Payoff; readonly slots: Slots };

function Sentences({ label, payoff, slots }: SentencesProps) {
  return (
    <RuledList label={label}>
      {slots.map((slot) => (
        <li key={slot.slot} className="small">
          {slotSentence(payoff, slot)}
        </li>
      ))}
    </RuledList>
  );
}
