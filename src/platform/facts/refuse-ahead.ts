import type { Clock } from '../clock.ts';
import { Refusal } from '../problems.ts';

const DAY_MILLISECONDS = 86_400_000;
const AHEAD =
  'lies more than a day ahead of home’s clock; set the clock of this device right, or that of home where it is behind';
const FAR_DAY =
  'is more than a day away from the day of startedAt; set the date and the time zone of this device right';

/**
 * Refuses a moment that lies more than a day ahead: a fact never changes, and one of a year to come would stay the newest
 * until then. A day, since clocks are set by hand. What is kept already comes in by an archive, not through here.
 */
export function refuseAhead(clock: Clock, pointer: string, moment: string): void {
  if (Date.parse(moment) <= clock.now().getTime() + DAY_MILLISECONDS) return;
  throw new Refusal('invalid', { errors: [{ pointer, message: AHEAD }] });
}

/** The learner's own calendar day is that of UTC or the one beside it: no place is further from UTC than fourteen hours. */
export function refuseFarDay({ startedAt, localDay }: { startedAt: string; localDay: string }): void {
  const dayOfUtc = Math.floor(Date.parse(startedAt) / DAY_MILLISECONDS) * DAY_MILLISECONDS;
  if (Math.abs(Date.parse(localDay) - dayOfUtc) <= DAY_MILLISECONDS) return;
  throw new Refusal('invalid', { errors: [{ pointer: '/localDay', message: FAR_DAY }] });
}
