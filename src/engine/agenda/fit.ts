import type { AgendaPractice } from './plan.ts';

/** The shortest version of every practice, as the library's contract has it. */
export const FLOOR_MINUTES = 2;
/** With fewer a look back would leave too little to look back on. */
export const LOOK_BACK_FROM_MINUTES = 5;
/** The middle and the longest of the three rods on the bench: from there on two and three practices have room. */
const TWO_PRACTICES_FROM_MINUTES = 12;
const THREE_PRACTICES_FROM_MINUTES = 25;
/** Quotients of decimals: 33 minutes hold thirty takes of 1.1, and arithmetic alone would say twenty-nine. */
const ROUNDING = 1e-9;

type Sized = Pick<AgendaPractice, 'attemptMinutes' | 'hasFloor'>;

/** A minute for each practice that there is room for. */
export function lookBackMinutes(minutes: number): number {
  if (minutes < LOOK_BACK_FROM_MINUTES) return 0;
  return mostPractices(minutes);
}

/** One with less than twelve minutes, two from there, three from twenty-five: few in flight. */
export function mostPractices(minutes: number): number {
  if (minutes >= THREE_PRACTICES_FROM_MINUTES) return 3;
  return minutes >= TWO_PRACTICES_FROM_MINUTES ? 2 : 1;
}

/** `take`: at least one whole take; `floor`: its two-minute version only; null: not even that. */
export function versionFor(practice: Sized, minutes: number): 'take' | 'floor' | null {
  if (practice.attemptMinutes <= minutes) return 'take';
  return practice.hasFloor && FLOOR_MINUTES <= minutes ? 'floor' : null;
}

/** Whole minutes of a line that holds one take, or one two-minute version where that is shorter. */
export function shortestMinutes({ attemptMinutes, hasFloor }: Sized): number {
  return Math.ceil(hasFloor ? Math.min(FLOOR_MINUTES, attemptMinutes) : attemptMinutes);
}

export function takesIn(lineMinutes: number, { attemptMinutes }: Sized, isFloor: boolean): number {
  const length = isFloor ? FLOOR_MINUTES : attemptMinutes;
  return Math.max(1, Math.floor(lineMinutes / length + ROUNDING));
}

/** The fewest minutes at hand that leave `workMinutes` beside their look back. */
export function minutesToHold(workMinutes: number): number {
  let minutes = workMinutes;
  while (minutes - lookBackMinutes(minutes) < workMinutes) minutes += 1;
  return minutes;
}
