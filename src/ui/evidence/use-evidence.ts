import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Evidence, EvidenceList } from '../../features/evidence/contract.ts';
import { getJson, Unreachable } from '../api/api-client.ts';
import { queueView } from '../offline/queue.ts';
import { pendingOf, usePending } from '../offline/use-pending.ts';
import { overlayEvidence } from './overlay-evidence.ts';

export const evidenceQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['evidence', practiceId],
    queryFn: async () => {
      const path = `/api/practices/${practiceId}`;
      // Home need not be asked for what it cannot have heard of.
      if (pendingOf(queueView().writes).some((write) => write.path === path))
        throw new Unreachable('Home has not heard of it yet.');
      return getJson<EvidenceList>(`${path}/evidence`);
    },
  });

/** `evidence` is undefined until home or this device has said something of it. */
export function useEvidence(practiceId: string) {
  const { data, error, refetch } = useQuery(evidenceQuery(practiceId));
  const pending = usePending();
  const laid = useMemo(() => overlayEvidence(data, practiceId, pending), [data, practiceId, pending]);
  const isKnown = data !== undefined || (error !== null && laid.length > 0);
  const evidence: readonly Evidence[] | undefined = isKnown ? laid : undefined;
  return { evidence, error, retry: () => void refetch() };
}
