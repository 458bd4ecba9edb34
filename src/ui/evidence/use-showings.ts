import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { historyQuery } from '../api/queries.ts';
import { usePracticePage } from '../api/use-kept.ts';
import { comparableIds } from '../offline/unsent-takes.ts';
import { usePending } from '../offline/use-pending.ts';
import { useEvidencePages } from './evidence-pages.ts';
import { overlayShowings, readingsOf } from './overlay-showings.ts';

/** Times when it was shown to others, and what was scored there. `isKnown`: home or this device has said something of it. */
export function useShowings(practiceId: string) {
  const { data, error, further } = useEvidencePages(practiceId, 'showings');
  const pending = usePending();
  const payoffs = usePracticePage(practiceId).value?.payoffs;
  const payoff = payoffs?.[0];
  const showings = useMemo(() => overlayShowings(data, practiceId, pending), [data, practiceId, pending]);
  // The takes of showings, as home counts them towards the target of whole runs; it lies on the device as well.
  const history = useQuery({ ...historyQuery(practiceId), enabled: showings.length > 0 }).data;
  const readings = useMemo(() => {
    const payoffIds = comparableIds(payoffs ?? []);
    return readingsOf(history?.alsoCounting?.attempts ?? [], { practiceId, payoffIds }, pending);
  }, [practiceId, history, payoffs, pending]);
  return {
    showings,
    isKnown: data !== undefined || (error !== null && showings.length > 0),
    readings,
    payoff,
    further,
  };
}
