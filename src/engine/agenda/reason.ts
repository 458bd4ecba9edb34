import type { Reason } from './plan.ts';
import type { Candidate } from './urgency.ts';

export type Offer = {
  readonly isFloor: boolean;
  /** The title of what it was chosen over; null where it was not. */
  readonly movedOver: string | null;
  readonly isPassedOver: boolean;
  /** After a gap nothing is called due. */
  readonly isComeback: boolean;
};

/** Of all that is true of an offer, what the learner would miss most if it were not said. */
export function reasonFor(candidate: Candidate, offer: Offer): Reason {
  const { practice, need, isDue, lastAt, waitDays, pausedDays, rhythm } = candidate;
  if (offer.isPassedOver) return { kind: 'nothing-else-fits' };
  if (offer.movedOver !== null) return { kind: 'chosen-instead', insteadOf: offer.movedOver };
  if (offer.isFloor) return { kind: 'floor-fits', attemptMinutes: practice.attemptMinutes };
  if (need !== null && isDue) return { kind: 'need', within: need };
  if (practice.takes === 0) return { kind: 'not-tried-yet' };
  if (isDue && lastAt !== null && !offer.isComeback) {
    return { kind: 'due', sinceDays: waitDays, pausedDays, rhythm };
  }
  if (practice.place !== 'focus') return { kind: 'next-round' };
  const line = practice.lastLine?.trim() ?? '';
  return line === '' ? { kind: 'in-focus', vary: toVary(candidate) } : { kind: 'your-line', line };
}

/** Each in its turn as takes are made, so that the same one is not named for ever. */
function toVary({ practice: { variables, takes } }: Candidate): string | null {
  return variables[takes % Math.max(1, variables.length)] ?? null;
}
