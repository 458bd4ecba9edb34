import { type Answers, settle } from './answers.ts';
import { takesIn } from './fit.ts';
import type { PracticeLine, Reason } from './plan.ts';
import { type Offer, reasonFor } from './reason.ts';
import { type Share, shareOut } from './share-out.ts';
import type { Candidate } from './urgency.ts';

/** What there is for takes, and over how many practices it may be shared out. */
export type Room = { readonly workMinutes: number; readonly most: number; readonly today: string };

/** A line but for where it stands. */
export type Laid = Pick<PracticeLine, 'verb' | 'takes' | 'isFloor' | 'reason'> & {
  readonly candidate: Candidate;
  readonly minutes: number;
};

/** An ordinary sitting: the most urgent first, after what the learner has answered. */
export function layOut(
  fitting: readonly Candidate[],
  answers: Answers,
  { workMinutes, most, today }: Room,
): readonly Laid[] {
  const { order, movedOver, isPassedOver } = settle(fitting, answers, today);
  return shareOut(order, workMinutes, most).map((share) =>
    laidOf(share, {
      movedOver: movedOver.get(share.candidate.practice.id) ?? null,
      isPassedOver,
      isComeback: false,
    }),
  );
}

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
