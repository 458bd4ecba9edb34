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
  const { practice, need, deadline, isDue } = candidate;
  if (offer.isPassedOver) return { kind: 'nothing-else-fits' };
  if (offer.movedOver !== null) return { kind: 'chosen-instead', insteadOf: offer.movedOver };
  if (offer.isFloor) return { kind: 'floor-fits', attemptMinutes: practice.attemptMinutes };
  if (need !== null && isDue) return { kind: 'need', within: need };
  if (deadline !== null && isDue) {
    return { kind: 'deadline', inDays: deadline.inDays, heldDays: deadline.heldDays };
  }
  if (practice.takes === 0) return { kind: 'not-tried-yet' };
  const due = offer.isComeback ? null : dueReason(candidate);
  if (due !== null) return due;
  const { experiment } = practice;
  if (experiment != null && experiment.wanted > 0) return { kind: 'experiment', experiment };
  if (practice.place !== 'focus') return { kind: 'next-round' };
  const line = practice.lastLine?.trim() ?? '';
  return line === '' ? focusReason(candidate) : { kind: 'your-line', line };
}

/** Null where its own interval has not passed, whatever else presses. */
function dueReason(candidate: Candidate): Reason | null {
  const { lastAt, urgency, weight, waitDays: sinceDays, pausedDays, rhythm, lookAgain } = candidate;
  if (lastAt === null || urgency / weight < 1) return null;
  if (lookAgain !== null) return { kind: 'look-again', sinceDays, isSlipping: lookAgain.isSlipping };
  return { kind: 'due', sinceDays, pausedDays, rhythm };
}

function focusReason({ practice: { variables, takes }, isMixable }: Candidate): Reason {
  // Each in its turn as takes are made, so that the same one is not named for ever.
  const vary = variables[takes % Math.max(1, variables.length)] ?? null;
  const isEachTake = isMixable && variables.length >= 2 && vary !== null;
  return isEachTake ? { kind: 'vary-each-take', vary } : { kind: 'in-focus', vary };
}
