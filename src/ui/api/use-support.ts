import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Support } from '../../features/support/contract.ts';
import { overlaySupport } from '../offline/overlay-support.ts';
import type { Write } from '../offline/pending-write.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { supportQuery } from './queries.ts';

onSentOverlay<Support>('support', (support, practiceId, write) =>
  overlaySupport(support, practiceId, [write]),
);

const NONE: readonly Write[] = [];

/**
 * What is around a practice, as this device knows it. Empty until home has answered or failed to: a session begins
 * without it. `held`: what was just said and can still be taken back.
 */
export function useSupport(
  practiceId: string,
  held: readonly Write[] = NONE,
): { readonly support: Support; readonly isKnown: boolean } {
  const { data, error } = useQuery(supportQuery(practiceId));
  const pending = usePending();
  const support = useMemo(
    () => overlaySupport(data, practiceId, [...pending, ...held]),
    [data, practiceId, pending, held],
  );
  return { support, isKnown: data !== undefined || error !== null };
}
