import { type RefCallback, useCallback } from 'react';
import { noteTrickRead } from './trick-read.ts';

/** What flashes by as the best match while somebody types was not read; sixty words in view this long may have been. */
const READING_MILLISECONDS = 3_000;
/** The middle of the screen: what lies under the bars at its edges is not in sight. */
const IN_SIGHT: IntersectionObserverInit = { rootMargin: '-15% 0px', threshold: [0, 0.25, 0.5, 0.75, 1] };

type Sight = {
  readonly isIntersecting: boolean;
  readonly intersectionRect: Pick<DOMRectReadOnly, 'height'>;
  readonly boundingClientRect: Pick<DOMRectReadOnly, 'height'>;
  readonly rootBounds: Pick<DOMRectReadOnly, 'height'> | null;
};

/** Most of it, or as much as the screen holds: an edge that looks in from below is no text that can be read. */
export function isMostlyInSight(sight: Sight): boolean {
  const { isIntersecting, intersectionRect, boundingClientRect, rootBounds } = sight;
  const seen = intersectionRect.height;
  const atMost = Math.min(boundingClientRect.height, rootBounds?.height ?? Number.POSITIVE_INFINITY);
  return isIntersecting && seen > 0 && seen >= atMost / 2;
}

/** Put it on the text of the trick: it counts as read once it has stood in sight for long enough without a break. */
export function useReadInSight(micromasteryId: string): RefCallback<HTMLElement> {
  return useCallback(
    (element) => {
      if (element === null) return;
      let isInSight = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const beginAnew = () => {
        clearTimeout(timer);
        if (!isInSight || document.hidden) return;
        timer = setTimeout(() => noteTrickRead(micromasteryId), READING_MILLISECONDS);
      };
      const observer = new IntersectionObserver((entries) => {
        const latest = entries.at(-1);
        const is = latest !== undefined && isMostlyInSight(latest);
        // Scrolled a little further, it is still in sight: the time goes on.
        if (is === isInSight) return;
        isInSight = is;
        beginAnew();
      }, IN_SIGHT);
      observer.observe(element);
      document.addEventListener('visibilitychange', beginAnew);
      return () => {
        observer.disconnect();
        document.removeEventListener('visibilitychange', beginAnew);
        clearTimeout(timer);
      };
    },
    [micromasteryId],
  );
}
