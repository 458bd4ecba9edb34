import { takesIn, versionFor } from './fit.ts';
import type { PracticeLine, Reason } from './plan.ts';
import { type Offer, reasonFor } from './reason.ts';
import type { Share } from './share-out.ts';
import type { Candidate } from './urgency.ts';

/** A line but for where it stands. */
export type Laid = Pick<PracticeLine, 'verb' | 'takes' | 'isFloor' | 'reason'> & {
  readonly candidate: Candidate;
  readonly minutes: number;
};

export function laidOf(share: Share, offer: Omit<Offer, 'isFloor'>): Laid {
  const { candidate, minutes, isFloor } = share;
  const reason = reasonFor(candidate, { ...offer, isFloor });
  return laidFor(share, {
    verb: verbFor(candidate),
    takes: takesIn(minutes, candidate.practice, isFloor),
    reason,
  });
}

export function laidFor(
  { candidate, minutes, isFloor }: Share,
  said: { readonly verb: PracticeLine['verb']; readonly takes: number; readonly reason: Reason },
): Laid {
  return { candidate, minutes, isFloor, ...said };
}

function verbFor({ practice }: Candidate): PracticeLine['verb'] {
  if (practice.takes === 0) return 'begin';
  return practice.place === 'focus' ? 'work' : 'refresh';
}

/** In the minutes of a line that another was passed over in. */
export function laidInstead(candidate: Candidate, { minutes }: Laid, isComeback: boolean): Laid {
  const isFloor = versionFor(candidate.practice, minutes) !== 'take';
  return laidOf({ candidate, minutes, isFloor }, { movedOver: null, isPassedOver: false, isComeback });
}
