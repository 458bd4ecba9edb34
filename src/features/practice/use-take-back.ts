import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { countFigures } from '../../engine/picture/count-words.ts';
import { newId } from '../../ui/offline/device.ts';
import type { Write } from '../../ui/offline/pending-write.ts';
import { keep, keepNote } from '../../ui/offline/queue.ts';
import { retractionOf } from '../../ui/offline/settle-conflict.ts';
import type { Notice } from '../../ui/parts/UndoBar.tsx';

/** The notice comes when even a page that is ended keeps its word. */
type Held = { readonly attemptId: string; readonly notice: Notice | null };

/** Said, and not a fact yet. */
type Waiting = { readonly write: Write; readonly letGo: () => void };

/**
 * Takes an attempt back. It is out of sight at once and a fact after ten seconds, because what is a fact cannot be taken
 * back again. Leaving the page, however it is left, carries it out.
 */
export function useTakeBack(practiceId: string) {
  const queries = useQueryClient();
  const [held, setHeld] = useState<Held | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const waiting = useRef<Waiting | null>(null);

  const carryOut = useCallback(() => {
    if (waiting.current === null) return;
    const { write, letGo } = waiting.current;
    waiting.current = null;
    // In the queue at once, which hides it from here on. On the disk together with the note of it, or not at all.
    keep([write], [{ key: noteKey(write), value: null }])
      .then(
        () => void queries.invalidateQueries({ queryKey: ['picture', practiceId] }),
        (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
      )
      .finally(letGo);
    setHeld(null);
  }, [practiceId, queries]);

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
    hiddenId: held?.attemptId ?? null,
    notice: held?.notice ?? null,
    fault,
    takeBack: (attemptId: string, number: number) => {
      carryOut();
      const write = retractionOf(attemptId, practiceId, newId(), new Date().toISOString());
      const { kept, letGo } = leave(write);
      waiting.current = { write, letGo };
      setFault(null);
      setHeld({ attemptId, notice: null });
      const notice = { id: newId(), text: `Take ${countFigures(number)} no longer counts.` };
      void kept.then(() => setHeld((now) => (now?.attemptId === attemptId ? { attemptId, notice } : now)));
    },
    undo: () => {
      if (waiting.current === null) return;
      const { write, letGo } = waiting.current;
      waiting.current = null;
      void keepNote({ key: noteKey(write), value: null }).finally(letGo);
      setHeld(null);
    },
    carryOut,
  };
}

const noteKey = ({ path }: Write): string => `taking-back:${path}`;

/**
 * Leaves a note of it on the disk: a phone ends pages without a word, and then the next start of the app carries it out.
 * While this page has it in hand, until `letGo`, no other does.
 */
function leave(write: Write): { readonly kept: Promise<boolean>; readonly letGo: () => void } {
  const key = noteKey(write);
  const { promise: inHand, resolve: letGo } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(key, () => inHand).catch(() => {});
  const kept = keepNote({ key, value: true, later: { writes: [write], at: '', lock: key } });
  return { kept, letGo };
}
