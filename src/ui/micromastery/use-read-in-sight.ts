import { type RefCallback, useCallback } from 'react';
import { noteTrickRead } from './trick-read.ts';

/** What flashes by as the best match while somebody types was not read; sixty words in view this long may have been. */
const READING_MILLISECONDS = 3_000;
/** The middle of the screen: what lies under the bars at its edges is not in sight. */
const IN_SIGHT: IntersectionObserverInit = { rootMargin: '-15% 0px' };

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
        isInSight = entries.at(-1)?.isIntersecting === true;
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
