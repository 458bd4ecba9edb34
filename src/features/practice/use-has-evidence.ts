import { useQuery } from '@tanstack/react-query';
import { evidenceQuery } from '../../ui/api/queries.ts';
import { practiceOf } from '../../ui/offline/overlay-card.ts';
import type { PendingWrite } from '../../ui/offline/pending-write.ts';
import { usePending } from '../../ui/offline/use-pending.ts';
import type { EvidenceList } from '../evidence/contract.ts';
import type { PracticeCard } from './contract.ts';

/** Whether there is anything to hear, to see or to tell of: with takes there may be, and without any home is asked. */
export function useHasEvidence({ id, attempts }: Pick<PracticeCard, 'id' | 'attempts'>): boolean {
  const { data } = useQuery({ ...evidenceQuery(id), enabled: attempts === 0 });
  const pending = usePending();
  return attempts > 0 || isAnyTold(data, id, pending);
}

const TOLD = /^\/api\/(evidence|showings)\/[^/]+$/;

export function isAnyTold(
  list: Pick<EvidenceList, 'evidence' | 'showings'> | undefined,
  practiceId: string,
  pending: readonly PendingWrite[],
): boolean {
  if (list !== undefined && list.evidence.length + list.showings.length > 0) return true;
  return pending.some((write) => TOLD.test(write.path) && practiceOf(write, pending) === practiceId);
}
