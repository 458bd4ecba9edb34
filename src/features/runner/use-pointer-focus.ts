import { useEffect } from 'react';

let isByPointer = false;
let focused: Element | null = null;

/**
 * Whether this control has the focus only because it was pressed with a pointer. Space and Enter are then the page's: who
 * clicks “Log” and presses Space to count means the next one, not the button again.
 */
export function isFocusedByPointer(control: Element): boolean {
  return focused === control;
}

/** Keeps track while the runner is there. */
export function usePointerFocus(): void {
  useEffect(() => {
    const tracking = new AbortController();
    const options = { capture: true, signal: tracking.signal };
    const pressed = () => {
      isByPointer = true;
    };
    const typed = () => {
      isByPointer = false;
    };
    // What a press finds focused already, or focuses by its label only afterwards.
    const clicked = () => {
      if (isByPointer) focused = document.activeElement;
    };
    const moved = ({ target }: FocusEvent) => {
      focused = isByPointer && target instanceof Element ? target : null;
    };
    window.addEventListener('pointerdown', pressed, options);
    window.addEventListener('keydown', typed, options);
    window.addEventListener('click', clicked, options);
    window.addEventListener('focusin', moved, options);
    return () => {
      tracking.abort();
      isByPointer = false;
      focused = null;
    };
  }, []);
}
