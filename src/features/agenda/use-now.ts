import { useEffect, useState } from 'react';
import type { QuietHours } from '../../engine/agenda/quiet-hours.ts';

/** Until the calendar day turns where the person is. */
export function millisecondsToMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}

/** Until the day turns, or quiet hours begin or end. */
export function millisecondsToChange(now: Date, quiet: QuietHours | null): number {
  const until = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate(), hours, minutes).getTime();
    return at > now.getTime() ? at - now.getTime() : Number.POSITIVE_INFINITY;
  };
  const edges = quiet === null ? [] : [until(quiet.from), until(quiet.to)];
  return Math.min(millisecondsToMidnight(now), ...edges);
}

/**
 * The present, as far as words such as "today" need it: anew whenever the page is looked at again, at midnight, and where
 * quiet hours begin or end.
 */
export function useNow(quiet: QuietHours | null): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const renew = () => {
      if (document.visibilityState === 'visible') setNow(new Date());
    };
    document.addEventListener('visibilitychange', renew);
    const atChange = setTimeout(() => setNow(new Date()), millisecondsToChange(now, quiet));
    return () => {
      document.removeEventListener('visibilitychange', renew);
      clearTimeout(atChange);
    };
  }, [now, quiet]);
  return now;
}
