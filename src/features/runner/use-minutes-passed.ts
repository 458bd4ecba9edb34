import { useEffect, useState } from 'react';

const MINUTE_MILLISECONDS = 60_000;
/** Often enough that a minute is told within its first seconds. */
const LOOK_MILLISECONDS = 5_000;

/** Whole minutes since a moment of the calendar's clock, in milliseconds since 1970. */
export function useMinutesPassed(since: number): number {
  const [passed, setPassed] = useState(() => minutesSince(since));
  useEffect(() => {
    const look = () => setPassed(minutesSince(since));
    look();
    const timer = setInterval(look, LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [since]);
  return passed;
}

function minutesSince(since: number): number {
  return Math.max(0, Math.floor((Date.now() - since) / MINUTE_MILLISECONDS));
}

/**
 * "5 of 12 minutes", and after them "14 minutes": nobody is rung out. Null where no minutes were named, and where so many
 * have passed that the sitting was left and taken up again.
 */
export function minutesPassedWords(minutes: number | null, passed: number): string | null {
  if (minutes === null || passed > 2 * minutes) return null;
  return passed > minutes ? `${passed} minutes` : `${passed} of ${minutes} minutes`;
}
