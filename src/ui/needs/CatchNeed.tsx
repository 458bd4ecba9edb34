import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { areOneLetterKeysOn } from '../one-letter-keys.ts';
import { CATCH_KEY, onNeedAskedFor } from './catch-need.ts';

const CatchNeedDialog = lazy(async () => ({
  default: (await import('./CatchNeedDialog.tsx')).CatchNeedDialog,
}));

const DIALOG = '[role="dialog"]';
/** Something lies over the page already, or is on its way. While a take runs, all keys are the runner's. */
const TAKEN = `${DIALOG}, [data-covered], main[data-keys]:not([data-paused])`;
const FIELD = 'input:not([type="radio"]), textarea, select, [contenteditable]';

/** Catches a need wherever it is felt: by a key, and without leaving what one is at. */
export function CatchNeed() {
  const [state, setState] = useState<'unused' | 'open' | 'closed'>('unused');
  /** Typed before the field is there to take it; null while nobody has called for the field. */
  const early = useRef<string | null>(null);

  useEffect(() => {
    const open = () => {
      early.current = '';
      setState('open');
    };
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (early.current === null) {
        if (!isForCatching(event)) return;
        open();
      } else {
        if (event.key.length > 1 || document.activeElement?.closest(DIALOG)) return;
        early.current += event.key;
      }
      event.preventDefault();
    };
    const forget = onNeedAskedFor(open);
    window.addEventListener('keydown', press, { capture: true });
    return () => {
      forget();
      window.removeEventListener('keydown', press, { capture: true });
    };
  }, []);

  function close() {
    early.current = null;
    setState('closed');
  }

  if (state === 'unused') return null;
  const isOpen = state === 'open';
  return (
    <>
      {isOpen && <span hidden data-covered="" />}
      <Suspense fallback={null}>
        <CatchNeedDialog isOpen={isOpen} early={early} onClose={close} />
      </Suspense>
    </>
  );
}

function isForCatching({ key, target, repeat, isComposing }: KeyboardEvent): boolean {
  if (key !== CATCH_KEY || repeat || isComposing || !areOneLetterKeysOn()) return false;
  const isInField = target instanceof Element && target.closest(FIELD) !== null;
  return !isInField && document.querySelector(TAKEN) === null;
}
