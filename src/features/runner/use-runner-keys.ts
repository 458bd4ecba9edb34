import { useEffect, useRef } from 'react';
import { areOneLetterKeysOn } from '../../ui/one-letter-keys.ts';
import { isFocusedByPointer } from './use-pointer-focus.ts';

export type KeyHandler = (key: string) => boolean;

/**
 * Keys of the desktop, wherever the focus is but in a field or a dialog. A handler says whether it took the key. Space
 * and Enter on a control that the keyboard went to stay the control's own. What takes a value is asked `first`, what lies
 * round it `last`: Backspace is a digit's before it is a take's.
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
      if (!latest.current(event.key)) return;
      event.preventDefault();
      // Some browsers press a button when Space is let go, whatever became of it on the way down.
      if (event.target instanceof HTMLElement && isFocusedByPointer(event.target)) event.target.blur();
    };
    // On the way down to the focused element, or on the way back.
    const capture = order === 'first';
    window.addEventListener('keydown', press, { capture });
    return () => window.removeEventListener('keydown', press, { capture });
  }, [order]);
}

/**
 * A dialog, and the moment in which the first one is still being fetched: what is typed then is no take. Closed, it may still
 * be on its way out, and the keys are the page's again.
 */
const COVER = '[role="dialog"]:not([data-closed]), [data-covered]';

function isForThePage({ target, key, repeat }: KeyboardEvent): boolean {
  // A key that is held down is one tap, not fifty takes.
  if (repeat) return false;
  if (key.length === 1 && key !== ' ' && !areOneLetterKeysOn()) return false;
  if (document.querySelector(COVER) !== null) return false;
  if (!(target instanceof Element)) return true;
  if (target.closest('input:not([type="radio"]), textarea, select, [contenteditable]') !== null) return false;
  const control = target.closest('button, a, input, summary');
  const isControls = control !== null && !isFocusedByPointer(control);
  return !(isControls && (key === ' ' || key === 'Enter'));
}
