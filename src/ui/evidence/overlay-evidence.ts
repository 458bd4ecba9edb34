import type { Evidence, EvidenceList } from '../../features/evidence/contract.ts';
import { factOf } from '../offline/fact.ts';
import type { PendingWrite } from '../offline/pending-write.ts';

/** Home's list with what this device has told and home has not confirmed laid over it. Newest first. */
export function overlayEvidence(
  list: Pick<EvidenceList, 'evidence'> | undefined,
  practiceId: string,
  pending: readonly PendingWrite[],
): readonly Evidence[] {
  const facts = pending.flatMap((write) => factOf(write) ?? []);
  const removed = new Set(facts.flatMap((fact) => (fact.kind === 'evidence-removal' ? [fact.id] : [])));
  const home = list?.evidence ?? [];
  const told = facts.flatMap((fact): Evidence[] => {
    if (fact.kind !== 'evidence' || fact.body.practiceId !== practiceId) return [];
    const isKnown = home.some(({ id }) => id === fact.id);
    return isKnown ? [] : [{ ...fact.body, id: fact.id, isHere: false }];
  });
  return [...told, ...home]
    .filter(({ id }) => !removed.has(id))
    .sort((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt));
}
