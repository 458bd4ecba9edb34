import { useEffect, useRef } from 'react';
import { areOneLetterKeysOn } from '../../ui/one-letter-keys.ts';

export type KeyHandler = (key: string) => boolean;

/**
 * Keys of the desktop, wherever the focus is but in a field or a dialog. A handler says whether it took the key. Space
 * and Enter on a focused control stay the control's own. What takes a value is asked `first`, what lies round it `last`:
 * Backspace is a digit's before it is a take's.
 */
export function useRunnerKeys(handler: KeyHandler, order: 'first' | 'last' = 'first'): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!isForThePage(event)) return;
      if (latest.current(event.key)) event.preventDefault();
    };
    // On the way down to the focused element, or on the way back.
    const capture = order === 'first';
    window.addEventListener('keydown', press, { capture });
    return () => window.removeEventListener('keydown', press, { capture });
  }, [order]);
}

/** A dialog, and the moment in which the first one is still being fetched: what is typed then is no take. */
const COVER = '[role="dialog"], [data-covered]';

function isForThePage({ target, key, repeat }: KeyboardEvent): boolean {
  // A key that is held down is one tap, not fifty takes.
  if (repeat) return false;
  if (key.length === 1 && key !== ' ' && !areOneLetterKeysOn()) return false;
  if (document.querySelector(COVER) !== null) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null) return false;
  const isControl = target.closest('button, a, input, summary') !== null;
  return !(isControl && (key === ' ' || key === 'Enter'));
}
