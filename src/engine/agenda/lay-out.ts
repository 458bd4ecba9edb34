import { type Answers, settle } from './answers.ts';
import { type Laid, laidInstead, laidOf } from './laid.ts';
import { shareOut } from './share-out.ts';
import { type Swapped, swapPassed } from './something-else.ts';
import type { Candidate } from './urgency.ts';

/** What there is for takes, and over how many practices it may be shared out. */
export type Room = { readonly workMinutes: number; readonly most: number; readonly today: string };

/** An ordinary sitting: the most urgent first, after what the learner has answered. */
export function layOut(fitting: readonly Candidate[], answers: Answers, room: Room): Swapped {
  const closed = closedOf(answers);
  const base = layOrder(fitting, { ...answers, passed: closed }, room);
  const { order } = settle(fitting, { ...answers, passed: closed }, room.today);
  const swapped = swapPassed(base, {
    passed: answers.swapped,
    closed,
    orderFor: () => order,
    lay: (candidate, line) => laidInstead(candidate, line, false),
  });
  return swapped.laid.length > 0 ? swapped : { laid: layOrder(fitting, answers, room), notReplaced: [] };
}

function layOrder(
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

/** What was passed over by naming another: that one is in the order before it, and no line is looked for. */
export function closedOf({ passed, swapped }: Answers): ReadonlySet<string> {
  const swappable = new Set(swapped);
  return new Set([...passed].filter((id) => !swappable.has(id)));
}
