import { useEffect, useState } from 'react';

/** Until the calendar day turns where the person is. */
export function millisecondsToMidnight(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime();
}

/** The present, as far as words such as "today" need it: anew whenever the page is looked at again, and at midnight. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const renew = () => {
      if (document.visibilityState === 'visible') setNow(new Date());
    };
    document.addEventListener('visibilitychange', renew);
    const atMidnight = setTimeout(() => setNow(new Date()), millisecondsToMidnight(now));
    return () => {
      document.removeEventListener('visibilitychange', renew);
      clearTimeout(atMidnight);
    };
  }, [now]);
  return now;
}
