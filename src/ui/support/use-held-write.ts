import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newId } from '../offline/device.ts';
import type { Write } from '../offline/pending-write.ts';
import { keep, keepNote } from '../offline/queue.ts';
import type { Notice } from '../parts/UndoBar.tsx';

type Held = { readonly write: Write; readonly notice: Notice };

/** Said, and not a fact yet. */
type Waiting = { readonly write: Write; readonly letGo: () => void };

const NONE: readonly Write[] = [];

const noteKey = ({ path }: Write): string => `holding:${path}`;

/**
 * One write that shows at once and is a fact after ten seconds, because what is a fact cannot be taken back. The next one,
 * and leaving the page, however it is left, carries it out.
 */
export function useHeldWrite() {
  const [held, setHeld] = useState<Held | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const waiting = useRef<Waiting | null>(null);

  const carryOut = useCallback(() => {
    const now = waiting.current;
    waiting.current = null;
    if (now === null) return;
    // In the queue at once, which shows it from here on. On the disk together with the note of it, or not at all.
    keep([now.write], [{ key: noteKey(now.write), value: null }])
      .catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)))
      .finally(now.letGo);
    setHeld(null);
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

  const hold = useCallback(
    (write: Write, text: string) => {
      carryOut();
      waiting.current = { write, letGo: leave(write) };
      setFault(null);
      setHeld({ write, notice: { id: newId(), text } });
    },
    [carryOut],
  );

  const undo = useCallback(() => {
    const now = waiting.current;
    waiting.current = null;
    if (now !== null) void keepNote({ key: noteKey(now.write), value: null }).finally(now.letGo);
    setHeld(null);
  }, []);

  const writes = useMemo(() => (held === null ? NONE : [held.write]), [held]);
  return { hold, undo, carryOut, writes, notice: held?.notice ?? null, fault };
}

export type HeldWrite = ReturnType<typeof useHeldWrite>;

/**
 * Leaves a note of it on the disk: a phone ends pages without a word, and then the next start of the app carries it out.
 * While this page has it in hand, until the answer is called, no other does.
 */
function leave(write: Write): () => void {
  const key = noteKey(write);
  const { promise: inHand, resolve: letGo } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(key, () => inHand).catch(() => {});
  void keepNote({ key, value: true, later: { writes: [write], at: '', lock: key } });
  return letGo;
}
