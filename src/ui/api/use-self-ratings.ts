import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SelfRatingList } from '../../features/self-ratings/contract.ts';
import { overlaySelfRatings } from '../offline/overlay-self-ratings.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { selfRatingsQuery } from './queries.ts';

onSentOverlay<SelfRatingList>('self-ratings', (list, practiceId, write) =>
  overlaySelfRatings(list, practiceId, [write]),
);

/** What the learner said of themselves in a practice, as this device knows it. Null until home has answered or failed to. */
export function useSelfRatings(practiceId: string): SelfRatingList | null {
  const { data, error } = useQuery(selfRatingsQuery(practiceId));
  const pending = usePending();
  const isKnown = data !== undefined || error !== null;
  return useMemo(
    () => (isKnown ? overlaySelfRatings(data, practiceId, pending) : null),
    [isKnown, data, practiceId, pending],
  );
}
