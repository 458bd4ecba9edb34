import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TwistList } from '../../features/twists/contract.ts';
import { overlayTwists } from '../offline/overlay-twists.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { twistsQuery } from './queries.ts';

onSentOverlay<TwistList>('twists', (list, practiceId, write) => overlayTwists(list, practiceId, [write]));

/** What was drawn in a practice, as this device knows it, by place. Null until home has answered or failed to. */
export function useTwists(practiceId: string): TwistList['draws'] | null {
  const { data, error } = useQuery(twistsQuery(practiceId));
  const pending = usePending();
  const isKnown = data !== undefined || error !== null;
  return useMemo(
    () => (isKnown ? overlayTwists(data, practiceId, pending).draws : null),
    [isKnown, data, practiceId, pending],
  );
}
