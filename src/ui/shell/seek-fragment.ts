/** What a fragment names may come with an answer of home: after so long nobody waits for it any more. */
const PATIENCE_MILLISECONDS = 20_000;
/** The person goes on by themselves, and is not called back. */
const GOING_ON = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

let stop: () => void = () => {};

/** Goes to what `#part` of an address names, as a browser does with a page of its own: now, or as soon as it is drawn. */
export function seekFragment(hash: string): void {
  stop();
  const id = idOf(hash);
  if (id === '') return;
  const seeking = new AbortController();
  const watcher = new MutationObserver(look);
  const patience = setTimeout(end, PATIENCE_MILLISECONDS);
  // In the next frame: until then the screen before may still be there.
  const frame = requestAnimationFrame(() => {
    watcher.observe(document.body, { childList: true, subtree: true });
    look();
  });

  function look() {
    const target = document.getElementById(id);
    if (target === null) return;
    end();
    reach(target);
  }
  function end() {
    seeking.abort();
    watcher.disconnect();
    clearTimeout(patience);
    cancelAnimationFrame(frame);
  }
  for (const name of GOING_ON)
    window.addEventListener(name, end, { signal: seeking.signal, capture: true, passive: true });
  stop = end;
}

/** A fragment that no browser could read names nothing. */
function idOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

/** The keyboard and a screen reader go on from there too. What it is folded into is opened. */
function reach(target: HTMLElement): void {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  target.scrollIntoView();
  target.focus({ preventScroll: true });
  if (document.activeElement === target) return;
  // In reach of the keyboard for this once: a click into it later means nothing.
  target.tabIndex = -1;
  target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  target.focus({ preventScroll: true });
}
