import { useMemo } from 'react';
import type { Evidence, EvidenceList } from '../../features/evidence/contract.ts';
import { onSentOverlay } from '../offline/sent-overlays.ts';
import { usePending } from '../offline/use-pending.ts';
import { useEvidencePages } from './evidence-pages.ts';
import { overlayEvidence } from './overlay-evidence.ts';
import { overlayShowings } from './overlay-showings.ts';

onSentOverlay<EvidenceList>('evidence', (list, practiceId, write) => ({
  ...list,
  evidence: [...overlayEvidence(list, practiceId, [write])],
  showings: [...overlayShowings(list, practiceId, [write])],
}));

/** `evidence` is undefined until home or this device has said something of it. */
export function useEvidence(practiceId: string) {
  const { data, error, refetch, further } = useEvidencePages(practiceId, 'evidence');
  const pending = usePending();
  const laid = useMemo(() => overlayEvidence(data, practiceId, pending), [data, practiceId, pending]);
  const isKnown = data !== undefined || (error !== null && laid.length > 0);
  const evidence: readonly Evidence[] | undefined = isKnown ? laid : undefined;
  return { evidence, error, retry: () => void refetch(), further };
}
