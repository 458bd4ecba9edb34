import { FLOOR_MINUTES, versionFor } from './fit.ts';
import type { Candidate } from './urgency.ts';

/** What is not the main thing gets four minutes, as on the drawing of the bench, or a fifth of a long sitting. */
export const SIDE_MINUTES = 4;
const SIDE_SHARE = 1 / 5;
/** What is in focus gets most. */
const MAIN_SHARE = 1 / 2;

export type Share = { readonly candidate: Candidate; readonly minutes: number; readonly isFloor: boolean };

/**
 * Shares the minutes out over as many as `most` practices, the first of the order always among them and first. The main
 * one gets at least half: of those that a whole take fits of what is wanted by the nearest day, else the first in focus. The
 * others are due, and get little each.
 */
export function shareOut(order: readonly Candidate[], minutes: number, most: number): readonly Share[] {
  const first = order[0];
  if (first === undefined) return [];
  if (most > 1) {
    const shares = divide(order, minutes, most, mainOf(order, first, minutes));
    if (shares[0]?.candidate === first) return shares;
  }
  return divide(order, minutes, most, first);
}

function mainOf(order: readonly Candidate[], first: Candidate, minutes: number): Candidate {
  const whole = order.filter(({ practice }) => versionFor(practice, minutes) === 'take');
  const main = nearestWanted(whole) ?? whole.find(({ practice }) => practice.place === 'focus');
  return main ?? (whole.includes(first) ? first : (whole[0] ?? first));
}

/** Little for each of several wanted days meets none of them: the nearest comes before the rest. */
function nearestWanted(whole: readonly Candidate[]): Candidate | undefined {
  return whole
    .filter(({ deadline }) => deadline !== null)
    .toSorted((a, b) => (a.deadline?.inDays ?? 0) - (b.deadline?.inDays ?? 0))[0];
}

function divide(
  order: readonly Candidate[],
  minutes: number,
  most: number,
  main: Candidate,
): readonly Share[] {
  const isFloor = versionFor(main.practice, minutes) !== 'take';
  const mainNeeds = isFloor ? FLOOR_MINUTES : Math.ceil(main.practice.attemptMinutes);
  const usual = Math.max(SIDE_MINUTES, Math.floor(minutes * SIDE_SHARE));
  let left = minutes - Math.max(mainNeeds, Math.ceil(minutes * MAIN_SHARE));
  const sides = new Map<Candidate, Share>();
  for (const candidate of order) {
    if (sides.size >= most - 1) break;
    if (candidate === main || !(candidate.isDue || candidate === order[0])) continue;
    const side = sideOf(candidate, left, usual);
    if (side === null) continue;
    sides.set(candidate, side);
    left -= side.minutes;
  }
  const aside = [...sides.values()].reduce((sum, side) => sum + side.minutes, 0);
  const share: Share = { candidate: main, minutes: minutes - aside, isFloor };
  return order.flatMap((candidate) => (candidate === main ? [share] : (sides.get(candidate) ?? [])));
}

/** The usual minutes, more for a longer take where there is room for it, else the two-minute version; null: no room. */
function sideOf(candidate: Candidate, left: number, usual: number): Share | null {
  const { attemptMinutes, hasFloor } = candidate.practice;
  if (left < FLOOR_MINUTES) return null;
  const slot = Math.min(usual, left);
  if (attemptMinutes <= slot) return { candidate, minutes: slot, isFloor: false };
  if (attemptMinutes <= left) return { candidate, minutes: Math.ceil(attemptMinutes), isFloor: false };
  return hasFloor ? { candidate, minutes: FLOOR_MINUTES, isFloor: true } : null;
}
