import { type Answers, settle } from './answers.ts';
import { FLOOR_MINUTES, takesIn, versionFor } from './fit.ts';
import { type Laid, laidFor, laidInstead, laidOf } from './laid.ts';
import { closedOf, type Room } from './lay-out.ts';
import type { Comeback, Reason } from './plan.ts';
import { type Share, shareOut } from './share-out.ts';
import { type Swapped, swapPassed } from './something-else.ts';
import type { Candidate } from './urgency.ts';

/**
 * A sitting after a gap: one take of the easiest, then the rest. Easiest is what can be done in two minutes and has
 * been done before; of several such the most urgent, so that it is not the same one after every gap.
 */
export function softStart(
  fitting: readonly Candidate[],
  answers: Answers,
  room: Room,
  comeback: Comeback,
): Swapped {
  const closed = closedOf(answers);
  const base = softOrder(fitting, { ...answers, passed: closed }, room, comeback);
  const easiestFirst = settle(byHardship(fitting), { ...answers, passed: closed }, room.today).order;
  const { order } = settle(fitting, { ...answers, passed: closed }, room.today);
  const swapped = swapPassed(base, {
    passed: answers.swapped,
    closed,
    orderFor: (line) => (line.verb === 'begin-softly' ? easiestFirst : order),
    lay: (candidate, line) => laidAfterGap(candidate, line, comeback),
  });
  // It stays a soft start with something to go on with; else it is laid out anew, without what was passed over.
  const isWhole = swapped.laid[0]?.verb === 'begin-softly' && (base.length === 1 || swapped.laid.length > 1);
  return isWhole ? swapped : { laid: softOrder(fitting, answers, room, comeback), notReplaced: [] };
}

function softOrder(
  fitting: readonly Candidate[],
  answers: Answers,
  room: Room,
  comeback: Comeback,
): readonly Laid[] {
  const { order, movedOver, isPassedOver } = settle(byHardship(fitting), answers, room.today);
  const easiest = order[0];
  if (easiest === undefined) return [];
  const share = softShare(easiest, room.workMinutes);
  const insteadOf = movedOver.get(easiest.practice.id);
  const reason: Reason =
    insteadOf === undefined || isPassedOver
      ? comebackReason(share.minutes, comeback)
      : { kind: 'chosen-instead', insteadOf };
  const soft = laidFor(share, { verb: 'begin-softly', takes: 1, reason });
  return [
    soft,
    ...restOf(fitting, easiest, answers, { ...room, workMinutes: room.workMinutes - share.minutes }),
  ];
}

function comebackReason(minutes: number, { days, pausedDays }: Comeback): Reason {
  return { kind: 'comeback', minutes, days, pausedDays };
}

/** In a line that another was passed over in: one soft take, what is gone on with, or any other. */
function laidAfterGap(candidate: Candidate, line: Laid, comeback: Comeback): Laid {
  const { minutes } = line;
  const isFloor = versionFor(candidate.practice, minutes) !== 'take';
  if (line.verb === 'begin-softly') {
    const reason = comebackReason(minutes, comeback);
    return laidFor({ candidate, minutes, isFloor }, { verb: 'begin-softly', takes: 1, reason });
  }
  if (line.reason.kind === 'go-on') return goingOn({ candidate, minutes, isFloor });
  return laidInstead(candidate, line, true);
}

function byHardship(fitting: readonly Candidate[]): readonly Candidate[] {
  return fitting.toSorted((a, b) => hardship(a) - hardship(b));
}

function hardship({ practice }: Candidate): number {
  const isShort = versionFor(practice, FLOOR_MINUTES) !== null;
  return (isShort ? 0 : 2) + (practice.takes > 0 ? 0 : 1);
}

function softShare(candidate: Candidate, workMinutes: number): Share {
  const { attemptMinutes, hasFloor } = candidate.practice;
  const isFloor = hasFloor && FLOOR_MINUTES <= workMinutes;
  const length = isFloor ? FLOOR_MINUTES : Math.max(FLOOR_MINUTES, Math.ceil(attemptMinutes));
  return { candidate, minutes: Math.min(length, workMinutes), isFloor };
}

/** A short sitting stays with the easiest. A longer one goes on as any other, with the easiest again if it is in focus. */
function restOf(
  fitting: readonly Candidate[],
  easiest: Candidate,
  answers: Answers,
  { workMinutes, most, today }: Room,
): readonly Laid[] {
  const fit = fitting.filter(({ practice }) => versionFor(practice, workMinutes) !== null);
  const again = fit.filter((candidate) => candidate === easiest);
  const others = most === 1 ? [] : fit.filter((one) => one !== easiest || one.practice.place === 'focus');
  const settled = settle(others, answers, today);
  const order = settled.isPassedOver ? again : settled.order;
  return shareOut(order, workMinutes, Math.max(1, most - 1)).map((share) => {
    if (share.candidate === easiest) return goingOn(share);
    const movedOver = settled.movedOver.get(share.candidate.practice.id) ?? null;
    return laidOf(share, { movedOver, isPassedOver: false, isComeback: true });
  });
}

function goingOn(share: Share): Laid {
  const { practice } = share.candidate;
  const takes = takesIn(share.minutes, practice, share.isFloor);
  const verb = practice.place === 'focus' ? 'work' : 'refresh';
  return laidFor(share, { verb, takes, reason: { kind: 'go-on' } });
}
