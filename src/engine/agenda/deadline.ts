import { dayNumber } from '../momentum/local-day.ts';
import { DAYS_TO_MEET } from '../picture/days-to-meet.ts';
import type { AgendaPractice } from './plan.ts';

/** From eight weeks before the day on it presses more and more, and from four weeks on in full. */
export const DEADLINE_DAYS = 56;
/** As much as the most pressing need. */
const MOST_WEIGHT = 3;

export type Deadline = {
  /** 0: today. */
  readonly inDays: number;
  /** Null: not known. */
  readonly heldDays: number | null;
  /** 1 to 3. */
  readonly weight: number;
};

/**
 * weight = 1 + 2 min(1, 2 (1 - days to go / 56)). Null where no day is named, where the target is met, more than eight weeks
 * ahead, and once the day is past. It does not fade as the target comes near: what is nearly met was then left for last.
 */
export function pressingDeadline(
  { wantedBy = null, heldDays = null }: Pick<AgendaPractice, 'wantedBy' | 'heldDays'>,
  today: number,
): Deadline | null {
  if (wantedBy === null) return null;
  const inDays = dayNumber(wantedBy) - today;
  const isMet = heldDays !== null && heldDays >= DAYS_TO_MEET;
  if (isMet || !(inDays >= 0 && inDays < DEADLINE_DAYS)) return null;
  const nearness = Math.min(1, 2 * (1 - inDays / DEADLINE_DAYS));
  return { inDays, heldDays, weight: 1 + (MOST_WEIGHT - 1) * nearness };
}
