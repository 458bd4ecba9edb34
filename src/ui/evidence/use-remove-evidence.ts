import { useCallback, useEffect, useRef, useState } from 'react';
import type { Evidence } from '../../features/evidence/contract.ts';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';
import { keep, keepNote } from '../offline/queue.ts';
import type { Notice } from '../parts/UndoBar.tsx';
import { dropFromDevice } from './uploads.ts';

type Waiting = { readonly evidence: Evidence; readonly write: Write; readonly letGo: () => void };

const noteKey = ({ path }: Write): string => `removing:${path}`;

/**
 * Removes evidence. It is out of sight at once and a fact after ten seconds, because what is a fact cannot be taken back,
 * and its bytes go with it. Leaving the page, however it is left, carries it out.
 */
export function useRemoveEvidence(practiceId: string, words: (evidence: Evidence) => string) {
  const [hidden, setHidden] = useState<{ readonly id: string; readonly notice: Notice } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const waiting = useRef<Waiting | null>(null);

  const carryOut = useCallback(() => {
    const held = waiting.current;
    waiting.current = null;
    setHidden(null);
    if (held === null) return;
    keep([held.write], [{ key: noteKey(held.write), value: null }])
      .then(
        () => dropFromDevice(held.evidence.sha256),
        (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
      )
      .finally(held.letGo);
  }, []);

  useEffect(() => {
    // A page that is closed may get no further than this; then the next start carries it out, and need not wait for it.
    const close = () => {
      const letGo = waiting.current?.letGo;
      carryOut();
      letGo?.();
    };
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      carryOut();
    };
  }, [carryOut]);

  return {
    hiddenId: hidden?.id ?? null,
    notice: hidden?.notice ?? null,
    fault,
    carryOut,
    remove: (evidence: Evidence) => {
      carryOut();
      const body = { removedAt: new Date().toISOString() };
      const write: Write = { path: `/api/evidence/${evidence.id}/removal`, body, practiceId };
      waiting.current = { evidence, write, letGo: leave(write) };
      setFault(null);
      setHidden({ id: evidence.id, notice: { id: newId(), text: `${words(evidence)} is removed.` } });
    },
    undo: () => {
      const held = waiting.current;
      waiting.current = null;
      setHidden(null);
      if (held !== null) void keepNote({ key: noteKey(held.write), value: null }).finally(held.letGo);
    },
  };
}

/** Leaves a note of it on the disk, for a page that is ended without a word: then the next start carries it out. */
function leave(write: Write): () => void {
  const key = noteKey(write);
  const { promise: inHand, resolve: letGo } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(key, () => inHand).catch(() => {});
  void keepNote({ key, value: true, later: { writes: [write], at: '', lock: key } });
  return letGo;
}
