import type { Evidence } from '../../features/evidence/contract.ts';
import { factOf } from '../offline/fact.ts';
import { useHeldWrite } from '../offline/use-held-write.ts';
import { dropFromDevice } from './uploads.ts';

/** Removes evidence: out of sight at once, and a fact after ten seconds; its bytes go with it. */
export function useRemoveEvidence(practiceId: string, words: (evidence: Evidence) => string) {
  const { hold, writes, ...held } = useHeldWrite();
  const [fact] = writes.map(factOf);
  return {
    ...held,
    hiddenId: fact?.kind === 'evidence-removal' ? fact.id : null,
    remove: (evidence: Evidence) =>
      hold(
        {
          path: `/api/evidence/${evidence.id}/removal`,
          body: { removedAt: new Date().toISOString() },
          practiceId,
        },
        `${words(evidence)} is removed.`,
        { onKept: () => dropFromDevice(evidence.sha256) },
      ),
  };
}
