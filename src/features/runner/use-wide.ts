import { useSyncExternalStore } from 'react';

/** From here on the runner has its two side columns; Runner.module.css says the same. */
const WIDE = '(min-width: 1241px)';

export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
