import { useEffect, useRef, useState } from 'react';

type Pausable = { readonly isPaused: boolean; readonly pause: () => void; readonly resume: () => void };

/**
 * Calls `onEnd` after `milliseconds`, not counting the time spent paused. A new `key` starts anew; with null
 * nothing runs.
 */
export function usePausableTimeout(key: string | null, milliseconds: number, onEnd: () => void): Pausable {
  const [isPaused, setPaused] = useState(false);
  const left = useRef({ key, milliseconds });
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });

  useEffect(() => {
    if (key === null || isPaused) return;
    if (left.current.key !== key) left.current = { key, milliseconds };
    const started = performance.now();
    const timer = setTimeout(() => end.current(), left.current.milliseconds);
    return () => {
      clearTimeout(timer);
      const spent = performance.now() - started;
      left.current = { key, milliseconds: Math.max(0, left.current.milliseconds - spent) };
    };
  }, [key, isPaused, milliseconds]);

  return { isPaused, pause: () => setPaused(true), resume: () => setPaused(false) };
}
