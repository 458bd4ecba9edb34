import { useEffect, useState } from 'react';

/** Longer than a tab needs to let go when the person goes from one screen to the next. */
const PATIENCE_MILLISECONDS = 400;

type OnlyTab = {
  readonly state: 'asking' | 'here' | 'elsewhere';
  /** Ends it in the other tab, and goes on here with what it has kept. */
  readonly takeOver: () => void;
};

/**
 * One sitting runs in one tab: two would each go on from its own half. The first tab has it; another gets it when that one
 * is closed, or when the person takes it over. Without Web Locks every tab is taken to be the only one.
 */
export function useOnlyTab(name: string): OnlyTab {
  const [state, setState] = useState<OnlyTab['state']>('locks' in navigator ? 'asking' : 'here');
  const [isTaking, setTaking] = useState(false);

  useEffect(() => {
    if (!('locks' in navigator)) return;
    const asking = new AbortController();
    let letGo: () => void = () => {};
    const untilLeft = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const waiting = setTimeout(() => setState('elsewhere'), PATIENCE_MILLISECONDS);
    const have = () => {
      clearTimeout(waiting);
      if (asking.signal.aborted) return undefined;
      setState('here');
      return untilLeft;
    };
    // The browser takes no signal together with stealing, and stealing does not wait.
    const options = isTaking ? { steal: true } : { signal: asking.signal };
    navigator.locks.request(name, options, have).catch(() => {
      if (asking.signal.aborted) return;
      // Taken over by another tab. It is asked for again only when the person says so.
      setTaking(false);
      setState('elsewhere');
    });
    return () => {
      clearTimeout(waiting);
      asking.abort();
      letGo();
    };
  }, [name, isTaking]);

  return { state, takeOver: () => setTaking(true) };
}
