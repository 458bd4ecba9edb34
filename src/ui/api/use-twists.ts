import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TwistList } from '../../features/twists/contract.ts';
import { overlayTwists } from '../offline/overlay-twists.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { twistsQuery } from './queries.ts';

onSentOverlay<TwistList>('twists', (list, practiceId, write) => overlayTwists(list, practiceId, [write]));

/** Challenges of a practice, as this device knows them. Null until home has answered or failed to. */
export function useTwists(practiceId: string): TwistList | null {
  const { data, error } = useQuery(twistsQuery(practiceId));
  const pending = usePending();
  const isKnown = data !== undefined || error !== null;
  return useMemo(
    () => (isKnown ? overlayTwists(data, practiceId, pending) : null),
    [isKnown, data, practiceId, pending],
  );
}
