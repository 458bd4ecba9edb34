import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** A screen narrower than this many letters' heights has no room for bars that lie over it. */
const NARROWEST_REM = 16;

/**
 * Whether text is set so large, for a screen this narrow, that a bar at its foot belongs into the page. Reckoned from
 * the root's letters: `em` in a media query does not know of a size that the page, or an extension, has set there.
 * Put the ref on the bar: it changes its size whenever the answer may.
 */
export function useLargeText<Bar extends HTMLElement>(): [bar: RefObject<Bar | null>, isLarge: boolean] {
  const bar = useRef<Bar>(null);
  const [isLarge, setLarge] = useState(false);
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const reckon = () => setLarge(window.innerWidth < NARROWEST_REM * rootLetters());
    reckon();
    const observer = new ResizeObserver(reckon);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [bar, isLarge];
}

/** In pixels. */
function rootLetters(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
