import { useState } from 'react';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import type { Notice } from '../../ui/parts/UndoBar.tsx';
import type { Need } from './contract.ts';
import { revisionOf, type Said, saidOf } from './need-revision.ts';

type Done = {
  readonly notice: Notice;
  readonly before: Said;
  readonly after: Pick<Need, 'id' | 'revisedAt'>;
};

/** Says a need anew, and for ten seconds takes that back: by saying it again as it was, so that nothing is lost. */
export function useNeedRevision() {
  const [done, setDone] = useState<Done | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  function say(need: Pick<Need, 'id' | 'revisedAt'>, said: Said): string {
    const body = revisionOf(need, said, new Date());
    setFault(null);
    record([{ path: `/api/need-revisions/${newId()}`, body }]).catch((error: unknown) =>
      setFault(error instanceof Error ? error.message : String(error)),
    );
    return body.revisedAt;
  }

  return {
    notice: done?.notice ?? null,
    fault,
    revise: (need: Need, change: Partial<Said>, words: string) => {
      const before = saidOf(need);
      const revisedAt = say(need, { ...before, ...change });
      setDone({ notice: { id: newId(), text: words }, before, after: { id: need.id, revisedAt } });
    },
    undo: () => {
      if (done !== null) say(done.after, done.before);
      setDone(null);
    },
    noticeDone: () => setDone(null),
  };
}
