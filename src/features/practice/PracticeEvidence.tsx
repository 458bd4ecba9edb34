import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { attemptsQuery } from '../../ui/api/queries.ts';
import { EvidenceSection } from '../../ui/evidence/EvidenceSection.tsx';
import { overlayAttempts } from '../../ui/offline/overlay.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { PracticePage } from './contract.ts';
import { wordsOfTakes } from './recorded-takes.ts';

/** Recordings with the takes that they are of, as far as those are on the first page of the list. */
export function PracticeEvidence({ page }: { readonly page: PracticePage }) {
  const { card, payoffs } = page;
  const { data } = useQuery(attemptsQuery(card.id, null));
  const pending = usePending();
  const takes = useMemo(
    () => wordsOfTakes(overlayAttempts(data, card.id, pending).attempts, card.attempts, payoffs),
    [data, card.id, card.attempts, payoffs, pending],
  );
  return <EvidenceSection practiceId={card.id} takeOf={(attemptId) => takes.get(attemptId)} />;
}
