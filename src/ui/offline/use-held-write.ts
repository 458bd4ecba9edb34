import { useCallback, useEffect, useRef, useState } from 'react';
import type { Notice } from '../parts/UndoBar.tsx';
import { newId } from './device.ts';
import type { Write } from './pending-write.ts';
import { keep, keepNote } from './queue.ts';

type Held = {
  /** None, or those of one act. */
  readonly writes: readonly Write[];
  /** It comes when even a page that is ended keeps its word. */
  readonly notice: Notice | null;
};

/** Said, and not a fact yet. */
type Waiting = {
  readonly writes: readonly Write[];
  readonly letGo: () => void;
  readonly after: After;
};

type After = {
  /** Once it is in the queue, and cannot be taken back any more. */
  readonly onKept?: () => unknown;
  readonly onUndone?: () => unknown;
};

const NOTHING: Held = { writes: [], notice: null };

/** By the first of them: together they are one act. */
const noteKey = ([first]: readonly Write[]): string => `holding:${first?.path ?? ''}`;

/**
 * One act that shows at once and is a fact after ten seconds, because what is a fact cannot be taken back; of several writes, all
 * are or none is. The next one, and leaving the page, however it is left, carries it out.
 */
export function useHeldWrite() {
  const [held, setHeld] = useState(NOTHING);
  const [fault, setFault] = useState<string | null>(null);
  const waiting = useRef<Waiting | null>(null);

  const carryOut = useCallback(() => {
    const now = waiting.current;
    waiting.current = null;
    setHeld(NOTHING);
    if (now === null) return;
    // In the queue at once, which shows it from here on. On the disk together with the note of it, or not at all.
    keep(now.writes, [{ key: noteKey(now.writes), value: null }])
      .then(now.after.onKept, (error: unknown) =>
        setFault(error instanceof Error ? error.message : String(error)),
      )
      .finally(now.letGo);
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
    ...held,
    fault,
    carryOut,
    /** `text` says what was done. */
    hold: (act: Write | readonly Write[], text: string, after: After = {}) => {
      carryOut();
      const writes: readonly Write[] = 'path' in act ? [act] : act;
      const { kept, letGo } = leave(writes);
      waiting.current = { writes, letGo, after };
      setFault(null);
      setHeld({ writes, notice: null });
      const notice = { id: newId(), text };
      void kept.then(() => setHeld((now) => (now.writes === writes ? { writes, notice } : now)));
    },
    undo: () => {
      const now = waiting.current;
      waiting.current = null;
      setHeld(NOTHING);
      if (now === null) return;
      void keepNote({ key: noteKey(now.writes), value: null }).finally(now.letGo);
      now.after.onUndone?.();
    },
  };
}

export type HeldWrite = ReturnType<typeof useHeldWrite>;

/**
 * Leaves a note of it on the disk: a phone ends pages without a word, and then the next start of the app carries it out.
 * While this page has it in hand, until `letGo`, no other does.
 */
function leave(writes: readonly Write[]): { readonly kept: Promise<boolean>; readonly letGo: () => void } {
  const key = noteKey(writes);
  const { promise: inHand, resolve: letGo } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(key, () => inHand).catch(() => {});
  const kept = keepNote({ key, value: true, later: { writes: [...writes], at: '', lock: key } });
  return { kept, letGo };
}
