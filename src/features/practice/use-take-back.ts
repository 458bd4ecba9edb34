import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { newId } from '../../ui/offline/device.ts';
import { record } from '../../ui/offline/record.ts';
import { retractionOf } from '../../ui/offline/settle-conflict.ts';
import type { Notice } from '../../ui/parts/UndoBar.tsx';

/**
 * Takes an attempt back. It is out of sight at once and a fact after ten seconds, because what is a fact cannot be taken
 * back again. Leaving the page carries it out.
 */
export function useTakeBack(practiceId: string) {
  const queries = useQueryClient();
  const [held, setHeld] = useState<{ attemptId: string; notice: Notice } | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);

  const carryOut = useCallback(() => {
    const attemptId = waiting.current;
    waiting.current = null;
    if (attemptId === null) return;
    const write = retractionOf(attemptId, practiceId, newId(), new Date().toISOString());
    record([write]).then(
      () => {
        setHeld((now) => (now?.attemptId === attemptId ? null : now));
        void queries.invalidateQueries({ queryKey: ['picture', practiceId] });
      },
      (error: unknown) => setFault(error instanceof Error ? error.message : String(error)),
    );
  }, [practiceId, queries]);

  useEffect(() => carryOut, [carryOut]);

  return {
    hiddenId: held?.attemptId ?? null,
    notice: held?.notice ?? null,
    fault,
    takeBack: (attemptId: string, number: number) => {
      carryOut();
      waiting.current = attemptId;
      setFault(null);
      setHeld({ attemptId, notice: { id: newId(), text: `Take ${number} no longer counts.` } });
    },
    keep: () => {
      waiting.current = null;
      setHeld(null);
    },
    carryOut,
  };
}
